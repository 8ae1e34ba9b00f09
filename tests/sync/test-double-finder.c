/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "firm.h"
#include "plannr-draft-bytes.h"
#include "plannr-profile.h"

/* Every wait is that much shorter than people live with. */
#define SCALE    10

#define SECONDS  20

#define SEEDED   "Thompson mortgage"
#define MORTGAGE "d8b25570-48f0-4786-b670-67f6900bf34c"
#define REVIEW   "b0d6f4a2-8c37-4e19-95ab-1f7d3e6c8052"

typedef struct
{
  char *folder;
  char *file;
  Firm *firm;
  SoupSession *session;
  PlannrSchedule *schedule;
  PlannrProfile *profile;
  PlannrOutbox *outbox;       /* (unowned) */
  PlannrDoubleFinder *finder; /* (unowned) */
  PlannrCreatePress *press;   /* (unowned) */
  guint n_named;
} Fixture;

static gboolean
late_cb (gpointer user_data)
{
  g_error ("%s: nothing more happened", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

#define WAIT_UNTIL(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint late = g_timeout_add_seconds (SECONDS, late_cb, (gpointer) #condition);                  \
                                                                                                   \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (late);                                                                        \
  }                                                                                                \
  G_STMT_END

static void
named_cb (Fixture *fixture)
{
  fixture->n_named++;
}

static void
opened_cb (gboolean *opened)
{
  *opened = TRUE;
}

static void
open_profile (Fixture *fixture)
{
  gboolean opened = FALSE;

  fixture->profile = plannr_profile_new (FALSE, fixture->schedule);
  fixture->outbox = plannr_profile_get_outbox (fixture->profile);
  fixture->press = plannr_profile_get_create_press (fixture->profile);
  fixture->finder = plannr_create_press_get_finder (fixture->press);
  g_signal_connect_swapped (fixture->press, "named", G_CALLBACK (named_cb), fixture);
  g_signal_connect_swapped (fixture->outbox, "opened", G_CALLBACK (opened_cb), &opened);
  plannr_profile_open (fixture->profile, fixture->folder);
  WAIT_UNTIL (opened);
  g_signal_handlers_disconnect_by_func (fixture->outbox, opened_cb, &opened);
}

static void
set_up (Fixture *fixture, gconstpointer latency)
{
  fixture->file = firm_make_file ();
  fixture->firm = firm_start_with ("--data", fixture->file, "--latency",
                                   latency != NULL ? (const char *) latency : "0", NULL);
  fixture->session = plannr_api_session_new ();
  fixture->schedule = plannr_schedule_new_scaled (SCALE);
  open_profile (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  PlannrDoubleFinder *finder = fixture->finder;

  g_object_add_weak_pointer (G_OBJECT (finder), (gpointer *) &fixture->finder);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->schedule);
  soup_session_abort (fixture->session);
  WAIT_UNTIL (fixture->finder == NULL);
  g_object_unref (fixture->session);
  firm_free (fixture->firm);
  firm_remove_file (fixture->file);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static void
connect (Fixture *fixture)
{
  g_autofree char *server = plannr_api_check_server (fixture->firm->base, NULL);
  g_autoptr (PlannrLogin) login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", FIRM_ZOE, NULL);

  plannr_profile_connect (fixture->profile, fixture->session, server, "practice", login);
}

static PlannrSubmission *
write_case (Fixture *fixture, const char *name, const char *client, const char *kind)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) account =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", client, "kind",
                    g_str_equal (client, FIRM_STAFF) ? PLANNR_ACCOUNT_KIND_EMPLOYEE
                                                     : PLANNR_ACCOUNT_KIND_CLIENT,
                    NULL);
  g_autoptr (PlannrChoice) choice = g_object_new (PLANNR_TYPE_CHOICE, "uuid", kind, NULL);

  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_set_kind (draft, choice);
  plannr_case_draft_add (draft, account);

  return plannr_outbox_begin (fixture->outbox, draft);
}

static void
look_at (Fixture *fixture, PlannrSubmission *submission)
{
  plannr_double_finder_set_submission (fixture->finder, submission);
  plannr_double_finder_look (fixture->finder);
}

/* Returns: what is found once everything has been heard. */
static PlannrDouble *
find (Fixture *fixture, PlannrSubmission *submission)
{
  look_at (fixture, submission);
  WAIT_UNTIL (!plannr_double_finder_get_asking (fixture->finder));

  return plannr_double_finder_get_found (fixture->finder);
}

static void
change_firm (Fixture *fixture, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->file, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 2000);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
date_back (Fixture *fixture, int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);
  g_autofree char *text = g_date_time_format (then, "%FT%TZ");
  g_autofree char *sql =
      g_strdup_printf ("UPDATE cases SET created_at = '%s' WHERE name = '" SEEDED "'", text);

  change_firm (fixture, sql);
}

static gint64
count (Fixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM cases WHERE name = '%s'", name);

  return firm_count (fixture->file, sql);
}

static void
test_plannr_has_client_and_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "Anything", FIRM_GARETH, MORTGAGE);
  PlannrDouble *found = NULL;
  gint64 age = 0;

  connect (fixture);
  found = find (fixture, submission);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_null (plannr_double_get_submission (found));
  g_assert_cmpstr (plannr_case_get_name (plannr_double_get_record (found)), ==, SEEDED);
  g_assert_cmpstr (plannr_account_get_uuid (plannr_double_get_client (found)), ==, FIRM_GARETH);
  age = g_get_real_time () - plannr_double_get_when (found);
  g_assert_cmpint (age, >, 0);
  g_assert_cmpint (age, <, 3 * G_TIME_SPAN_DAY);
}

static void
test_another_type_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "Anything", FIRM_GARETH, REVIEW);

  connect (fixture);
  g_assert_null (find (fixture, submission));
}

static void
test_staff_is_no_client (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "Anything", FIRM_STAFF, MORTGAGE);

  connect (fixture);
  g_assert_null (find (fixture, submission));
}

static void
test_plannr_has_the_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission =
      write_case (fixture, " Thompson \t mortgage", FIRM_GARETH, REVIEW);
  PlannrDouble *found = NULL;

  connect (fixture);
  found = find (fixture, submission);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_null (plannr_double_get_client (found));
  g_assert_cmpstr (plannr_case_get_name (plannr_double_get_record (found)), ==, SEEDED);

  /* It is looked at again as soon as that changes. */
  plannr_case_draft_set_name (plannr_submission_get_draft (submission), "Thompson mortgage 2");
  WAIT_UNTIL (plannr_double_finder_get_found (fixture->finder) == NULL);
}

static void
test_only_of_the_last_30_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, SEEDED, FIRM_GARETH, MORTGAGE);

  date_back (fixture, 31);
  connect (fixture);
  g_assert_null (find (fixture, submission));

  date_back (fixture, 29);
  plannr_profile_disconnect (fixture->profile);
  connect (fixture);
  g_assert_true (PLANNR_IS_DOUBLE (find (fixture, submission)));
}

static void
test_row_has_client_and_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) first = write_case (fixture, "First", FIRM_GARETH, REVIEW);
  g_autoptr (PlannrSubmission) second = write_case (fixture, "Second", FIRM_GARETH, REVIEW);
  PlannrDouble *found = NULL;

  /* A draft is no double of anything, and nothing is one of itself. */
  g_assert_null (find (fixture, second));

  /* Without a way to Plannr what is here counts. */
  plannr_outbox_submit (fixture->outbox, first);
  found = find (fixture, second);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_true (plannr_double_get_submission (found) == first);
  g_assert_null (plannr_double_get_record (found));

  /* The row is shown also where Plannr has it, too. */
  connect (fixture);
  WAIT_UNTIL (plannr_submission_get_state (first) == PLANNR_STATE_CREATED);
  found = find (fixture, second);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_true (plannr_double_get_submission (found) == first);
}

static void
test_row_has_the_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) first = write_case (fixture, "Zoë’s  review", FIRM_GARETH, REVIEW);
  g_autoptr (PlannrSubmission) second =
      write_case (fixture, "Zoe\xcc\x88’s review ", FIRM_STAFF, MORTGAGE);
  PlannrDouble *found = NULL;

  plannr_outbox_submit (fixture->outbox, first);
  found = find (fixture, second);
  g_assert_true (PLANNR_IS_DOUBLE (found));
  g_assert_true (plannr_double_get_submission (found) == first);
  g_assert_null (plannr_double_get_client (found));

  /* Taken back it is a draft again. */
  plannr_outbox_cancel (fixture->outbox, first);
  WAIT_UNTIL (plannr_double_finder_get_found (fixture->finder) == NULL);
}

static void
test_refused_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) first = write_case (fixture, "Same", FIRM_STAFF, REVIEW);
  g_autoptr (PlannrSubmission) second = write_case (fixture, "Same", FIRM_GARETH, REVIEW);

  connect (fixture);
  plannr_outbox_submit (fixture->outbox, first);
  WAIT_UNTIL (plannr_submission_get_state (first) == PLANNR_STATE_REFUSED);
  g_assert_null (find (fixture, second));
  plannr_outbox_discard (fixture->outbox, first);
  g_assert_null (find (fixture, second));
}

/* More were created than are in the list from the start. */
static void
test_journal_has_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = NULL;
  g_autoptr (PlannrSubmission) old = NULL;
  g_autoptr (PlannrSubmission) past = NULL;
  g_autoptr (PlannrSubmission) row = NULL;
  g_autoptr (PlannrSubmission) again = NULL;
  PlannrJournal *journal = NULL;

  fixture->folder = g_dir_make_tmp ("plannr-test-XXXXXX", NULL);
  g_object_unref (fixture->profile);
  open_profile (fixture);
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

  open_profile (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->outbox)), ==, 100);
  submission = write_case (fixture, "Past 149", FIRM_GARETH, REVIEW);
  g_assert_true (PLANNR_IS_DOUBLE (find (fixture, submission)));
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

  old = write_case (fixture, "Past 150", FIRM_GARETH, REVIEW);
  g_assert_null (find (fixture, old));
}

static void
test_offline_only_what_is_here (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  connect (fixture);
  firm_stop (fixture->firm);
  g_assert_null (find (fixture, submission));

  plannr_create_press_begin (fixture->press, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), !=, PLANNR_STATE_DRAFT);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

static void
test_press_sends_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "New", FIRM_GARETH, REVIEW);

  connect (fixture);
  g_assert_null (find (fixture, submission));
  plannr_create_press_begin (fixture->press, submission);
  g_assert_false (plannr_create_press_get_waiting (fixture->press));
  WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpint (count (fixture, "New"), ==, 1);
}

static void
test_press_sends_what_was_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  connect (fixture);
  g_assert_true (PLANNR_IS_DOUBLE (find (fixture, submission)));
  plannr_create_press_begin (fixture->press, submission);
  WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpuint (fixture->n_named, ==, 0);
  g_assert_cmpint (count (fixture, "New"), ==, 1);
}

static void
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* The answer comes after the press: the double is named before anything is made; the second press
 * sends, and a press that is only repeated does not. */
static void
test_press_names_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "New", FIRM_GARETH, MORTGAGE);
  gboolean over = FALSE;

  connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  plannr_create_press_begin (fixture->press, submission);
  plannr_create_press_begin (fixture->press, submission);
  g_assert_true (plannr_create_press_get_waiting (fixture->press));
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  WAIT_UNTIL (!plannr_create_press_get_waiting (fixture->press));
  g_assert_cmpuint (fixture->n_named, ==, 1);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);

  plannr_create_press_begin (fixture->press, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);

  g_timeout_add_once (plannr_schedule_get_repetition (fixture->schedule) + 20, over_cb, &over);
  WAIT_UNTIL (over);
  plannr_create_press_begin (fixture->press, submission);
  WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpuint (fixture->n_named, ==, 1);
  g_assert_cmpint (count (fixture, "New"), ==, 1);
}

/* Plannr takes longer than Create waits. */
static void
test_press_waits_no_longer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "New", FIRM_GARETH, MORTGAGE);
  gint64 start = 0;
  gint64 waited;

  connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  start = g_get_monotonic_time ();
  plannr_create_press_begin (fixture->press, submission);
  WAIT_UNTIL (!plannr_create_press_get_waiting (fixture->press));
  waited = (g_get_monotonic_time () - start) / 1000;
  g_assert_cmpint (plannr_submission_get_state (submission), !=, PLANNR_STATE_DRAFT);
  g_assert_cmpint (waited, >=, plannr_schedule_get_double_wait (fixture->schedule));
  g_assert_cmpint (waited, <, plannr_schedule_get_double_wait (fixture->schedule) + 300);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

static void
test_press_is_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  g_assert_false (plannr_create_press_cancel (fixture->press));
  plannr_create_press_begin (fixture->press, submission);
  g_assert_true (plannr_create_press_cancel (fixture->press));
  g_assert_false (plannr_create_press_get_waiting (fixture->press));
  WAIT_UNTIL (plannr_double_finder_get_found (fixture->finder) != NULL);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

/* Whoever goes elsewhere meanwhile has pressed it all the same. */
static void
test_press_is_hurried (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) submission = write_case (fixture, "New", FIRM_GARETH, MORTGAGE);

  connect (fixture);
  plannr_double_finder_set_submission (fixture->finder, submission);
  plannr_create_press_begin (fixture->press, submission);
  g_assert_true (plannr_create_press_get_waiting (fixture->press));
  plannr_create_press_hurry (fixture->press);
  g_assert_cmpint (plannr_submission_get_state (submission), !=, PLANNR_STATE_DRAFT);
  WAIT_UNTIL (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED);
  g_assert_cmpuint (fixture->n_named, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, latency, function)                                                               \
  g_test_add ("/plannr/double-finder/" path, Fixture, latency, set_up, function, tear_down)
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
#define ADD(path, latency, function)                                                               \
  g_test_add ("/plannr/create-press/" path, Fixture, latency, set_up, function, tear_down)
  ADD ("sends-at-once", NULL, test_press_sends_at_once);
  ADD ("sends-what-was-shown", NULL, test_press_sends_what_was_shown);
  ADD ("names-first", "50", test_press_names_first);
  ADD ("waits-no-longer", "1000", test_press_waits_no_longer);
  ADD ("is-taken-back", "50", test_press_is_taken_back);
  ADD ("is-hurried", "50", test_press_is_hurried);
#undef ADD
  return g_test_run ();
}
