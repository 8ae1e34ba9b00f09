/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>

#include "plannr-archive.h"
#include "plannr-draft-bytes.h"
#include "plannr-outbox.h"
#include "plannr-submission-private.h"

#define N_CASES 250
#define SECONDS 20

/* A journal with more cases of before than are in the list from the start. */

typedef struct
{
  char *folder;
  PlannrOutbox *outbox;
} Fixture;

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
write_case (PlannrJournal *journal, guint i)
{
  PlannrEntry *entry = g_new0 (PlannrEntry, 1);
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  entry->name = g_strdup_printf ("Case %u%s", i, i == 7 ? ", Zoë Müller" : "");
  plannr_case_draft_set_name (draft, entry->name);
  entry->id = g_strdup_printf ("id-%u", i);
  entry->state = PLANNR_STATE_CREATED;
  entry->draft = plannr_draft_bytes_write (draft);
  entry->case_uuid = g_strdup (entry->id);
  entry->changed_at = 1000 + i;
  plannr_journal_write_async (journal, entry, NULL, result_cb, &result);
  plannr_journal_write_finish (journal, wait_for (&result), &error);
  g_assert_no_error (error);
}

static guint
n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->outbox));
}

static void
wait_for_rows (Fixture *fixture, guint n)
{
  gint64 deadline = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (50, wake_cb, NULL);

  while (n_rows (fixture) != n && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_cmpuint (n_rows (fixture), ==, n);
}

static void
let_pass (guint milliseconds)
{
  gint64 deadline = g_get_monotonic_time () + milliseconds * 1000;
  guint wake = g_timeout_add (10, wake_cb, NULL);

  while (g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static gboolean
has (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < n_rows (fixture); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (fixture->outbox), i);

      if (g_str_equal (plannr_submission_get_id (row), id))
        return TRUE;
    }

  return FALSE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new_scaled (100);
  g_autoptr (PlannrJournal) journal = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *moved_to = NULL;

  fixture->folder = g_dir_make_tmp ("plannr-archive-XXXXXX", NULL);
  journal = plannr_journal_new (fixture->folder);
  plannr_journal_open_async (journal, NULL, result_cb, &result);
  entries = plannr_journal_open_finish (journal, wait_for (&result), &moved_to, NULL);
  g_assert_nonnull (entries);
  for (guint i = 0; i < N_CASES; i++)
    write_case (journal, i);
  g_clear_object (&result);
  g_clear_object (&journal);

  fixture->outbox = plannr_outbox_new (schedule);
  journal = plannr_journal_new (fixture->folder);
  plannr_outbox_open (fixture->outbox, journal);
  wait_for_rows (fixture, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "cases.db", "cases.db-wal", "cases.db-shm", "cases.lock" };

  plannr_outbox_flush (fixture->outbox);
  g_clear_object (&fixture->outbox);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_assert_true (has (fixture, "id-150"));
  g_assert_false (has (fixture, "id-149"));

  /* Asked for twice it comes once. */
  plannr_outbox_load_past (fixture->outbox, NULL);
  plannr_outbox_load_past (fixture->outbox, NULL);
  wait_for_rows (fixture, 200);
  g_assert_true (has (fixture, "id-50"));

  plannr_outbox_load_past (fixture->outbox, NULL);
  wait_for_rows (fixture, N_CASES);
  plannr_outbox_load_past (fixture->outbox, NULL);
  let_pass (100);
  g_assert_cmpuint (n_rows (fixture), ==, N_CASES);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  /* What somebody types on the way to a word is not looked for. */
  plannr_outbox_load_past (fixture->outbox, "c");
  plannr_outbox_load_past (fixture->outbox, "case 7 mul");
  plannr_outbox_load_past (fixture->outbox, "muller");
  wait_for_rows (fixture, 101);
  g_assert_true (has (fixture, "id-7"));
  plannr_outbox_load_past (fixture->outbox, "muller");
  let_pass (400);
  g_assert_cmpuint (n_rows (fixture), ==, 101);

  /* What was found comes in its turn once more, and is in the list once. */
  plannr_outbox_load_past (fixture->outbox, NULL);
  wait_for_rows (fixture, 201);
  plannr_outbox_load_past (fixture->outbox, NULL);
  wait_for_rows (fixture, N_CASES);
}

static void
test_search_goes_on (Fixture *fixture, gconstpointer data)
{
  /* Two hundred are looked at, half of which are there already; the others when somebody scrolls. */
  plannr_outbox_load_past (fixture->outbox, "case");
  wait_for_rows (fixture, 200);
  let_pass (100);
  g_assert_cmpuint (n_rows (fixture), ==, 200);
  plannr_outbox_load_past (fixture->outbox, "case");
  wait_for_rows (fixture, N_CASES);
}

/* It is looked for until it is found, however long ago it was, and what is looked at on the way there
 * stays out. */
static void
test_search_far (Fixture *fixture, gconstpointer data)
{
  plannr_outbox_load_past (fixture->outbox, "case 0");
  wait_for_rows (fixture, 100 + 24);
  g_assert_true (has (fixture, "id-0"));
  g_assert_false (has (fixture, "id-51"));
}

/* Nothing is asked of a journal that is gone. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new_scaled (100);
  g_autoptr (PlannrOutbox) outbox = plannr_outbox_new (schedule);

  plannr_outbox_load_past (outbox, NULL);
  plannr_outbox_load_past (outbox, "a");
  let_pass (400);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);

  plannr_outbox_load_past (fixture->outbox, NULL);
  plannr_outbox_load_past (fixture->outbox, "b");
}

static void
opened_cb (PlannrRecorder *recorder, GPtrArray *entries, GPtrArray *read, GListStore *rows)
{
  g_list_store_splice (rows, 0, 0, read->pdata, read->len);
}

static void
wait_for_n (GListModel *rows, guint n)
{
  gint64 deadline = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (50, wake_cb, NULL);

  while (g_list_model_get_n_items (rows) != n && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n);
}

static void
append (GListStore *rows, PlannrState state, guint i)
{
  g_autoptr (PlannrEntry) entry = g_new0 (PlannrEntry, 1);
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrSubmission) row = NULL;

  entry->id = g_strdup_printf ("new-%u", i);
  entry->name = g_strdup (entry->id);
  entry->state = state;
  entry->draft = plannr_draft_bytes_write (draft);
  entry->changed_at = 1000000 + i;
  row = plannr_submission_new_from_entry (entry);
  g_list_store_append (rows, row);
}

static void
assert_is (GListStore *rows, guint position, const char *id)
{
  g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (rows), position);

  g_assert_cmpstr (plannr_submission_get_id (row), ==, id);
}

/* In a session that creates many, only the newest stay, and what is not over; the others come back
 * without a gap when somebody scrolls down to them, and stay then. */
static void
test_put_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new_scaled (100);
  g_autoptr (PlannrRecorder) recorder = plannr_recorder_new (schedule);
  g_autoptr (PlannrJournal) journal = plannr_journal_new (fixture->folder);
  g_autoptr (GListStore) rows = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  g_autoptr (PlannrArchive) archive = plannr_archive_new (recorder, rows);

  plannr_outbox_flush (fixture->outbox);
  g_clear_object (&fixture->outbox);
  fixture->outbox = plannr_outbox_new (schedule);
  g_signal_connect (recorder, "opened", G_CALLBACK (opened_cb), rows);
  plannr_recorder_open (recorder, journal);
  wait_for_n (G_LIST_MODEL (rows), 100);

  plannr_archive_put_away_soon (archive);
  let_pass (50);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 100);

  append (rows, PLANNR_STATE_DRAFT, 0);
  for (guint i = 1; i <= 120; i++)
    append (rows, PLANNR_STATE_CREATED, i);
  plannr_archive_put_away_soon (archive);
  wait_for_n (G_LIST_MODEL (rows), 101);
  assert_is (rows, 0, "new-0");
  assert_is (rows, 1, "new-21");
  assert_is (rows, 100, "new-120");

  plannr_archive_load (archive, NULL);
  wait_for_n (G_LIST_MODEL (rows), 201);
  assert_is (rows, 101, "id-249");
  plannr_archive_put_away_soon (archive);
  let_pass (50);
  plannr_archive_load (archive, NULL);
  wait_for_n (G_LIST_MODEL (rows), 301);
  plannr_archive_put_away_soon (archive);
  let_pass (50);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 301);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/plannr/archive/pages", test_pages);
  ADD ("/plannr/archive/search", test_search);
  ADD ("/plannr/archive/search-goes-on", test_search_goes_on);
  ADD ("/plannr/archive/search-far", test_search_far);
  ADD ("/plannr/archive/gone", test_gone);
  ADD ("/plannr/archive/put-away", test_put_away);

  return g_test_run ();
}
