/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "journal-fixture.h"

#include <glib/gstdio.h>

#include "plannr-draft-bytes.h"

void
journal_fixture_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

GAsyncResult *
journal_fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

void
journal_fixture_set_up (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("plannr-journal-XXXXXX", &error);
  g_assert_no_error (error);
}

void
journal_fixture_close (JournalFixture *fixture)
{
  g_clear_pointer (&fixture->entries, g_ptr_array_unref);
  g_clear_pointer (&fixture->moved_to, g_free);
  g_clear_error (&fixture->error);
  if (fixture->journal != NULL)
    g_assert_true (plannr_journal_flush (fixture->journal, 10000));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  if (fixture->journal != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->journal));
}

void
journal_fixture_tear_down (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  journal_fixture_close (fixture);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = journal_fixture_get_path (fixture, name);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

gboolean
journal_fixture_open (JournalFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  journal_fixture_close (fixture);
  fixture->journal = plannr_journal_new (fixture->folder);
  plannr_journal_open_async (fixture->journal, NULL, journal_fixture_result_cb, &result);
  fixture->entries = plannr_journal_open_finish (fixture->journal, journal_fixture_wait (&result),
                                                 &fixture->moved_to, &fixture->error);

  return fixture->entries != NULL;
}

char *
journal_fixture_get_path (JournalFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

PlannrEntry *
journal_fixture_new_entry (const char *id, PlannrState state)
{
  PlannrEntry *entry = g_new0 (PlannrEntry, 1);
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

  plannr_case_draft_set_name (draft, "Remortgage");
  entry->id = g_strdup (id);
  entry->state = state;
  entry->name = g_strdup ("Remortgage");
  entry->draft = plannr_draft_bytes_write (draft);
  entry->changed_at = g_get_real_time ();
  if (state != PLANNR_STATE_DRAFT)
    {
      entry->queued_at = 42;
      entry->body = g_bytes_new_static ("{\"name\":\"Remortgage\"}", 21);
    }

  return entry;
}

gboolean
journal_fixture_write (JournalFixture *fixture, PlannrEntry *entry, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plannr_journal_write_async (fixture->journal, entry, NULL, journal_fixture_result_cb, &result);

  return plannr_journal_write_finish (fixture->journal, journal_fixture_wait (&result), error);
}

const PlannrEntry *
journal_fixture_find (JournalFixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->entries->len; i++)
    {
      const PlannrEntry *entry = g_ptr_array_index (fixture->entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }

  return NULL;
}
