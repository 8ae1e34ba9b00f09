/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "list-firm.h"
#include "plannr-directory-sync.h"

#define SECONDS 30

/* Waits are so much shorter: a page in 20 ms, the next look in 6 s, a pass in half an hour. */
#define SCALE   50

typedef struct
{
  char *folder;
  ListFirm *firm;
  SoupSession *session;
  PlannrApi *api;
  PlannrSchedule *schedule;
  PlannrCache *cache;
  PlannrDirectorySync *sync;
} Fixture;

static void
open_with (Fixture *fixture, guint scale)
{
  fixture->schedule = plannr_schedule_new_scaled (scale);
  fixture->cache = plannr_cache_new (fixture->folder);
  fixture->sync = plannr_directory_sync_new (fixture->cache, fixture->schedule);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *server = NULL;

  fixture->folder = g_dir_make_tmp ("plannr-people-XXXXXX", NULL);
  fixture->firm = list_firm_new (GPOINTER_TO_UINT (data));
  fixture->session = plannr_api_session_new ();
  server = plannr_api_check_server (fixture->firm->url, NULL);
  fixture->api = plannr_api_new (fixture->session, server, "practice", NULL);
  open_with (fixture, SCALE);
}

/* As at the end of the application: what was begun is not ended. */
static void
close_all (Fixture *fixture)
{
  g_assert_finalize_object (fixture->sync);
  g_assert_finalize_object (fixture->cache);
  g_clear_object (&fixture->schedule);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);

  if (fixture->sync != NULL)
    close_all (fixture);
  soup_session_abort (fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->api);
  g_object_unref (fixture->session);
  list_firm_free (fixture->firm);
  g_assert_no_errno (g_remove (path));
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("The people are not there in time");
  return G_SOURCE_REMOVE;
}

static void
wait_until_idle (Fixture *fixture)
{
  guint late = g_timeout_add_seconds (SECONDS, late_cb, NULL);

  while (plannr_directory_sync_get_busy (fixture->sync))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/* A run from its beginning to its end, and no more. */
static void
run (Fixture *fixture)
{
  plannr_directory_sync_set_api (fixture->sync, fixture->api);
  g_assert_true (plannr_directory_sync_get_busy (fixture->sync));
  wait_until_idle (fixture);
  plannr_directory_sync_set_api (fixture->sync, NULL);
}

static sqlite3_stmt *
query (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);

  return statement;
}

/* Nobody is missing, nobody is there twice, and nobody is there who is not. */
static void
assert_same_people (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);
  sqlite3 *database = NULL;
  sqlite3_stmt *row = NULL;
  guint n = 0;

  close_all (fixture);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  row = query (database, "SELECT count(*), count(DISTINCT uuid), sum(inactive) FROM people");
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (row, 0), ==, (int) fixture->firm->people->len);
  g_assert_cmpint (sqlite3_column_int (row, 1), ==, (int) fixture->firm->people->len);
  g_assert_cmpint (sqlite3_column_int (row, 2), ==,
                   (int) g_hash_table_size (fixture->firm->inactive));
  sqlite3_finalize (row);

  row = query (database, "SELECT 1 FROM people WHERE uuid = ?");
  for (guint i = 0; i < fixture->firm->people->len; i++)
    {
      g_autofree char *uuid = list_firm_get_uuid (g_array_index (fixture->firm->people, guint, i));

      sqlite3_bind_text (row, 1, uuid, -1, SQLITE_STATIC);
      n += sqlite3_step (row) == SQLITE_ROW;
      sqlite3_reset (row);
    }
  g_assert_cmpuint (n, ==, fixture->firm->people->len);
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  open_with (fixture, SCALE);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  run (fixture);
  assert_same_people (fixture);
}

/* After the first time, only who has come is asked for. */
static void
test_newest (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  run (fixture);
  /* Three pages, and whether anybody has come meanwhile. */
  g_assert_cmpuint (fixture->firm->n_requests, ==, 4);

  run (fixture);
  g_assert_cmpuint (fixture->firm->n_requests - 4, ==, 1);

  n = fixture->firm->n_requests;
  list_firm_add (fixture->firm, 3);
  run (fixture);
  g_assert_cmpuint (fixture->firm->n_requests - n, ==, 1);

  n = fixture->firm->n_requests;
  list_firm_add (fixture->firm, 700);
  run (fixture);
  g_assert_cmpuint (fixture->firm->n_requests - n, ==, 2);
  assert_same_people (fixture);
}

/* Who has left, or is inactive, is noticed by the next pass. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  run (fixture);
  list_firm_remove (fixture->firm, 3);
  list_firm_remove (fixture->firm, 1200);
  g_hash_table_add (fixture->firm->inactive, GUINT_TO_POINTER (7));
  close_all (fixture);
  /* A pass is due at once. */
  open_with (fixture, 100000000);
  run (fixture);
  assert_same_people (fixture);
}

static void
remove_while_listed (ListFirm *firm, guint n_requests)
{
  /* Of those who are on a page that came: all others move up by one. */
  if (n_requests == 2)
    list_firm_remove (firm, firm->people->len - 10);
}

static void
add_while_listed (ListFirm *firm, guint n_requests)
{
  if (n_requests <= 4)
    list_firm_add (firm, 2);
}

static void
shuffle_while_listed (ListFirm *firm, guint n_requests)
{
  /* Two of the same second change places, and one of them is on neither page. */
  if (n_requests == 2)
    {
      guint *people = (guint *) (gpointer) firm->people->data;
      guint one = people[firm->people->len - 1];

      people[firm->people->len - 1] = people[firm->people->len - 501];
      people[firm->people->len - 501] = one;
    }
}

static void
test_moving_list (Fixture *fixture, gconstpointer data)
{
  static const ListFirmFunc funcs[] = { remove_while_listed, add_while_listed,
                                        shuffle_while_listed };

  for (guint limited = 0; limited < 2; limited++)
    for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
      {
        g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);

        close_all (fixture);
        g_remove (path);
        open_with (fixture, SCALE);
        fixture->firm->n_requests = 0;
        fixture->firm->func = funcs[i];
        fixture->firm->remaining = limited ? 400 : -1;
        run (fixture);
        assert_same_people (fixture);
      }
  g_assert_null (strstr (fixture->firm->sorts->str, " created_at "));
}

/* A page a second, were it not for the scale; and it waits for those who create. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  const gint64 *times = NULL;

  fixture->firm->remaining = 450;
  run (fixture);
  g_assert_cmpuint (fixture->firm->times->len, ==, 4);
  times = (const gint64 *) (gpointer) fixture->firm->times->data;
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (times[i] - times[i - 1], >=, 19 * G_TIME_SPAN_MILLISECOND);

  fixture->firm->remaining = 20;
  list_firm_add (fixture->firm, 700);
  run (fixture);
  g_assert_cmpuint (fixture->firm->times->len, ==, 6);
  times = (const gint64 *) (gpointer) fixture->firm->times->data;
  g_assert_cmpint (times[5] - times[4], >=, 199 * G_TIME_SPAN_MILLISECOND);
  assert_same_people (fixture);
}

/* What Plannr refuses is not asked for any more, and what it has no time for is asked for again. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  fixture->firm->no_phones = TRUE;
  fixture->firm->n_busy = 2;
  run (fixture);
  g_assert_cmpuint (fixture->firm->n_requests, ==, 7);
  assert_same_people (fixture);
}

/* It ends with the last hold on it, whatever is under way, and goes on at the next page. */
static void
test_going_on (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  fixture->firm->remaining = 450;
  for (guint i = 1; i <= 3; i++)
    {
      plannr_directory_sync_set_api (fixture->sync, fixture->api);
      while (fixture->firm->n_requests < 2 * i)
        g_main_context_iteration (NULL, TRUE);
      close_all (fixture);
      open_with (fixture, SCALE);
    }
  run (fixture);
  n = fixture->firm->n_requests;
  /* Six pages were asked for before, of which three at least were kept. */
  g_assert_cmpuint (n, <=, 6 + 10 - 3 + 1);
  assert_same_people (fixture);
}

/* The file is the first desk's: the second one does not fetch everybody into its memory. */
static void
test_second_desk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrCache) cache = plannr_cache_new (fixture->folder);
  g_autoptr (PlannrDirectorySync) second = plannr_directory_sync_new (cache, fixture->schedule);
  guint late = 0;
  guint n = 0;

  run (fixture);
  n = fixture->firm->n_requests;
  late = g_timeout_add_seconds (SECONDS, late_cb, NULL);
  plannr_directory_sync_set_api (second, fixture->api);
  while (plannr_directory_sync_get_busy (second))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  plannr_directory_sync_set_api (second, NULL);
  g_assert_cmpuint (fixture->firm->n_requests, ==, n);
}

/* By itself, when it has rested. */
static void
test_looks (Fixture *fixture, gconstpointer data)
{
  guint late = g_timeout_add_seconds (SECONDS, late_cb, NULL);

  close_all (fixture);
  open_with (fixture, 10000);
  plannr_directory_sync_set_api (fixture->sync, fixture->api);
  while (fixture->firm->n_requests < 5)
    g_main_context_iteration (NULL, TRUE);
  list_firm_add (fixture->firm, 1);
  while (fixture->firm->n_requests < 7)
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (fixture);
  plannr_directory_sync_look (fixture->sync);
  wait_until_idle (fixture);
  plannr_directory_sync_set_api (fixture->sync, NULL);
  g_source_remove (late);
  assert_same_people (fixture);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, n_people, function)                                                              \
  g_test_add ("/plannr/directory-sync/" path, Fixture, GUINT_TO_POINTER (n_people), set_up,        \
              function, tear_down)
  ADD ("all", 1234, test_all);
  ADD ("nobody", 0, test_all);
  ADD ("a-whole-page", 500, test_all);
  ADD ("newest", 1234, test_newest);
  ADD ("changes", 1234, test_changes);
  ADD ("moving-list", 1234, test_moving_list);
  ADD ("limit", 1234, test_limit);
  ADD ("refusals", 1234, test_refusals);
  ADD ("going-on", 5000, test_going_on);
  ADD ("second-desk", 10, test_second_desk);
  ADD ("looks", 1234, test_looks);
#undef ADD

  return g_test_run ();
}
