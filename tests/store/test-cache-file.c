/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "cache-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "plannr-choice.h"

#define ANN      UUID ("01")
#define COEUR    UUID ("03")
#define INACTIVE UUID ("04")

/* Nothing on the disk before it is needed, and nothing there for others to read. */
static void
test_files_are_private (CacheFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cache_fixture_get_file (fixture);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->folder, &status), ==, -1);
  cache_fixture_keep_people (fixture->cache);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
  g_assert_no_errno (g_stat (fixture->folder, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_no_errno (g_stat (log, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

static gboolean
forget (PlannrCache *cache, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  plannr_cache_forget_async (cache, NULL, forgotten_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return plannr_cache_forget_finish (cache, answer, error);
}

static gboolean
has_file (CacheFixture *fixture, const char *ending)
{
  g_autofree char *path = cache_fixture_get_file (fixture);
  g_autofree char *name = g_strconcat (path, ending, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

/* Once it is said to be forgotten, it is. */
static void
test_forget (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cache_fixture_keep_people (fixture->cache);
  plannr_cache_use (fixture->cache, UUID ("05"));
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
  g_assert_true (has_file (fixture, ""));
  g_assert_true (has_file (fixture, "-wal"));
  g_assert_true (forget (fixture->cache, &error));
  g_assert_no_error (error);
  g_assert_false (has_file (fixture, ""));
  g_assert_false (has_file (fixture, "-wal"));
  g_assert_false (has_file (fixture, "-shm"));
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", NULL);
  cache_fixture_start_again (fixture);

  /* What was chosen is forgotten as well. */
  cache_fixture_keep_people (fixture->cache);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "ann",
                              "Mary Ann Bell|Diana Mann|Anna Marks|Ann Ottley");
}

/* What can't be removed is not said to be. */
static void
test_forget_fails (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cache_fixture_get_file (fixture);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  cache_fixture_keep_people (fixture->cache);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
  g_assert_no_errno (g_mkdir (journal, 0700));
  g_assert_false (forget (fixture->cache, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_no_errno (g_rmdir (journal));
}

static void
spoil (CacheFixture *fixture, const char *sql)
{
  g_autofree char *path = cache_fixture_get_file (fixture);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
assert_works_from_new (CacheFixture *fixture)
{
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", NULL);
  cache_fixture_keep_people (fixture->cache);
  cache_fixture_start_again (fixture);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
}

/* What an earlier version kept is found by how names are folded today. */
static void
test_first_version (CacheFixture *fixture, gconstpointer data)
{
  static const char sql[] =
      "CREATE TABLE people (uuid TEXT PRIMARY KEY, name TEXT, kind TEXT, role TEXT, email TEXT,"
      " phone TEXT, adviser TEXT, joint INTEGER NOT NULL, inactive INTEGER NOT NULL,"
      " folded TEXT NOT NULL, digits TEXT NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE choices (what TEXT NOT NULL, uuid TEXT NOT NULL, name TEXT, colour TEXT,"
      " position INTEGER NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (what, uuid))"
      " STRICT, WITHOUT ROWID;"
      "CREATE TABLE plans (uuid TEXT PRIMARY KEY, name TEXT, kind TEXT, sub_kind TEXT, status TEXT,"
      " provider TEXT, policy_number TEXT, amount INTEGER NOT NULL, currency TEXT,"
      " folded TEXT NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE clients (uuid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
      "CREATE TABLE client_plans (client TEXT NOT NULL, plan TEXT NOT NULL,"
      " position INTEGER NOT NULL, PRIMARY KEY (client, plan)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE uses (uuid TEXT PRIMARY KEY, last_used INTEGER NOT NULL, times INTEGER NOT "
      "NULL)"
      " STRICT, WITHOUT ROWID;"
      "INSERT INTO people VALUES ('" UUID (
          "01") "', 'Łukasz Nowak', 'client', NULL, NULL,"
                " '07700 900123', NULL, 0, 0, ' łukasz nowak', '07700900123');"
                "INSERT INTO choices VALUES ('type', '" UUID (
                    "02") "', 'Über', NULL, -1, ' uber');"
                          "INSERT INTO plans VALUES ('" UUID (
                              "03") "', 'Cœur', NULL, NULL, NULL, NULL, 'AB-1', 0,"
                                    " NULL, ' ab-1 cœur');"
                                    "PRAGMA user_version = 1";

  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  spoil (fixture, sql);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "lukasz", "Łukasz Nowak");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "0770 0900", "Łukasz Nowak");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_TYPES, "uber", "Über");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "coeur", "Cœur");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "ab1", "Cœur");
}

static char *
get_text (CacheFixture *fixture, const char *sql)
{
  g_autofree char *path = cache_fixture_get_file (fixture);
  sqlite3 *database = NULL;
  sqlite3_stmt *row = NULL;
  char *text = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (row, 0));
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  return text;
}

/* What was kept when only people were gone through: that pass goes on, and plans are found by all that
 * they are found by today. */
static void
test_third_version (CacheFixture *fixture, gconstpointer data)
{
  static const char tables[] =
      "CREATE TABLE people (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT,"
      " kind TEXT,"
      " role TEXT, email TEXT, phone TEXT, adviser TEXT, joint INTEGER NOT NULL,"
      " inactive INTEGER NOT NULL, folded TEXT NOT NULL, listed INTEGER NOT NULL DEFAULT 0,"
      " seen INTEGER NOT NULL DEFAULT 0) STRICT;"
      "CREATE TABLE choices (what TEXT NOT NULL, uuid TEXT NOT NULL, name TEXT, colour TEXT,"
      " position INTEGER NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (what, uuid))"
      " STRICT, WITHOUT ROWID;"
      "CREATE TABLE plans (uuid TEXT PRIMARY KEY, name TEXT, kind TEXT, sub_kind TEXT, status TEXT,"
      " provider TEXT, policy_number TEXT, amount INTEGER NOT NULL, currency TEXT,"
      " folded TEXT NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE clients (uuid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
      "CREATE TABLE client_plans (client TEXT NOT NULL, plan TEXT NOT NULL,"
      " position INTEGER NOT NULL, PRIMARY KEY (client, plan)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE uses (uuid TEXT PRIMARY KEY, last_used INTEGER NOT NULL,"
      " times INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE people_pass (id INTEGER PRIMARY KEY CHECK (id = 1), run INTEGER NOT NULL,"
      " page INTEGER NOT NULL, again INTEGER NOT NULL, moved INTEGER NOT NULL,"
      " total INTEGER NOT NULL, pass INTEGER NOT NULL, ended_at INTEGER NOT NULL) STRICT;"
      "INSERT INTO people_pass VALUES (1, 2, 7, 0, 0, 4000, 3, 1234567);";
  static const char rows[] =
      "INSERT INTO people VALUES (1, '" ANN "', 'Ann Lee', 'client', NULL, NULL, NULL, NULL, 0, 0,"
      " ' ann lee\t\t', 1, 3);"
      "INSERT INTO plans VALUES ('" COEUR "', 'Cœur', 'pension', 'sipp', 'active', 'Aviva',"
      " 'AB-12/34', 100, 'GBP', ' ab-12/34 coeur'),"
      " ('" INACTIVE "', 'Coeur', NULL, NULL, 'inactive', NULL, NULL, 0, NULL, ' coeur');"
      "INSERT INTO clients VALUES ('" ANN "');"
      "INSERT INTO client_plans VALUES ('" ANN "', '" INACTIVE "', 0), ('" ANN "', '" COEUR "', 1);"
      "INSERT INTO uses VALUES ('" INACTIVE "', 1, 1);"
      "PRAGMA user_version = 3";
  static const char progress[] =
      "SELECT group_concat(run || ' ' || page || ' ' || total || ' ' || pass || ' ' || ended_at)"
      " FROM passes WHERE what = 'people'";
  static const char others[] =
      "SELECT group_concat(what || ' ' || run || ' ' || page || ' ' || total || ' ' || ended_at)"
      " FROM (SELECT * FROM passes WHERE what <> 'people' ORDER BY what)";
  g_autofree char *people = NULL;
  g_autofree char *rest = NULL;

  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  spoil (fixture, tables);
  spoil (fixture, rows);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "ann", "Ann Lee");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "coeur", "Coeur|Cœur");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "b1234", "Cœur");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "aviva sipp", "Cœur");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, ANN, "Coeur|Cœur");

  cache_fixture_start_again (fixture);
  people = get_text (fixture, progress);
  g_assert_cmpstr (people, ==, "2 7 4000 3 1234567");
  rest = get_text (fixture, others);
  g_assert_cmpstr (rest, ==, "plans 0 1 -1 0,statuses 0 1 -1 0,types 0 1 -1 0");
}

/* No cache of ours, a cut one, one of another program's and one from a later version. */
static void
test_made_anew (CacheFixture *fixture, gconstpointer sql)
{
  g_autofree char *path = cache_fixture_get_file (fixture);

  if (sql != NULL)
    {
      cache_fixture_keep_people (fixture->cache);
      g_clear_object (&fixture->cache);
      spoil (fixture, sql);
    }
  else
    {
      g_mkdir (fixture->folder, 0700);
      g_assert_true (g_file_set_contents (path, "This is no database at all.", -1, NULL));
    }
  g_clear_object (&fixture->cache);
  fixture->cache = plannr_cache_new (fixture->folder);
  assert_works_from_new (fixture);
}

static void
test_cut_short (CacheFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cache_fixture_get_file (fixture);
  g_autofree char *contents = NULL;
  gsize length = 0;

  cache_fixture_keep_people (fixture->cache);
  g_clear_object (&fixture->cache);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  memset (contents + 4096, 0xa5, length - 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  fixture->cache = plannr_cache_new (fixture->folder);
  assert_works_from_new (fixture);
}

/* A file stands where the folder would be: it does without, until the next start. */
static void
test_no_place (CacheFixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->folder, "deeper", NULL);
  g_autoptr (PlannrCache) cache = plannr_cache_new (inside);

  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  cache_fixture_keep_people (cache);
  cache_fixture_assert_found (cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
  plannr_cache_forget_async (cache, NULL, NULL, NULL);
  cache_fixture_assert_found (cache, PLANNR_CACHE_PEOPLE, "diana", NULL);
}

/* Two at once: the file is the first one's, and stays whole. */
static void
test_two_at_once (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrCache) second = plannr_cache_new (fixture->folder);

  cache_fixture_keep_people (fixture->cache);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
  cache_fixture_keep (second, PLANNR_CACHE_TYPES, NULL,
                      cache_fixture_make_choice (UUID ("02"), "Mortgage", NULL, -1), NULL);
  cache_fixture_assert_found (second, PLANNR_CACHE_TYPES, "", "Mortgage");
  cache_fixture_assert_found (second, PLANNR_CACHE_PEOPLE, "diana", NULL);
  cache_fixture_start_again (fixture);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
}

/* What was there before the disk was full can still be found. */
static void
test_full_disk (CacheFixture *fixture, gconstpointer data)
{
  struct rlimit limit = { 0, 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  cache_fixture_keep_people (fixture->cache);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = 1;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_TYPES, NULL,
                      cache_fixture_make_choice (UUID ("02"), "Mortgage", NULL, -1), NULL);
  plannr_cache_use (fixture->cache, UUID ("02"));
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_TYPES, "", NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Mann");
  limit.rlim_cur = limit.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));

  cache_fixture_keep (fixture->cache, PLANNR_CACHE_TYPES, NULL,
                      cache_fixture_make_choice (UUID ("02"), "Mortgage", NULL, -1), NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_TYPES, "", "Mortgage");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, begin, function)                                                           \
  g_test_add ("/plannr/cache-file/" path, CacheFixture, data, begin, function,                     \
              cache_fixture_tear_down)
  ADD ("files-are-private", NULL, cache_fixture_set_up, test_files_are_private);
  ADD ("forget", NULL, cache_fixture_set_up, test_forget);
  ADD ("forget/fails", NULL, cache_fixture_set_up, test_forget_fails);
  ADD ("first-version", NULL, cache_fixture_set_up, test_first_version);
  ADD ("third-version", NULL, cache_fixture_set_up, test_third_version);
  ADD ("made-anew/no-database", NULL, cache_fixture_set_up, test_made_anew);
  ADD ("made-anew/newer-version", "PRAGMA user_version = 1000", cache_fixture_set_up,
       test_made_anew);
  ADD ("made-anew/another-program", "DROP TABLE plans; PRAGMA user_version = 0",
       cache_fixture_set_up, test_made_anew);
  ADD ("made-anew/incomplete", "DROP TABLE people", cache_fixture_set_up, test_made_anew);
  ADD ("made-anew/garbage", NULL, cache_fixture_set_up, test_cut_short);
  ADD ("no-place", NULL, cache_fixture_set_up, test_no_place);
  ADD ("two-at-once", NULL, cache_fixture_set_up, test_two_at_once);
  ADD ("full-disk", NULL, cache_fixture_set_up, test_full_disk);
#undef ADD

  return g_test_run ();
}
