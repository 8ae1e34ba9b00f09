/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "double-fixture.h"

#include <glib/gstdio.h>

#include "plannr-draft-bytes.h"

static void
date_back (DoubleFixture *fixture, int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);
  g_autofree char *text = g_date_time_format (then, "%FT%TZ");
  g_autofree char *sql =
      g_strdup_printf ("UPDATE cases SET created_at = '%s' WHERE name = '" SEEDED "'", text);

  double_fixture_change_firm (fixture, sql);
}

static void
test_plannr_has_client_and_type (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "Anything", FIRM_GARETH, MORTGAGE);
  PlannrDouble *found = NULL;
  gint64 age = 0;

  double_fixture_connect (fixture);
  found = double_fixture_find (fixture, submission);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_null (plannr_double_get_submission (found));
  g_assert_cmpstr (plannr_case_get_name (plannr_double_get_record (found)), ==, SEEDED);
  g_assert_cmpstr (plannr_account_get_uuid (plannr_double_get_client (found)), ==, FIRM_GARETH);
  age = g_get_real_time () - plannr_double_get_when (found);
  g_assert_cmpint (age, >, 0);
  g_assert_cmpint (age, <, 3 * G_TIME_SPAN_DAY);
}

static void
test_another_type_is_none (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "Anything", FIRM_GARETH, REVIEW);

  double_fixture_connect (fixture);
  g_assert_null (double_fixture_find (fixture, submission));
}

static void
test_staff_is_no_client (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "Anything", FIRM_STAFF, MORTGAGE);

  double_fixture_connect (fixture);
  g_assert_null (double_fixture_find (fixture, submission));
}

static void
test_plannr_has_the_name (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, " Thompson \t mortgage", FIRM_GARETH, REVIEW);
  PlannrDouble *found = NULL;

  double_fixture_connect (fixture);
  found = double_fixture_find (fixture, submission);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_null (plannr_double_get_client (found));
  g_assert_cmpstr (plannr_case_get_name (plannr_double_get_record (found)), ==, SEEDED);

  /* It is looked at again as soon as that changes. */
  plannr_case_draft_set_name (plannr_submission_get_draft (submission), "Thompson mortgage 2");
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_double_finder_get_found (fixture->finder) == NULL);
}

static void
test_only_of_the_last_30_days (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, SEEDED, FIRM_GARETH, MORTGAGE);

  date_back (fixture, 31);
  double_fixture_connect (fixture);
  g_assert_null (double_fixture_find (fixture, submission));

  date_back (fixture, 29);
  plannr_profile_disconnect (fixture->profile);
  double_fixture_connect (fixture);
  g_assert_true (PLANNR_IS_DOUBLE (double_fixture_find (fixture, submission)));
}

static void
test_row_has_client_and_type (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) first =
      double_fixture_write_case (fixture, "First", FIRM_GARETH, REVIEW);
  g_autoptr (PlannrSubmission) second =
      double_fixture_write_case (fixture, "Second", FIRM_GARETH, REVIEW);
  PlannrDouble *found = NULL;

  /* A draft is no double of anything, and nothing is one of itself. */
  g_assert_null (double_fixture_find (fixture, second));

  /* Without a way to Plannr what is here counts. */
  plannr_outbox_submit (fixture->outbox, first);
  found = double_fixture_find (fixture, second);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_true (plannr_double_get_submission (found) == first);
  g_assert_null (plannr_double_get_record (found));

  /* The row is shown also where Plannr has it, too. */
  double_fixture_connect (fixture);
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_submission_get_state (first) == PLANNR_STATE_CREATED);
  found = double_fixture_find (fixture, second);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_true (plannr_double_get_submission (found) == first);
}

static void
test_row_has_the_name (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) first =
      double_fixture_write_case (fixture, "Zoë’s  review", FIRM_GARETH, REVIEW);
  g_autoptr (PlannrSubmission) second =
      double_fixture_write_case (fixture, "Zoe\xcc\x88’s review ", FIRM_STAFF, MORTGAGE);
  PlannrDouble *found = NULL;

  plannr_outbox_submit (fixture->outbox, first);
  found = double_fixture_find (fixture, second);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_true (plannr_double_get_submission (found) == first);
  g_assert_null (plannr_double_get_client (found));

  /* Taken back it is a draft again. */
  plannr_outbox_cancel (fixture->outbox, first);
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_double_finder_get_found (fixture->finder) == NULL);
}

static void
test_refused_is_none (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) first =
      double_fixture_write_case (fixture, "Same", FIRM_STAFF, REVIEW);
  g_autoptr (PlannrSubmission) second =
      double_fixture_write_case (fixture, "Same", FIRM_GARETH, REVIEW);

  double_fixture_connect (fixture);
  plannr_outbox_submit (fixture->outbox, first);
  DOUBLE_FIXTURE_WAIT_UNTIL (plannr_submission_get_state (first) == PLANNR_STATE_REFUSED);
  g_assert_null (double_fixture_find (fixture, second));
  plannr_outbox_discard (fixture->outbox, first);
  g_assert_null (double_fixture_find (fixture, second));
}

/* More were created than are in the list from the start. */
static void
test_journal_has_it (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = NULL;
  g_autoptr (PlannrSubmission) old = NULL;
  g_autoptr (PlannrSubmission) past = NULL;
  g_autoptr (PlannrSubmission) row = NULL;
  g_autoptr (PlannrSubmission) again = NULL;
  PlannrJournal *journal = NULL;

  fixture->folder = g_dir_make_tmp ("plannr-test-XXXXXX", NULL);
  g_object_unref (fixture->profile);
  double_fixture_open_profile (fixture);
  journal = plannr_outbox_get_journal (fixture->outbox);
  for (int i = 0; i < 160; i++)
    {
      g_autofree char *name = g_strdup_printf ("Past %d", i);
      g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
      PlannrEntry *entry = g_new0 (PlannrEntry, 1);

      plannr_case_draft_set_name (draft, name);
      entry->id = g_uuid_string_random ();
      entry->state = PLANNR_STATE_CREATED;
      entry->name = g_steal_pointer (&name);
      entry->draft = plannr_draft_bytes_write (draft);
      entry->case_uuid = g_uuid_string_random ();
      entry->queued_at = entry->changed_at =
          g_get_real_time () - (i < 150 ? i : 31 * 24 * 60) * G_TIME_SPAN_MINUTE;
      plannr_journal_write_async (journal, entry, NULL, NULL, NULL);
    }
  plannr_journal_flush (journal, 0);
  g_object_unref (fixture->profile);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  double_fixture_open_profile (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->outbox)), ==, 100);
  submission = double_fixture_write_case (fixture, "Past 149", FIRM_GARETH, REVIEW);
  g_assert_true (PLANNR_IS_DOUBLE (double_fixture_find (fixture, submission)));
  g_assert_cmpstr (plannr_case_draft_get_name (
                       plannr_submission_get_draft (plannr_double_get_submission (
                           plannr_double_finder_get_found (fixture->finder)))),
                   ==, "Past 149");

  /* It can be shown in the list, once. */
  past = g_object_ref (
      plannr_double_get_submission (plannr_double_finder_get_found (fixture->finder)));
  row = plannr_outbox_add_past (fixture->outbox, past);
  again = plannr_outbox_add_past (fixture->outbox, past);
  g_assert_true (row == past);
  g_assert_true (again == past);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->outbox)), ==, 102);

  old = double_fixture_write_case (fixture, "Past 150", FIRM_GARETH, REVIEW);
  g_assert_null (double_fixture_find (fixture, old));
}

static void
test_offline_only_what_is_here (DoubleFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      double_fixture_write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  double_fixture_connect (fixture);
  firm_stop (fixture->firm);
  g_assert_null (double_fixture_find (fixture, submission));

  plannr_create_press_begin (fixture->press, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), !=, PLANNR_STATE_DRAFT);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, latency, function)                                                               \
  g_test_add ("/plannr/double-finder/" path, DoubleFixture, latency, double_fixture_set_up,        \
              function, double_fixture_tear_down)
  ADD ("plannr-has-client-and-type", NULL, test_plannr_has_client_and_type);
  ADD ("another-type-is-none", NULL, test_another_type_is_none);
  ADD ("staff-is-no-client", NULL, test_staff_is_no_client);
  ADD ("plannr-has-the-name", NULL, test_plannr_has_the_name);
  ADD ("only-of-the-last-30-days", NULL, test_only_of_the_last_30_days);
  ADD ("row-has-client-and-type", NULL, test_row_has_client_and_type);
  ADD ("row-has-the-name", NULL, test_row_has_the_name);
  ADD ("refused-is-none", NULL, test_refused_is_none);
  ADD ("journal-has-it", NULL, test_journal_has_it);
  ADD ("offline-only-what-is-here", NULL, test_offline_only_what_is_here);
#undef ADD
  return g_test_run ();
}
