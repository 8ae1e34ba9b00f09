/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "ledger-cuts.h"
#include "ledger-vfs.h"

#define ROWS 16

static void
execute (sqlite3 *handle, const char *sql)
{
  g_autofree char *error = NULL;
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  error = g_strdup (message);
  sqlite3_free (message);
  g_assert_cmpstr (error, ==, NULL);
}

static sqlite3 *
open_database (const char *path, const char *mode)
{
  g_autofree char *journal = g_strdup_printf ("PRAGMA journal_mode = %s", mode);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  execute (handle, "PRAGMA locking_mode = EXCLUSIVE");
  execute (handle, journal);
  execute (handle, "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 12;"
                   "CREATE TABLE IF NOT EXISTS intents (id INTEGER PRIMARY KEY, body TEXT)");
  return handle;
}

static void
insert (sqlite3 *handle, guint id)
{
  g_autofree char *body = g_strnfill (50 + (id * 397) % 6000, 'x');
  g_autofree char *sql = g_strdup_printf ("INSERT INTO intents VALUES (%u, '%s')", id, body);
  g_autofree char *note = g_strdup_printf ("%u", id);

  execute (handle, sql);
  ledger_vfs_note (note);
}

/* A first half, a restart, a second half; with checkpoints on the way, where there are any. */
static GPtrArray *
record (const char *mode, gboolean no_sync)
{
  const LedgerPlan plan = { .record = TRUE, .quick = TRUE, .no_sync = no_sync };
  g_autofree char *folder = g_dir_make_tmp ("ledger-replay-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  sqlite3 *handle;
  GPtrArray *log;

  ledger_vfs_register (&plan);
  handle = open_database (path, mode);
  for (guint i = 1; i <= ROWS; i++)
    {
      if (i == ROWS / 2)
        {
          sqlite3_close (handle);
          handle = open_database (path, mode);
        }
      insert (handle, i);
    }
  sqlite3_close (handle);
  log = ledger_vfs_get_log ();
  ledger_vfs_unregister ();
  ledger_cuts_empty (folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return log;
}

static gboolean
has_row (sqlite3 *handle, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM intents WHERE id = %s", id);
  sqlite3_stmt *statement = NULL;
  gboolean found = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK
                   && sqlite3_step (statement) == SQLITE_ROW;

  sqlite3_finalize (statement);
  return found;
}

static LedgerFinding
look (const char *folder, GPtrArray *notes)
{
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  gboolean all = TRUE;
  sqlite3 *handle;

  if (!ledger_cuts_is_sound (path))
    return LEDGER_FINDING_UNREADABLE;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (guint i = 0; i < notes->len && all; i++)
    all = has_row (handle, g_ptr_array_index (notes, i));
  sqlite3_close (handle);
  return all ? LEDGER_FINDING_ALL : LEDGER_FINDING_LOST;
}

static LedgerTally
run (const char *mode, gboolean no_sync)
{
  const LedgerPlan quick = { .quick = TRUE };
  g_autoptr (GPtrArray) log = record (mode, no_sync);
  LedgerTally tally;

  ledger_vfs_register (&quick);
  tally = ledger_cuts_run (log, 3, 1, look);
  ledger_vfs_unregister ();
  return tally;
}

/* What SQLite promises must hold on this disk, or the disk is wrong. */
static void
test_nothing_is_lost (gconstpointer mode)
{
  LedgerTally tally = run (mode, FALSE);

  g_assert_cmpuint (tally.cuts, >, 300);
  g_assert_cmpuint (tally.unreadable, ==, 0);
  g_assert_cmpuint (tally.lost, ==, 0);
}

/* On a disk that lies about its syncs it must see losses, or it sees nothing. */
static void
test_sees_loss (gconstpointer mode)
{
  LedgerTally tally = run (mode, TRUE);

  g_assert_cmpuint (tally.lost, >, tally.cuts / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/plannr/ledger-replay/wal", "WAL", test_nothing_is_lost);
  g_test_add_data_func ("/plannr/ledger-replay/rollback", "DELETE", test_nothing_is_lost);
  g_test_add_data_func ("/plannr/ledger-replay/wal-without-sync", "WAL", test_sees_loss);
  g_test_add_data_func ("/plannr/ledger-replay/rollback-without-sync", "DELETE", test_sees_loss);
  return g_test_run ();
}
