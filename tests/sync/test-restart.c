/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "outbox-fixture.h"

/* Everything stands as it stood when the application starts again. */

static void
restart (OutboxFixture *fixture)
{
  outbox_fixture_close (fixture);
  outbox_fixture_open (fixture);
}

static void
test_draft (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) row = NULL;
  g_autofree char *id = NULL;
  PlannrCaseDraft *draft = NULL;

  outbox_fixture_begin_on_disk (&fixture, NULL);
  row = outbox_fixture_write_case (&fixture, "Half writ");
  plannr_case_draft_set_name (plannr_submission_get_draft (row), "Half written");
  g_assert_false (plannr_submission_get_saved (row));
  while (!plannr_submission_get_saved (row))
    g_main_context_iteration (NULL, TRUE);
  id = g_strdup (plannr_submission_get_id (row));
  g_clear_object (&row);

  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Half written");
  g_assert_nonnull (row);
  g_assert_cmpstr (plannr_submission_get_id (row), ==, id);
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_DRAFT);
  g_assert_true (plannr_submission_get_saved (row));
  draft = plannr_submission_get_draft (row);
  g_assert_cmpstr (plannr_case_draft_get_value_text (draft), ==, "150.99");
  g_assert_true (plannr_case_draft_has (draft, FIRM_GARETH));

  /* What is changed in it is kept again. */
  plannr_case_draft_set_value_text (draft, "12");
  g_clear_object (&row);
  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Half written");
  g_assert_cmpstr (plannr_case_draft_get_value_text (plannr_submission_get_draft (row)), ==, "12");
  g_clear_object (&row);
  outbox_fixture_end (&fixture);
}

/* What waited goes out by itself, in its order, with the bytes that were fixed when it was created. */
static void
test_queued (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) first = NULL;
  g_autoptr (PlannrSubmission) second = NULL;

  outbox_fixture_begin_on_disk (&fixture, NULL);
  second = outbox_fixture_write_case (&fixture, "Second");
  first = outbox_fixture_write_case (&fixture, "First");
  plannr_outbox_submit (fixture.outbox, first);
  plannr_outbox_submit (fixture.outbox, second);
  g_clear_object (&first);
  g_clear_object (&second);

  restart (&fixture);
  g_assert_cmpuint (plannr_outbox_get_n_unsent (fixture.outbox), ==, 2);
  first = outbox_fixture_find (&fixture, "First");
  second = outbox_fixture_find (&fixture, "Second");
  g_assert_cmpint (plannr_submission_get_state (first), ==, PLANNR_STATE_QUEUED);
  g_assert_cmpint (plannr_submission_get_state (second), ==, PLANNR_STATE_QUEUED);

  outbox_fixture_connect (&fixture, "practice");
  outbox_fixture_wait_for (second, PLANNR_STATE_CREATED, "second");
  g_assert_cmpint (plannr_submission_get_state (first), ==, PLANNR_STATE_CREATED);
  g_assert_cmpint (outbox_fixture_count (&fixture, "First"), ==, 1);
  g_assert_cmpint (outbox_fixture_count (&fixture, "Second"), ==, 1);
  g_clear_object (&first);
  g_clear_object (&second);
  outbox_fixture_end (&fixture);
}

/* The card is there again, without anybody being asked. */
static void
test_created (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) row = NULL;

  outbox_fixture_begin_on_disk (&fixture, NULL);
  outbox_fixture_connect (&fixture, "practice");
  row = outbox_fixture_write_case (&fixture, "Made");
  plannr_outbox_submit (fixture.outbox, row);
  outbox_fixture_wait_for (row, PLANNR_STATE_CREATED, "made");
  plannr_outbox_complete (fixture.outbox, row);
  while (plannr_case_get_people (plannr_submission_get_record (row)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&row);

  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Made");
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_CREATED);
  g_assert_null (plannr_submission_get_record (row));
  plannr_outbox_complete (fixture.outbox, row);
  while (plannr_submission_get_record (row) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (plannr_case_get_uuid (plannr_submission_get_record (row)), ==,
                   plannr_submission_get_case_uuid (row));
  g_assert_nonnull (plannr_case_get_people (plannr_submission_get_record (row)));
  g_assert_cmpint (plannr_case_get_amount (plannr_submission_get_record (row)), ==, 15099);
  g_assert_false (plannr_outbox_submit (fixture.outbox, row));
  g_clear_object (&row);
  outbox_fixture_end (&fixture);
}

static void
test_refused (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) row = NULL;
  GPtrArray *fields = NULL;

  outbox_fixture_begin_on_disk (&fixture, "422@1");
  outbox_fixture_connect (&fixture, "practice");
  row = outbox_fixture_write_case (&fixture, "Refused");
  plannr_outbox_submit (fixture.outbox, row);
  outbox_fixture_wait_for (row, PLANNR_STATE_REFUSED, "refused");
  g_clear_object (&row);

  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Refused");
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_REFUSED);
  g_assert_error (plannr_submission_get_error (row), PLANNR_ERROR, PLANNR_ERROR_INVALID);
  fields = plannr_error_get_details (plannr_submission_get_error (row))->fields;
  g_assert_cmpint (((PlannrFieldError *) g_ptr_array_index (fields, 0))->field, ==,
                   PLANNR_FIELD_NAME);
  g_clear_object (&row);
  outbox_fixture_end (&fixture);
}

/* The question is asked once; at the next start it is still there, with what was found. */
static void
test_asking (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) row = NULL;

  outbox_fixture_begin_on_disk (&fixture, "reset-before-commit@1");
  outbox_fixture_connect (&fixture, "practice");
  row = outbox_fixture_write_case (&fixture, "Unclear");
  plannr_outbox_submit (fixture.outbox, row);
  outbox_fixture_wait_for (row, PLANNR_STATE_ASKING, "asked");
  g_clear_object (&row);

  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Unclear");
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_ASKING);
  g_assert_null (plannr_submission_get_candidates (row));
  outbox_fixture_connect (&fixture, "practice");
  while (plannr_submission_get_candidates (row) == NULL)
    g_main_context_iteration (NULL, TRUE);

  plannr_outbox_answer (fixture.outbox, row, PLANNR_ANSWER_KEEP, NULL);
  g_clear_object (&row);
  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Unclear");
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_DRAFT);
  g_clear_object (&row);
  outbox_fixture_end (&fixture);
}

/* It was created all the same, later: where it is found now the question is answered. */
static void
test_asking_finds_it (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) row = NULL;

  outbox_fixture_begin_on_disk (&fixture, "late-commit@1");
  outbox_fixture_connect (&fixture, "practice");
  row = outbox_fixture_write_case (&fixture, "Late");
  plannr_outbox_submit (fixture.outbox, row);
  outbox_fixture_wait_for (row, PLANNR_STATE_ASKING, "asked");
  g_clear_object (&row);
  while (outbox_fixture_count (&fixture, "Late") == 0)
    g_main_context_iteration (NULL, FALSE);

  restart (&fixture);
  outbox_fixture_connect (&fixture, "practice");
  row = outbox_fixture_find (&fixture, "Late");
  outbox_fixture_wait_for (row, PLANNR_STATE_CREATED, "found");
  g_assert_cmpint (outbox_fixture_count (&fixture, "Late"), ==, 1);
  g_clear_object (&row);
  outbox_fixture_end (&fixture);
}

/* A person has it sent again, and then there are two: that must not stay unsaid. */
static void
test_twins (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) row = NULL;

  outbox_fixture_begin_on_disk (&fixture, "late-commit@1");
  outbox_fixture_connect (&fixture, "practice");
  row = outbox_fixture_write_case (&fixture, "Twice");
  plannr_outbox_submit (fixture.outbox, row);
  outbox_fixture_wait_for (row, PLANNR_STATE_ASKING, "asked");
  while (outbox_fixture_count (&fixture, "Twice") == 0)
    g_main_context_iteration (NULL, FALSE);
  plannr_outbox_answer (fixture.outbox, row, PLANNR_ANSWER_SEND, NULL);
  outbox_fixture_wait_for (row, PLANNR_STATE_CREATED, "sent again");
  while (plannr_submission_get_twin (row) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (plannr_case_get_uuid (plannr_submission_get_twin (row)), !=,
                   plannr_submission_get_case_uuid (row));
  g_clear_object (&row);
  outbox_fixture_end (&fixture);
}

static void
test_discarded (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrSubmission) row = NULL;

  outbox_fixture_begin_on_disk (&fixture, NULL);
  row = outbox_fixture_write_case (&fixture, "Thrown away");
  plannr_outbox_discard (fixture.outbox, row);
  g_clear_object (&row);
  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Thrown away");
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_DISCARDED);
  plannr_outbox_restore (fixture.outbox, row);
  g_clear_object (&row);
  restart (&fixture);
  row = outbox_fixture_find (&fixture, "Thrown away");
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_DRAFT);
  g_clear_object (&row);
  outbox_fixture_end (&fixture);
}

/* Where the journal is open elsewhere nothing is sent; with the other gone it goes by itself. */
static void
test_two_desks (void)
{
  OutboxFixture fixture = { 0 };
  g_autoptr (PlannrProfile) second = NULL;
  PlannrOutbox *outbox = NULL;
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrSubmission) row = NULL;
  g_autofree char *server = NULL;
  g_autoptr (PlannrLogin) login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", FIRM_ZOE, NULL);
  gint64 end;

  outbox_fixture_begin_on_disk (&fixture, NULL);
  server = plannr_api_check_server (fixture.firm->base, NULL);
  second = plannr_profile_new (FALSE, fixture.schedule);
  plannr_profile_open (second, fixture.folder);
  plannr_profile_connect (second, fixture.session, server, "practice", login);
  outbox = plannr_profile_get_outbox (second);
  plannr_case_draft_set_name (draft, "At the second desk");
  row = plannr_outbox_begin (outbox, draft);
  plannr_outbox_submit (outbox, row);
  while (plannr_outbox_get_wait (outbox) != PLANNR_WAIT_DISK)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (plannr_outbox_get_trouble (outbox), PLANNR_ERROR, PLANNR_ERROR_FILE_OPEN);

  end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (plannr_submission_get_state (row), ==, PLANNR_STATE_QUEUED);
  g_assert_cmpint (plannr_submission_get_wait (row), ==, PLANNR_WAIT_DISK);
  g_assert_cmpint (outbox_fixture_count (&fixture, "At the second desk"), ==, 0);

  outbox_fixture_close (&fixture);
  outbox_fixture_wait_for (row, PLANNR_STATE_CREATED, "the second desk");
  g_clear_object (&row);
  g_clear_object (&second);
  outbox_fixture_end (&fixture);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/restart/draft", test_draft);
  g_test_add_func ("/plannr/restart/queued", test_queued);
  g_test_add_func ("/plannr/restart/created", test_created);
  g_test_add_func ("/plannr/restart/refused", test_refused);
  g_test_add_func ("/plannr/restart/asking", test_asking);
  g_test_add_func ("/plannr/restart/asking-finds-it", test_asking_finds_it);
  g_test_add_func ("/plannr/restart/twins", test_twins);
  g_test_add_func ("/plannr/restart/discarded", test_discarded);
  g_test_add_func ("/plannr/restart/two-desks", test_two_desks);

  return g_test_run ();
}
