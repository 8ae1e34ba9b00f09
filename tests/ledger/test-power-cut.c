/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "ledger-replay.h"
#include "ledger-vfs.h"

/* What a run of cuts found. */
typedef struct
{
  guint cuts;
  guint unreadable; /* it does not open, or fails its integrity check */
  guint lost;       /* something that had been reported durable is not there */
} Tally;

typedef struct
{
  guint rows;  /* transactions that are recorded */
  guint seeds; /* cuts at each entry of the log */
  guint32 first_seed;
} Extent;

static Extent
get_extent (void)
{
  Extent extent = { 24, 4, 0 };

  if (g_getenv ("PLANNR_TEST_LONG") != NULL)
    extent = (Extent){ 200, 40, g_test_rand_int_range (2, G_MAXINT / 2) };
  return extent;
}

static void
execute (sqlite3 *handle, const char *sql)
{
  g_autofree char *error = NULL;
  char *message = NULL;
  int result = sqlite3_exec (handle, sql, NULL, NULL, &message);

  if (message != NULL)
    error = g_strdup (message);
  sqlite3_free (message);
  g_assert_cmpstr (error, ==, NULL);
  g_assert_cmpint (result, ==, SQLITE_OK);
}

static sqlite3 *
open_as_the_journal_is (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  execute (handle, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                   "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 12;"
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

/* A first half, a restart, a second half. */
static GPtrArray *
record (const char *folder, guint rows, gboolean no_sync)
{
  const LedgerPlan plan = { .record = TRUE, .no_sync = no_sync };
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  sqlite3 *handle;
  GPtrArray *log;

  ledger_vfs_register (&plan);
  handle = open_as_the_journal_is (path);
  for (guint i = 1; i <= rows; i++)
    {
      if (i == rows / 2)
        {
          sqlite3_close (handle);
          handle = open_as_the_journal_is (path);
        }
      insert (handle, i);
    }
  sqlite3_close (handle);
  log = ledger_vfs_get_log ();
  ledger_vfs_unregister ();
  g_unlink (path);
  return log;
}

static gboolean
is_sound (sqlite3 *handle)
{
  sqlite3_stmt *statement;
  gboolean sound = FALSE;

  if (sqlite3_prepare_v2 (handle, "PRAGMA integrity_check", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW)
    sound = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  return sound;
}

static gboolean
has_all (sqlite3 *handle, GPtrArray *notes)
{
  sqlite3_stmt *statement;
  gboolean all = TRUE;

  if (notes->len == 0)
    return TRUE;
  if (sqlite3_prepare_v2 (handle, "SELECT 1 FROM intents WHERE id = ?", -1, &statement, NULL)
      != SQLITE_OK)
    return FALSE;
  for (guint i = 0; i < notes->len && all; i++)
    {
      sqlite3_bind_text (statement, 1, g_ptr_array_index (notes, i), -1, SQLITE_STATIC);
      all = sqlite3_step (statement) == SQLITE_ROW;
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  return all;
}

static void
look (const char *folder, GPtrArray *notes, Tally *tally)
{
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  sqlite3 *handle;

  tally->cuts++;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF", NULL, NULL,
                NULL);
  if (!is_sound (handle))
    tally->unreadable++;
  else if (!has_all (handle, notes))
    tally->lost++;
  sqlite3_close (handle);
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

/* Cuts the power after every entry of the log. */
static Tally
cut_everywhere (GPtrArray *log, const char *folder, Extent extent)
{
  g_autoptr (LedgerReplay) replay = ledger_replay_new (log);
  Tally tally = { 0 };

  for (guint length = 0; length <= log->len; length++)
    {
      g_autoptr (GPtrArray) notes = NULL;

      ledger_replay_advance (replay, length);
      notes = ledger_replay_get_notes (replay);
      for (guint i = 0; i < extent.seeds; i++)
        {
          g_autoptr (GError) error = NULL;

          ledger_replay_write (replay, i < 2 ? i : extent.first_seed + i, folder, &error);
          g_assert_no_error (error);
          look (folder, notes, &tally);
        }
    }
  empty (folder);
  g_test_message ("%u entries, seeds 0, 1 and from %u: %u cuts, %u unreadable, %u with a loss",
                  log->len, extent.first_seed + 2, tally.cuts, tally.unreadable, tally.lost);
  return tally;
}

static Tally
run (gboolean no_sync)
{
  Extent extent = get_extent ();
  g_autofree char *folder = g_dir_make_tmp ("power-cut-XXXXXX", NULL);
  g_autoptr (GPtrArray) log = record (folder, extent.rows, no_sync);
  Tally tally = cut_everywhere (log, folder, extent);

  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return tally;
}

static void
test_nothing_is_lost (void)
{
  Tally tally = run (FALSE);

  g_assert_cmpuint (tally.cuts, >, 500);
  g_assert_cmpuint (tally.unreadable, ==, 0);
  g_assert_cmpuint (tally.lost, ==, 0);
}

/* The test of the test: on a disk that lies about its syncs, it must see losses. */
static void
test_sees_loss (void)
{
  Tally tally = run (TRUE);

  g_assert_cmpuint (tally.lost, >, tally.cuts / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/power-cut/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/plannr/power-cut/sees-loss", test_sees_loss);
  return g_test_run ();
}
