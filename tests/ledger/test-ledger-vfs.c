/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger-test"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ledger-vfs.h"

#define ROWS 5

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ledger-vfs-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "cases.db", NULL);
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ledger_vfs_unregister ();
  empty (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
use (const char *text)
{
  g_auto (LedgerPlan) plan = { 0 };
  g_autoptr (GError) error = NULL;

  ledger_plan_parse (&plan, text, &error);
  g_assert_no_error (error);
  ledger_vfs_register (&plan);
}

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *handle;

  sqlite3_open (path, &handle);
  sqlite3_exec (handle,
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                "PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS t (x)",
                NULL, NULL, NULL);
  return handle;
}

static int
insert (sqlite3 *handle)
{
  return sqlite3_exec (handle, "INSERT INTO t VALUES (randomblob (3000))", NULL, NULL, NULL);
}

/* Returns: how many rows there are, -1 where the table is not there */
static int
count_rows (sqlite3 *handle)
{
  sqlite3_stmt *statement;
  int count = -1;

  if (sqlite3_prepare_v2 (handle, "SELECT count(*) FROM t", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    count = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

/* Returns: how many rows were inserted, -1 where the database could not be used */
static int
fill (const char *path)
{
  sqlite3 *handle = open_database (path);
  int inserted = 0;

  for (guint i = 0; i < ROWS; i++)
    if (insert (handle) == SQLITE_OK)
      inserted++;
  sqlite3_close (handle);
  return inserted;
}

/* Does the same in a process of its own, which may die of it. Returns: how that ended */
static int
fill_in_child (const char *path, const char *plan)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      use (plan);
      _exit (fill (path) == ROWS ? EXIT_SUCCESS : EXIT_FAILURE);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

static int
count_afterwards (const char *path)
{
  sqlite3 *handle;
  sqlite3_stmt *statement;
  int count;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "PRAGMA integrity_check", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  count = count_rows (handle);
  sqlite3_close (handle);
  return count;
}

static void
test_plan (void)
{
  g_auto (LedgerPlan) plan = { 0 };
  g_autoptr (GError) error = NULL;

  ledger_plan_parse (&plan, "kill-at=17,eio-at=4+2,enospc-at=9+,short-at=3,only=cases.db,no-sync",
                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan.kill_at, ==, 17);
  g_assert_cmpstr (plan.only, ==, "cases.db");
  g_assert_true (plan.no_sync);
  g_assert_false (plan.readonly);
  g_assert_false (ledger_range_contains (plan.eio, 3));
  g_assert_true (ledger_range_contains (plan.eio, 4));
  g_assert_true (ledger_range_contains (plan.eio, 5));
  g_assert_false (ledger_range_contains (plan.eio, 6));
  g_assert_false (ledger_range_contains (plan.enospc, 8));
  g_assert_true (ledger_range_contains (plan.enospc, G_MAXUINT));
  g_assert_false (ledger_range_contains (plan.shorts, 4));
}

static void
test_bad_plans (void)
{
  static const char *const texts[] = { "kill-at", "kill-at=0",  "kill-at=x", "record=1",
                                       "no",      "eio-at=1+0", "eio-at=+1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LedgerPlan plan;
      g_autoptr (GError) error = NULL;

      g_assert_false (ledger_plan_parse (&plan, texts[i], &error));
      g_assert_nonnull (error);
    }
}

static void
test_environment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_setenv (LEDGER_VFS_ENVIRONMENT, "readonly", TRUE);
  g_assert_true (ledger_vfs_register_from_environment (&error));
  g_assert_no_error (error);
  g_assert_cmpstr (sqlite3_vfs_find (NULL)->zName, ==, "ledger");
  ledger_vfs_unregister ();
  g_assert_cmpstr (sqlite3_vfs_find (NULL)->zName, ==, "unix");

  g_setenv (LEDGER_VFS_ENVIRONMENT, "nonsense", TRUE);
  g_assert_false (ledger_vfs_register_from_environment (&error));
  g_unsetenv (LEDGER_VFS_ENVIRONMENT);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *count_file = g_build_filename (fixture->folder, "count", NULL);
  g_autofree char *plan = g_strdup_printf ("record,only=cases.db,count-to=%s", count_file);
  g_autofree char *line = NULL;
  g_autoptr (GPtrArray) log = NULL;
  guint count;

  use (plan);
  g_assert_cmpint (fill (other), ==, ROWS);
  g_assert_cmpuint (ledger_vfs_get_count (), ==, 0);
  g_assert_cmpint (fill (fixture->path), ==, ROWS);
  count = ledger_vfs_get_count ();
  log = ledger_vfs_get_log ();
  g_assert_cmpuint (count, >, 4 * ROWS);
  g_assert_cmpuint (log->len, ==, count);

  g_assert_true (g_file_get_contents (count_file, &line, NULL, NULL));
  g_assert_cmpuint (g_ascii_strtoull (line, NULL, 10), ==, count);
  g_assert_nonnull (strstr (line, " delete "));
}

/* At every operation the process dies, and leaves a database that opens, with all that was done. */
static void
test_kill (Fixture *fixture, gconstpointer mode)
{
  gboolean half = g_str_equal (mode, "kill-half");
  guint count;
  guint deaths = 0;
  int rows = -1;

  use ("record");
  g_assert_cmpint (fill (fixture->path), ==, ROWS);
  count = ledger_vfs_get_count ();
  ledger_vfs_unregister ();

  for (guint number = 1; number <= count + 1; number++)
    {
      g_autofree char *plan = g_strdup_printf ("%s=%u", (const char *) mode, number);
      int before = rows;
      int status;

      empty (fixture->folder);
      status = fill_in_child (fixture->path, plan);
      rows = count_afterwards (fixture->path);
      if (WIFSIGNALED (status))
        {
          g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
          g_assert_cmpint (rows, >=, half ? -1 : before);
          deaths++;
        }
      else
        {
          /* Only a write has a half. */
          g_assert_true (half || number > count);
          g_assert_cmpint (status, ==, 0);
          g_assert_cmpint (rows, ==, ROWS);
        }
    }
  g_assert_cmpuint (deaths, >, 2 * ROWS);
}

/* The power goes at every operation; whatever the seed takes, the database opens. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  for (guint number = 1; number < 20; number++)
    {
      g_autofree char *plan = g_strdup_printf ("cut-at=%u,seed=%u", number, number * 7);
      int status;

      empty (fixture->folder);
      status = fill_in_child (fixture->path, plan);
      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpint (count_afterwards (fixture->path), <, ROWS);
    }
}

/* A power cut on a disk that lies takes everything, also what an earlier process had not synced. */
static void
test_cut_without_sync (Fixture *fixture, gconstpointer data)
{
  int status = fill_in_child (fixture->path, "cut-at=30,seed=0,no-sync");

  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (count_afterwards (fixture->path), ==, -1);

  g_assert_cmpint (fill_in_child (fixture->path, "record"), ==, 0);
  status = fill_in_child (fixture->path, "cut-at=12,seed=0,no-sync");
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (count_afterwards (fixture->path), ==, ROWS);
}

typedef struct
{
  const char *name;
  int first;  /* what the insert that is struck gives */
  int second; /* or that */
} Failure;

/* One insert fails, and says why; the next is well. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  const Failure *failure = data;
  sqlite3 *handle;
  guint before;
  guint after;

  use ("record");
  handle = open_database (fixture->path);
  before = ledger_vfs_get_count ();
  insert (handle);
  after = ledger_vfs_get_count ();
  sqlite3_close (handle);

  for (guint number = before + 1; number <= after; number++)
    {
      g_autofree char *plan = g_strdup_printf ("%s=%u", failure->name, number);
      int result;

      ledger_vfs_unregister ();
      empty (fixture->folder);
      use (plan);
      handle = open_database (fixture->path);
      g_assert_cmpuint (ledger_vfs_get_count (), ==, before);
      result = insert (handle);
      if (result != failure->first && result != failure->second)
        g_assert_cmpint (result, ==, failure->first);
      g_assert_cmpint (insert (handle), ==, SQLITE_OK);
      g_assert_cmpint (count_rows (handle), ==, result == SQLITE_OK ? 2 : 1);
      sqlite3_close (handle);
      g_assert_cmpint (count_afterwards (fixture->path), ==, result == SQLITE_OK ? 2 : 1);
    }
}

static void
test_readonly (Fixture *fixture, gconstpointer data)
{
  sqlite3 *handle;

  use ("readonly");
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_CANTOPEN);
  sqlite3_close (handle);
  ledger_vfs_unregister ();

  g_assert_cmpint (fill (fixture->path), ==, ROWS);
  use ("readonly");
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_db_readonly (handle, "main"), ==, 1);
  g_assert_cmpint (insert (handle) & 0xff, !=, SQLITE_OK);
  sqlite3_close (handle);
  ledger_vfs_unregister ();
  g_assert_cmpint (count_afterwards (fixture->path), ==, ROWS);
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/plannr/ledger-vfs/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  static const Failure enospc = { "enospc-at", SQLITE_FULL, SQLITE_OK };
  static const Failure shorts = { "short-at", SQLITE_FULL, SQLITE_OK };
  static const Failure eio = { "eio-at", SQLITE_IOERR, SQLITE_CANTOPEN };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/ledger-vfs/plan", test_plan);
  g_test_add_func ("/plannr/ledger-vfs/bad-plans", test_bad_plans);
  ADD ("environment", NULL, test_environment);
  ADD ("counts", NULL, test_counts);
  ADD ("kill-at", "kill-at", test_kill);
  ADD ("kill-after", "kill-after", test_kill);
  ADD ("kill-half", "kill-half", test_kill);
  ADD ("cut", NULL, test_cut);
  ADD ("cut-without-sync", NULL, test_cut_without_sync);
  ADD ("enospc", &enospc, test_failure);
  ADD ("short", &shorts, test_failure);
  ADD ("eio", &eio, test_failure);
  ADD ("readonly", NULL, test_readonly);
  return g_test_run ();
}
