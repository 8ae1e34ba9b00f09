/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "double-fixture.h"

static void
test_sends_at_once (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "New", FIRM_GARETH, REVIEW);

  double_fixture_connect (fixture);
  g_assert_null (double_fixture_find (fixture, submission));
  plannr_create_press_begin (fixture->press, submission);
  g_assert_false (plannr_create_press_get_waiting (fixture->press));
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpint (double_fixture_count (fixture, "New"), ==, 1);
}

static void
test_sends_what_was_shown (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  double_fixture_connect (fixture);
  g_assert_true (PLANNR_IS_DOUBLE (double_fixture_find (fixture, submission)));
  plannr_create_press_begin (fixture->press, submission);
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpuint (fixture->n_named, ==, 0);
  g_assert_cmpint (double_fixture_count (fixture, "New"), ==, 1);
}

static void
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* The answer comes after the press: the double is named before anything is made; the second press
 * sends, and a press that is only repeated does not. */
static void
test_names_first (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "New", FIRM_GARETH, MORTGAGE);
  gboolean over = FALSE;

  double_fixture_connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  plannr_create_press_begin (fixture->press, submission);
  plannr_create_press_begin (fixture->press, submission);
  g_assert_true (plannr_create_press_get_waiting (fixture->press));
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  DOUBLE_FIXTURE_WAIT_UNTIL (!plannr_create_press_get_waiting (fixture->press));
  g_assert_cmpuint (fixture->n_named, ==, 1);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);

  plannr_create_press_begin (fixture->press, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);

  g_timeout_add_once (plannr_schedule_get_repetition (fixture->schedule) + 20, over_cb, &over);
  DOUBLE_FIXTURE_WAIT_UNTIL (over);
  plannr_create_press_begin (fixture->press, submission);
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpuint (fixture->n_named, ==, 1);
  g_assert_cmpint (double_fixture_count (fixture, "New"), ==, 1);
}

/* Plannr takes longer than Create waits. */
static void
test_waits_no_longer (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "New", FIRM_GARETH, MORTGAGE);
  gint64 start = 0;
  gint64 waited;

  double_fixture_connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  start = g_get_monotonic_time ();
  plannr_create_press_begin (fixture->press, submission);
  DOUBLE_FIXTURE_WAIT_UNTIL (!plannr_create_press_get_waiting (fixture->press));
  waited = (g_get_monotonic_time () - start) / 1000;
  g_assert_cmpint (plannr_submission_get_state (submission), !=, PLANNR_STATE_DRAFT);
  g_assert_cmpint (waited, >=, plannr_schedule_get_double_wait (fixture->schedule));
  g_assert_cmpint (waited, <, plannr_schedule_get_double_wait (fixture->schedule) + 300);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

static void
test_is_taken_back (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  double_fixture_connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  g_assert_false (plannr_create_press_cancel (fixture->press));
  plannr_create_press_begin (fixture->press, submission);
  g_assert_true (plannr_create_press_cancel (fixture->press));
  g_assert_false (plannr_create_press_get_waiting (fixture->press));
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_double_finder_get_found (fixture->finder) != NULL);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

/* Whoever goes elsewhere meanwhile has pressed it all the same. */
static void
test_is_hurried (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  double_fixture_connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  plannr_create_press_begin (fixture->press, submission);
  g_assert_true (plannr_create_press_get_waiting (fixture->press));
  plannr_create_press_hurry (fixture->press);
  g_assert_cmpint (plannr_submission_get_state (submission), !=, PLANNR_STATE_DRAFT);
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, latency, function)                                                               \
  g_test_add ("/plannr/create-press/" path, DoubleFixture, latency, double_fixture_set_up,         \
              function, double_fixture_tear_down)
  ADD ("sends-at-once", NULL, test_sends_at_once);
  ADD ("sends-what-was-shown", NULL, test_sends_what_was_shown);
  ADD ("names-first", "50", test_names_first);
  ADD ("waits-no-longer", "1000", test_waits_no_longer);
  ADD ("is-taken-back", "50", test_is_taken_back);
  ADD ("is-hurried", "50", test_is_hurried);
#undef ADD
  return g_test_run ();
}
