/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-vfs.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "ledger-disk.h"
#include "ledger-file.h"

#define CONCERNED                                                                                  \
  (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)

static sqlite3_vfs *unix_vfs;
static sqlite3_vfs vfs;

/* What the file holds before SQLite touches it; %NULL where there is none. */
static GBytes *
read_file (const char *path)
{
  char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

static int
open_read_only (const char *path, gboolean exists, int *flags)
{
  if (!exists)
    {
      errno = EROFS;
      return (*flags & SQLITE_OPEN_MAIN_DB) != 0 ? SQLITE_CANTOPEN : SQLITE_READONLY_DIRECTORY;
    }
  *flags &= ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  *flags |= SQLITE_OPEN_READONLY;
  return SQLITE_OK;
}

static int
vfs_open (sqlite3_vfs *self, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  LedgerFile *ours = (LedgerFile *) file;
  const LedgerPlan *plan = ledger_disk_get_plan ();
  LedgerFate fate;
  gboolean exists;
  g_autoptr (GBytes) before = NULL;
  int result;

  if ((flags & CONCERNED) == 0 || !ledger_disk_concerns (path))
    return unix_vfs->xOpen (unix_vfs, path, file, flags, out_flags);

  memset (ours, 0, sizeof *ours);
  fate = ledger_disk_begin ("open", path);
  exists = access (path, F_OK) == 0;
  if (fate.error == EIO || (fate.error == ENOSPC && !exists))
    {
      errno = fate.error;
      return SQLITE_CANTOPEN;
    }
  result = plan->readonly ? open_read_only (path, exists, &flags) : SQLITE_OK;
  if (result != SQLITE_OK)
    return result;

  if (exists && (plan->record || plan->cut_at > 0))
    before = read_file (path);
  ours->real = (sqlite3_file *) (ours + 1);
  result = unix_vfs->xOpen (unix_vfs, path, ours->real, flags, out_flags);
  /* SQLite closes what has methods, whether it could be opened or not. */
  if (ours->real->pMethods != NULL)
    ledger_file_init (ours, path);
  if (result == SQLITE_OK)
    ledger_disk_record (LEDGER_ENTRY_OPEN, path, 0, g_steal_pointer (&before));
  ledger_disk_end (fate);
  return result;
}

static int
vfs_delete (sqlite3_vfs *self, const char *path, int sync_folder)
{
  const LedgerPlan *plan = ledger_disk_get_plan ();
  LedgerFate fate;
  int result;

  if (!ledger_disk_concerns (path))
    return unix_vfs->xDelete (unix_vfs, path, sync_folder);

  fate = ledger_disk_begin ("delete", path);
  if (fate.error == EIO || plan->readonly)
    {
      errno = fate.error == EIO ? EIO : EROFS;
      return SQLITE_IOERR_DELETE;
    }
  if (plan->no_sync)
    sync_folder = 0;
  result = unix_vfs->xDelete (unix_vfs, path, plan->quick ? 0 : sync_folder);
  if (result == SQLITE_OK)
    ledger_disk_record (LEDGER_ENTRY_DELETE, path, sync_folder, NULL);
  ledger_disk_end (fate);
  return result;
}

static int
vfs_access (sqlite3_vfs *self, const char *path, int flags, int *out)
{
  if (flags == SQLITE_ACCESS_READWRITE && ledger_disk_concerns (path)
      && ledger_disk_get_plan ()->readonly)
    {
      *out = 0;
      return SQLITE_OK;
    }
  return unix_vfs->xAccess (unix_vfs, path, flags, out);
}

/**
 * ledger_vfs_register:
 * @plan: what is to go wrong
 *
 * Makes the disk of @plan the one that every database of this process is opened on from now on.
 * Registered again, with no database open, it begins anew: with that plan, at operation 1 and with
 * an empty log.
 *
 * Operations are numbered from 1 over all threads: each open, write, truncate, sync and delete of a
 * database, its WAL and its rollback journal.
 */
void
ledger_vfs_register (const LedgerPlan *plan)
{
  ledger_disk_start (plan);
  if (unix_vfs != NULL)
    return;

  unix_vfs = sqlite3_vfs_find (NULL);
  vfs = *unix_vfs;
  vfs.zName = "ledger";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (LedgerFile) + unix_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  if (sqlite3_vfs_register (&vfs, TRUE) != SQLITE_OK)
    g_error ("The disk can't be registered");
}

/**
 * ledger_vfs_register_from_environment:
 * @error: return location for an error
 *
 * Registers the plan that PLANNR_LEDGER_VFS holds, as ledger_plan_parse() reads it. Does nothing
 * where the variable is not set.
 *
 * Returns: %FALSE where it is not a plan
 */
gboolean
ledger_vfs_register_from_environment (GError **error)
{
  const char *text = g_getenv (LEDGER_VFS_ENVIRONMENT);
  g_auto (LedgerPlan) plan = { 0 };

  if (text == NULL || text[0] == '\0')
    return TRUE;
  if (!ledger_plan_parse (&plan, text, error))
    return FALSE;
  ledger_vfs_register (&plan);
  return TRUE;
}

/**
 * ledger_vfs_unregister:
 *
 * Makes SQLite's own the default again. No database may be open.
 */
void
ledger_vfs_unregister (void)
{
  if (unix_vfs == NULL)
    return;
  sqlite3_vfs_unregister (&vfs);
  sqlite3_vfs_register (unix_vfs, TRUE);
  unix_vfs = NULL;
}

/**
 * ledger_vfs_get_count:
 *
 * Returns: how many operations there have been since the plan was registered
 */
guint
ledger_vfs_get_count (void)
{
  return ledger_disk_get_count ();
}

/**
 * ledger_vfs_get_log:
 *
 * Returns: (transfer full) (element-type LedgerEntry): what was recorded so far, where the plan
 *   says so
 */
GPtrArray *
ledger_vfs_get_log (void)
{
  return ledger_disk_get_log ();
}

/**
 * ledger_vfs_note:
 * @note: some text
 *
 * Puts a note into the log, at this moment. May be called from any thread.
 */
void
ledger_vfs_note (const char *note)
{
  ledger_disk_record (LEDGER_ENTRY_NOTE, note, 0, NULL);
}
