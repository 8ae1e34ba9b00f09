/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-traffic.h"

#include <locale.h>

#include "plannr-test-submission.h"

typedef struct
{
  PlannrOutbox *outbox;
  PlannrTraffic *traffic;
  guint n_counts; /* how often the count has changed */
  guint n_ended;
  PlannrSubmission *ended; /* (unowned) */
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_counts++;
}

static void
ended_cb (Fixture *fixture, PlannrSubmission *submission)
{
  fixture->n_ended++;
  fixture->ended = submission;
}

static void
watch (Fixture *fixture)
{
  fixture->traffic = plannr_traffic_new (fixture->outbox);
  g_signal_connect_swapped (fixture->traffic, "notify::n-under-way", G_CALLBACK (count_cb),
                            fixture);
  g_signal_connect_swapped (fixture->traffic, "ended", G_CALLBACK (ended_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();

  fixture->outbox = plannr_outbox_new (schedule);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->traffic);
  g_assert_finalize_object (fixture->outbox);
}

static PlannrSubmission *
begin (Fixture *fixture)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_test_draft_new ("Okafor", "", NULL);

  return plannr_outbox_begin (fixture->outbox, draft);
}

static void
assert_n_under_way (Fixture *fixture, guint n)
{
  g_assert_cmpuint (plannr_traffic_get_n_under_way (fixture->traffic), ==, n);
  g_assert_cmpuint (plannr_outbox_get_n_unsent (fixture->outbox), ==, n);
}

/* Each state that is entered, and what is told of it. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    PlannrState state;
    guint n_under_way;
    guint n_ended;
  } rows[] = {
    { PLANNR_STATE_DRAFT, 0, 0 },      { PLANNR_STATE_QUEUED, 1, 0 },
    { PLANNR_STATE_CONNECTING, 1, 0 }, { PLANNR_STATE_ON_WIRE, 1, 0 },
    { PLANNR_STATE_CHECKING, 1, 0 },   { PLANNR_STATE_ASKING, 0, 1 },
    { PLANNR_STATE_REFUSED, 0, 1 },    { PLANNR_STATE_CREATED, 0, 1 },
    { PLANNR_STATE_DISCARDED, 0, 0 },
  };

  watch (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PlannrSubmission) row = begin (fixture);
      PlannrState state = PLANNR_STATE_DRAFT;

      fixture->n_ended = 0;
      plannr_test_submission_bring (row, rows[i].state);
      assert_n_under_way (fixture, rows[i].n_under_way);
      g_assert_cmpuint (fixture->n_ended, ==, rows[i].n_ended);
      if (rows[i].n_ended > 0)
        g_assert_true (fixture->ended == row);

      /* Out of the way of the next one. */
      state = plannr_submission_get_state (row);
      if (state == PLANNR_STATE_QUEUED || state == PLANNR_STATE_CONNECTING)
        plannr_submission_set_state (row, PLANNR_STATE_DRAFT);
      else if (rows[i].n_under_way > 0)
        {
          if (state == PLANNR_STATE_ON_WIRE)
            plannr_submission_set_state (row, PLANNR_STATE_CHECKING);
          plannr_submission_set_state (row, PLANNR_STATE_ASKING);
        }
      assert_n_under_way (fixture, 0);
    }
}

/* It is told once when the first is under way, and once when the last has gone; what it goes through
 * on its way is no news. */
static void
test_tells_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) first = begin (fixture);
  g_autoptr (PlannrSubmission) second = NULL;

  plannr_submission_set_state (first, PLANNR_STATE_QUEUED);
  watch (fixture);
  assert_n_under_way (fixture, 1);
  g_assert_cmpuint (fixture->n_counts, ==, 0);

  second = begin (fixture);
  g_assert_cmpuint (fixture->n_counts, ==, 0);
  plannr_test_submission_bring (second, PLANNR_STATE_ON_WIRE);
  assert_n_under_way (fixture, 2);
  g_assert_cmpuint (fixture->n_counts, ==, 1);

  plannr_submission_set_state (first, PLANNR_STATE_DRAFT);
  g_assert_cmpuint (fixture->n_counts, ==, 2);
  g_assert_cmpuint (fixture->n_ended, ==, 0);
  plannr_submission_set_state (second, PLANNR_STATE_REFUSED);
  g_assert_cmpuint (fixture->n_counts, ==, 3);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  assert_n_under_way (fixture, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/plannr/traffic/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/plannr/traffic/tells-changes", Fixture, NULL, set_up, test_tells_changes,
              tear_down);

  return g_test_run ();
}
