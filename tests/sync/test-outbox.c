/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "outbox-fixture.h"

typedef struct
{
  const char *fault;
  PlannrState state;
  int n_rows;
} Row;

static void
test_creates_and_completes (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;
  guint late = 0;

  outbox_fixture_begin (&fixture, NULL);
  submission = outbox_fixture_write_case (&fixture, "Plain");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture.outbox)), ==, 1);

  /* Before there is a way it waits; a second press changes nothing. */
  g_assert_true (plannr_outbox_submit (fixture.outbox, submission));
  g_assert_false (plannr_outbox_submit (fixture.outbox, submission));
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_QUEUED);

  outbox_fixture_connect (&fixture, "practice");
  outbox_fixture_wait_for (submission, PLANNR_STATE_CREATED, "created");
  plannr_outbox_complete (fixture.outbox, submission);
  late = outbox_fixture_set_deadline ("completed");
  while (plannr_case_get_people (plannr_submission_get_record (submission)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  g_assert_cmpint (outbox_fixture_count (&fixture, "Plain"), ==, 1);
  g_assert_false (plannr_outbox_submit (fixture.outbox, submission));
  g_clear_object (&submission);
  outbox_fixture_end (&fixture);
}

/* Every fault: where the case ends by itself, and how many there are. */
static void
test_fault (gconstpointer data)
{
  const Row *row = data;
  OutboxFixture fixture = { 0 };
  g_autofree char *fault = g_strconcat (row->fault, "@1", NULL);
  g_autoptr (PlannrSubmission) submission = NULL;
  g_autoptr (PlannrSubmission) next = NULL;

  outbox_fixture_begin (&fixture, fault);
  submission = outbox_fixture_write_case (&fixture, "Faulty");
  next = outbox_fixture_write_case (&fixture, "Next");
  outbox_fixture_connect (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  outbox_fixture_wait_for (submission, row->state, row->fault);
  g_assert_cmpint (outbox_fixture_count (&fixture, "Faulty"), ==, row->n_rows);

  /* What became of it holds up nobody else. */
  plannr_outbox_submit (fixture.outbox, next);
  outbox_fixture_wait_for (next, PLANNR_STATE_CREATED, "the next");
  g_assert_cmpint (outbox_fixture_count (&fixture, "Faulty"), ==, row->n_rows);
  g_assert_cmpint (outbox_fixture_count (&fixture, "Next"), ==, 1);

  if (row->state == PLANNR_STATE_REFUSED)
    {
      g_assert_nonnull (plannr_submission_get_error (submission));
      plannr_case_draft_set_value_text (plannr_submission_get_draft (submission), "151");
      g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
      g_assert_null (plannr_submission_get_error (submission));
    }
  if (row->state == PLANNR_STATE_ASKING)
    {
      plannr_outbox_answer (fixture.outbox, submission, PLANNR_ANSWER_SEND, NULL);
      outbox_fixture_wait_for (submission, PLANNR_STATE_CREATED, "sent again");
      g_assert_cmpint (outbox_fixture_count (&fixture, "Faulty"), ==, 1);
    }
  outbox_fixture_end (&fixture);
}

static void
test_401_waits_for_sign_in (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  outbox_fixture_begin (&fixture, NULL);
  submission = outbox_fixture_write_case (&fixture, "Locked out");
  plannr_outbox_submit (fixture.outbox, submission);
  outbox_fixture_connect (&fixture, "wrong");
  while (plannr_outbox_get_wait (fixture.outbox) != PLANNR_WAIT_SIGN_IN)
    g_main_context_iteration (NULL, TRUE);
  /* What is asked in the background may be refused before what is created. */
  outbox_fixture_wait_for (submission, PLANNR_STATE_QUEUED, "signed out");
  plannr_outbox_try_now (fixture.outbox);
  g_assert_cmpint (plannr_outbox_get_wait (fixture.outbox), ==, PLANNR_WAIT_SIGN_IN);

  outbox_fixture_connect (&fixture, "practice");
  outbox_fixture_wait_for (submission, PLANNR_STATE_CREATED, "signed in");
  g_assert_cmpint (outbox_fixture_count (&fixture, "Locked out"), ==, 1);
  outbox_fixture_end (&fixture);
}

static void
test_cancels_what_waits (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  outbox_fixture_begin (&fixture, NULL);
  submission = outbox_fixture_write_case (&fixture, "Never mind");
  plannr_outbox_submit (fixture.outbox, submission);
  plannr_outbox_cancel (fixture.outbox, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  plannr_outbox_discard (fixture.outbox, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DISCARDED);
  plannr_outbox_restore (fixture.outbox, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  g_assert_cmpint (outbox_fixture_count (&fixture, "Never mind"), ==, 0);
  outbox_fixture_end (&fixture);
}

/* Cancel comes when the request may have left: it is looked up, and found. */
static void
test_cancels_on_the_wire (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  outbox_fixture_begin (&fixture, "stall-after-commit@1");
  submission = outbox_fixture_write_case (&fixture, "Too late");
  outbox_fixture_connect (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  outbox_fixture_wait_for (submission, PLANNR_STATE_ON_WIRE, "on the wire");
  while (outbox_fixture_count (&fixture, "Too late") == 0)
    g_main_context_iteration (NULL, FALSE);
  plannr_outbox_cancel (fixture.outbox, submission);
  outbox_fixture_wait_for (submission, PLANNR_STATE_CREATED, "adopted");
  g_assert_cmpint (outbox_fixture_count (&fixture, "Too late"), ==, 1);
  outbox_fixture_end (&fixture);
}

/* A case that is another row's is not adopted, whoever says so; the question stays. */
static void
test_adopts_nothing_of_another (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;
  g_autoptr (PlannrSubmission) other = NULL;

  outbox_fixture_begin (&fixture, "reset-before-commit@1");
  submission = outbox_fixture_write_case (&fixture, "Lost");
  other = outbox_fixture_write_case (&fixture, "Another");
  outbox_fixture_connect (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  outbox_fixture_wait_for (submission, PLANNR_STATE_ASKING, "asked");
  plannr_outbox_submit (fixture.outbox, other);
  outbox_fixture_wait_for (other, PLANNR_STATE_CREATED, "another");

  plannr_outbox_answer (fixture.outbox, submission, PLANNR_ANSWER_ADOPT,
                        plannr_submission_get_record (other));
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_ASKING);
  g_assert_null (plannr_submission_get_record (submission));

  plannr_outbox_answer (fixture.outbox, submission, PLANNR_ANSWER_KEEP, NULL);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  g_assert_cmpint (outbox_fixture_count (&fixture, "Lost"), ==, 0);
  outbox_fixture_end (&fixture);
}

/* The token stops working while a case is looked up: it is looked up with the next one. */
static void
test_checks_after_sign_in (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  outbox_fixture_begin (&fixture, "reset-after-commit@1");
  submission = outbox_fixture_write_case (&fixture, "Unproved");
  outbox_fixture_connect (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  outbox_fixture_wait_for (submission, PLANNR_STATE_CHECKING, "checking");

  outbox_fixture_connect (&fixture, "wrong");
  while (plannr_outbox_get_wait (fixture.outbox) != PLANNR_WAIT_SIGN_IN)
    g_main_context_iteration (NULL, TRUE);
  /* What is asked in the background may be refused before the look is. */
  while (!g_error_matches (plannr_submission_get_error (submission), PLANNR_ERROR,
                           PLANNR_ERROR_UNAUTHORIZED))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_CHECKING);

  outbox_fixture_connect (&fixture, "practice");
  outbox_fixture_wait_for (submission, PLANNR_STATE_CREATED, "found");
  g_assert_cmpint (outbox_fixture_count (&fixture, "Unproved"), ==, 1);
  outbox_fixture_end (&fixture);
}

/* The outbox goes while a look is under way, which must not come back to it. */
static void
test_closes_while_checking (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  outbox_fixture_begin (&fixture, "reset-before-commit@1");
  submission = outbox_fixture_write_case (&fixture, "Closed");
  outbox_fixture_connect (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  outbox_fixture_wait_for (submission, PLANNR_STATE_CHECKING, "checking");
  g_object_add_weak_pointer (G_OBJECT (fixture.outbox), (gpointer *) &fixture.outbox);
  outbox_fixture_end (&fixture);
  g_assert_null (fixture.outbox);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_CHECKING);
}

int
main (int argc, char *argv[])
{
  static const Row rows[] = {
    { "before-accept", PLANNR_STATE_ASKING, 0 },
    { "reset-before-commit", PLANNR_STATE_ASKING, 0 },
    { "reset-after-commit", PLANNR_STATE_CREATED, 1 },
    { "close-before-commit", PLANNR_STATE_ASKING, 0 },
    { "stall-after-commit", PLANNR_STATE_CREATED, 1 },
    { "302", PLANNR_STATE_ASKING, 0 },
    { "403", PLANNR_STATE_REFUSED, 0 },
    { "404", PLANNR_STATE_REFUSED, 0 },
    { "405", PLANNR_STATE_REFUSED, 0 },
    { "408", PLANNR_STATE_ASKING, 0 },
    { "409", PLANNR_STATE_ASKING, 0 },
    { "413", PLANNR_STATE_REFUSED, 0 },
    { "422", PLANNR_STATE_REFUSED, 0 },
    { "425", PLANNR_STATE_ASKING, 0 },
    { "429", PLANNR_STATE_CREATED, 1 },
    { "429-bare", PLANNR_STATE_CREATED, 1 },
    { "429-date", PLANNR_STATE_CREATED, 1 },
    { "500-before-commit", PLANNR_STATE_ASKING, 0 },
    { "500-after-commit", PLANNR_STATE_CREATED, 1 },
    { "502-html", PLANNR_STATE_ASKING, 0 },
    { "503", PLANNR_STATE_ASKING, 0 },
    { "html-200", PLANNR_STATE_ASKING, 0 },
    { "truncated-json", PLANNR_STATE_CREATED, 1 },
    { "no-uuid", PLANNR_STATE_CREATED, 1 },
    { "garbage", PLANNR_STATE_CREATED, 1 },
    { "deep-json", PLANNR_STATE_CREATED, 1 },
    { "huge", PLANNR_STATE_CREATED, 1 },
    { "gzip-bomb", PLANNR_STATE_CREATED, 1 },
    { "mid-header", PLANNR_STATE_CREATED, 1 },
    { "mid-body", PLANNR_STATE_CREATED, 1 },
    { "mid-chunk", PLANNR_STATE_CREATED, 1 },
    { "drip", PLANNR_STATE_CREATED, 1 },
    { "bad-date", PLANNR_STATE_CREATED, 1 },
  };

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/outbox/creates-and-completes", test_creates_and_completes);
  g_test_add_func ("/plannr/outbox/401-waits-for-sign-in", test_401_waits_for_sign_in);
  g_test_add_func ("/plannr/outbox/cancels-what-waits", test_cancels_what_waits);
  g_test_add_func ("/plannr/outbox/cancels-on-the-wire", test_cancels_on_the_wire);
  g_test_add_func ("/plannr/outbox/adopts-nothing-of-another", test_adopts_nothing_of_another);
  g_test_add_func ("/plannr/outbox/checks-after-sign-in", test_checks_after_sign_in);
  g_test_add_func ("/plannr/outbox/closes-while-checking", test_closes_while_checking);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/plannr/outbox/fault/", rows[i].fault, NULL);

      g_test_add_data_func (path, &rows[i], test_fault);
    }
  return g_test_run ();
}
