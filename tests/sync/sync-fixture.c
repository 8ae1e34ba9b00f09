/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "sync-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#define SECONDS 30

static gboolean
late_cb (gpointer user_data)
{
  g_error ("The lists are not there in time");
  return G_SOURCE_REMOVE;
}

/* Until when a test waits, at most. A build with sanitizers takes longer over everything. */
guint
sync_fixture_set_deadline (void)
{
  const char *patience = g_getenv ("PLANNR_TEST_PATIENCE");

  return g_timeout_add_seconds (SECONDS * (patience != NULL ? (guint) atoi (patience) : 1), late_cb,
                                NULL);
}

/* What was given up is let go by whoever still does it, a thread that reads an answer say. */
static void
wait_for_the_end (gpointer object)
{
  guint late = sync_fixture_set_deadline ();

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

void
sync_fixture_open_with (SyncFixture *fixture, guint scale)
{
  fixture->schedule = plannr_schedule_new_scaled (scale);
  fixture->cache = plannr_cache_new (fixture->folder);
  fixture->sync = plannr_directory_sync_new (fixture->cache, fixture->schedule);
}

void
sync_fixture_set_up (SyncFixture *fixture, gconstpointer data)
{
  g_autofree char *server = NULL;

  fixture->folder = g_dir_make_tmp ("plannr-lists-XXXXXX", NULL);
  fixture->firm = list_firm_new (GPOINTER_TO_UINT (data));
  fixture->session = plannr_api_session_new ();
  server = plannr_api_check_server (fixture->firm->url, NULL);
  fixture->api = plannr_api_new (fixture->session, server, "practice", NULL);
  sync_fixture_open_with (fixture, SYNC_SCALE);
}

/* As at the end of the application: what was begun is not ended. */
void
sync_fixture_close_all (SyncFixture *fixture)
{
  g_assert_finalize_object (fixture->sync);
  wait_for_the_end (g_steal_pointer (&fixture->cache));
  g_clear_object (&fixture->schedule);
}

void
sync_fixture_tear_down (SyncFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);

  if (fixture->sync != NULL)
    sync_fixture_close_all (fixture);
  soup_session_abort (fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_for_the_end (g_steal_pointer (&fixture->api));
  g_object_unref (fixture->session);
  list_firm_free (fixture->firm);
  g_assert_no_errno (g_remove (path));
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

void
sync_fixture_wait_until_idle (SyncFixture *fixture)
{
  guint late = sync_fixture_set_deadline ();

  while (plannr_directory_sync_get_busy (fixture->sync))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/* A run from its beginning to its end, and no more. */
void
sync_fixture_run (SyncFixture *fixture)
{
  plannr_directory_sync_set_api (fixture->sync, fixture->api);
  g_assert_true (plannr_directory_sync_get_busy (fixture->sync));
  sync_fixture_wait_until_idle (fixture);
  plannr_directory_sync_set_api (fixture->sync, NULL);
}

/* What the first column of the only row is. */
static char *
read_text (sqlite3_stmt *row)
{
  char *text = NULL;

  if (sqlite3_step (row) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (row, 0));
  sqlite3_reset (row);

  return text;
}

static sqlite3_stmt *
query (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);

  return statement;
}

/* The first column of the only row of what is kept. */
char *
sync_fixture_read (SyncFixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);
  sqlite3 *database = NULL;
  sqlite3_stmt *row = NULL;
  char *text = NULL;

  sync_fixture_close_all (fixture);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  row = query (database, sql);
  text = read_text (row);
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  sync_fixture_open_with (fixture, SYNC_SCALE);

  return text;
}

/* Nothing of the list is missing, nothing is there twice, and nothing is there that is not on it. */
static void
assert_same (SyncFixture *fixture,
             const char *all_sql,
             const char *one_sql,
             ListFirmList *list,
             char *(*describe) (ListFirm *firm, guint number))
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);
  g_autofree char *n_kept = sync_fixture_read (fixture, all_sql);
  g_autofree char *n_listed = g_strdup_printf ("%u %u", list->items->len, list->items->len);
  sqlite3 *database = NULL;
  sqlite3_stmt *row = NULL;

  g_assert_cmpstr (n_kept, ==, n_listed);
  sync_fixture_close_all (fixture);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  row = query (database, one_sql);
  for (guint i = 0; i < list->items->len; i++)
    {
      guint number = g_array_index (list->items, guint, i);
      g_autofree char *uuid = list_firm_get_uuid (number);
      g_autofree char *expected = describe (fixture->firm, number);
      g_autofree char *kept = NULL;

      sqlite3_bind_text (row, 1, uuid, -1, SQLITE_STATIC);
      kept = read_text (row);
      g_assert_cmpstr (kept, ==, expected);
    }
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  sync_fixture_open_with (fixture, SYNC_SCALE);
}

static char *
describe_person (ListFirm *firm, guint number)
{
  gboolean inactive = g_hash_table_contains (firm->inactive, GUINT_TO_POINTER (number));

  return g_strdup_printf ("Person %u, %d", number, inactive);
}

void
sync_fixture_assert_same_people (SyncFixture *fixture)
{
  assert_same (fixture, "SELECT count(*) || ' ' || count(DISTINCT uuid) FROM people",
               "SELECT name || ', ' || inactive FROM people WHERE uuid = ?", &fixture->firm->people,
               describe_person);
}

static char *
describe_plan (ListFirm *firm, guint number)
{
  gboolean renamed = g_hash_table_contains (firm->renamed, GUINT_TO_POINTER (number));

  return g_strdup_printf ("%s %u, AB-%05u/X, Aviva, active", renamed ? "Renamed" : "Plan", number,
                          number);
}

void
sync_fixture_assert_same_plans (SyncFixture *fixture)
{
  assert_same (fixture, "SELECT count(*) || ' ' || count(DISTINCT uuid) FROM plans",
               "SELECT name || ', ' || policy_number || ', ' || provider || ', ' || status"
               " FROM plans WHERE uuid = ?",
               &fixture->firm->plans, describe_plan);
}
