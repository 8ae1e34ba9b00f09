/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-file.h"

#include <errno.h>

#include "ledger-disk.h"

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((LedgerFile *) file)->real;
}

static int
file_close (sqlite3_file *file)
{
  LedgerFile *self = (LedgerFile *) file;
  int result = self->real->pMethods->xClose (self->real);

  g_clear_pointer (&self->path, g_free);
  return result;
}

static int
file_read (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), buffer, amount, offset);
}

static int
write_and_record (LedgerFile *self, const void *buffer, int amount, sqlite3_int64 offset)
{
  int result = self->real->pMethods->xWrite (self->real, buffer, amount, offset);

  if (result == SQLITE_OK)
    ledger_disk_record (LEDGER_ENTRY_WRITE, self->path, offset,
                        g_bytes_new (buffer, (gsize) amount));
  return result;
}

static int
file_write (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  LedgerFile *self = (LedgerFile *) file;
  LedgerFate fate = ledger_disk_begin ("write", self->path);
  gboolean dies = fate.number == ledger_disk_get_plan ()->kill_half;
  int result;

  if (dies || fate.half)
    write_and_record (self, buffer, amount / 2, offset);
  if (dies)
    ledger_disk_die ();
  if (fate.error != 0)
    {
      errno = fate.error;
      return fate.error == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }

  result = write_and_record (self, buffer, amount, offset);
  ledger_disk_end (fate);
  return result;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  LedgerFile *self = (LedgerFile *) file;
  LedgerFate fate = ledger_disk_begin ("truncate", self->path);
  int result;

  if (fate.error == EIO)
    {
      errno = EIO;
      return SQLITE_IOERR_TRUNCATE;
    }

  result = self->real->pMethods->xTruncate (self->real, size);
  if (result == SQLITE_OK)
    ledger_disk_record (LEDGER_ENTRY_TRUNCATE, self->path, size, NULL);
  ledger_disk_end (fate);
  return result;
}

static int
file_sync (sqlite3_file *file, int flags)
{
  LedgerFile *self = (LedgerFile *) file;
  const LedgerPlan *plan = ledger_disk_get_plan ();
  LedgerFate fate = ledger_disk_begin ("sync", self->path);
  int result = SQLITE_OK;

  if (fate.error == EIO)
    {
      errno = EIO;
      return SQLITE_IOERR_FSYNC;
    }

  if (!plan->no_sync && !plan->quick)
    result = self->real->pMethods->xSync (self->real, flags);
  if (!plan->no_sync && result == SQLITE_OK)
    ledger_disk_record (LEDGER_ENTRY_SYNC, self->path, 0, NULL);
  ledger_disk_end (fate);
  return result;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
file_check_reserved_lock (sqlite3_file *file, int *result)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), result);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

/* Batches of writes would go past the counting. */
static int
file_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file))
         & ~SQLITE_IOCAP_BATCH_ATOMIC;
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
file_shm_unmap (sqlite3_file *file, int delete)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), delete);
}

/* Version 2 has no memory mapping, so that every write comes by here. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_device_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

/**
 * ledger_file_init:
 * @self: a file whose real one is open
 * @path: its path
 *
 * Makes it ready for SQLite.
 */
void
ledger_file_init (LedgerFile *self, const char *path)
{
  self->base.pMethods = &methods;
  self->path = g_strdup (path);
}
