/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-cuts.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "ledger-replay.h"

/**
 * ledger_cuts_run:
 * @log: (element-type LedgerEntry): what ledger_vfs_get_log() gave
 * @seeds: how many cuts there are at each place, each of which loses something else
 * @step: 1 to cut after each entry, more to leave some out
 * @look: looks at what is left
 *
 * Cuts the power all along @log. The first of the seeds loses all that is not synced, the second
 * nothing; the others are GLib's, so that a run is repeated by --seed.
 *
 * Returns: what was found
 */
LedgerTally
ledger_cuts_run (GPtrArray *log, guint seeds, guint step, LedgerLookFunc look)
{
  g_autoptr (LedgerReplay) replay = ledger_replay_new (log);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ledger-cuts-XXXXXX", &error);
  LedgerTally tally = { 0 };

  g_assert_no_error (error);
  for (guint length = 0; length <= log->len; length += step)
    {
      g_autoptr (GPtrArray) notes = NULL;

      ledger_replay_advance (replay, length);
      notes = ledger_replay_get_notes (replay);
      for (guint i = 0; i < seeds; i++)
        {
          guint32 seed = i < 2 ? i : (guint32) g_test_rand_int_range (2, G_MAXINT32);
          LedgerFinding finding;

          ledger_replay_write (replay, seed, folder, &error);
          g_assert_no_error (error);
          finding = look (folder, notes);
          tally.cuts++;
          if (finding == LEDGER_FINDING_LOST)
            tally.lost++;
          else if (finding == LEDGER_FINDING_UNREADABLE)
            tally.unreadable++;
        }
    }

  ledger_cuts_empty (folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_test_message ("%u entries, %u cuts: %u unreadable, %u with a loss", log->len, tally.cuts,
                  tally.unreadable, tally.lost);
  return tally;
}

/**
 * ledger_cuts_is_sound:
 * @path: a database
 *
 * Returns: whether SQLite finds nothing wrong with it
 */
gboolean
ledger_cuts_is_sound (const char *path)
{
  sqlite3 *handle;
  sqlite3_stmt *statement = NULL;
  gboolean sound = FALSE;

  if (sqlite3_open (path, &handle) == SQLITE_OK
      && sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK
      && sqlite3_prepare_v2 (handle, "PRAGMA integrity_check", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    sound = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return sound;
}

/**
 * ledger_cuts_empty:
 * @folder: a folder
 *
 * Removes the files in it.
 */
void
ledger_cuts_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}
