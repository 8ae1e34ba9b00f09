/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define NAME "directory.db"

/* How long to wait, in milliseconds, for a cache of the same firm that is just being closed. */
#define BUSY 2000

/* What is left of the disk, in bytes, to what can't be asked for again: cases, and the work of others. */
#define ROOM ((guint64) 64 * 1024 * 1024)

/* With the lock held throughout, WAL needs no memory shared with others: it is safe on any file
 * system. Nothing that is lost in a power cut could not be asked for again. The computer's own cache of
 * the file will do: what is searched most is in memory already. */
#define SET_UP                                                                                     \
  "PRAGMA locking_mode = EXCLUSIVE;"                                                               \
  "PRAGMA journal_mode = WAL;"                                                                     \
  "PRAGMA synchronous = NORMAL;"                                                                   \
  "PRAGMA cache_size = -500;"

struct _PlannrCacheFile
{
  char *folder;      /* (owned) (nullable): in memory */
  sqlite3 *database; /* (owned) (nullable): not open yet, or there is not even memory */
  /* (owned) (nullable), by what is in them: each from the first search on */
  PlannrIndex *indexes[PLANNR_CACHE_CLIENT_PLANS];
  gboolean opened;
  gboolean on_disk; /* memory has not taken its place */
  gboolean remade;  /* once is enough: what is broken again is not the file's fault */
};

/* Whether a cache can't be used any more, by what SQLite says of it. What the disk is to blame for
 * may pass, and the file is left alone. */
static gboolean
is_broken (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    /* A table or a column is not there. */
    case SQLITE_ERROR:
      return TRUE;
    default:
      return FALSE;
    }
}

static int
open_at (const char *path, sqlite3 **database)
{
  sqlite3 *opened = NULL;
  int result =
      sqlite3_open_v2 (path, &opened,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_extended_result_codes (opened, 1);
      sqlite3_busy_timeout (opened, BUSY);
      result = sqlite3_exec (opened, SET_UP, NULL, NULL, NULL);
    }
  if (result == SQLITE_OK)
    result = plannr_cache_schema_prepare (opened);

  if (result == SQLITE_OK)
    *database = opened;
  else
    sqlite3_close (opened);

  return result;
}

static char *
get_path (PlannrCacheFile *self)
{
  return g_build_filename (self->folder, NAME, NULL);
}

/* So that nobody else may read it from its first moment on; what SQLite makes beside it follows. */
static gboolean
make_private (PlannrCacheFile *self, const char *path)
{
  int fd = -1;
  gboolean made = FALSE;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return FALSE;
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return FALSE;
  made = fchmod (fd, 0600) == 0;
  close (fd);

  return made;
}

static gboolean
delete_files (PlannrCacheFile *self)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *path = get_path (self);
  gboolean gone = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      if (g_unlink (name) != 0 && errno != ENOENT)
        {
          g_debug ("%s stays: %s", name, g_strerror (errno));
          gone = FALSE;
        }
    }

  return gone;
}

static void
close_database (PlannrCacheFile *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->indexes); i++)
    g_clear_pointer (&self->indexes[i], plannr_index_free);
  sqlite3_close (g_steal_pointer (&self->database));
  self->opened = FALSE;
  self->on_disk = FALSE;
}

static void
open_file (PlannrCacheFile *self)
{
  g_autofree char *path = get_path (self);
  int result = SQLITE_CANTOPEN;

  if (make_private (self, path))
    result = open_at (path, &self->database);
  if (is_broken (result) && !self->remade)
    {
      g_debug ("%s is made anew: %s", path, sqlite3_errstr (result));
      self->remade = TRUE;
      delete_files (self);
      result = make_private (self, path) ? open_at (path, &self->database) : SQLITE_CANTOPEN;
    }
  self->on_disk = result == SQLITE_OK;
  if (!self->on_disk)
    g_debug ("Does without %s: %s", path, sqlite3_errstr (result));
}

/**
 * plannr_cache_file_new:
 * @folder: (nullable): where the file is to lie; %NULL keeps everything in memory
 *
 * Returns: (transfer full): a file that is not opened yet
 */
PlannrCacheFile *
plannr_cache_file_new (const char *folder)
{
  PlannrCacheFile *self = g_new0 (PlannrCacheFile, 1);

  self->folder = g_strdup (folder);

  return self;
}

/**
 * plannr_cache_file_free:
 * @self: (transfer full): a file
 *
 * Closes it.
 */
void
plannr_cache_file_free (PlannrCacheFile *self)
{
  close_database (self);
  g_free (self->folder);
  g_free (self);
}

/**
 * plannr_cache_file_get_database:
 * @self: a file
 *
 * Opens the file if it is not open yet. One that can't be used is made anew; where there can be none,
 * as on a disk that is full, memory takes its place until the next start.
 *
 * Returns: (transfer none) (nullable): the database
 */
sqlite3 *
plannr_cache_file_get_database (PlannrCacheFile *self)
{
  if (self->opened)
    return self->database;

  self->opened = TRUE;
  if (self->folder != NULL)
    open_file (self);
  if (self->database == NULL && open_at (":memory:", &self->database) != SQLITE_OK)
    g_debug ("There is no cache");

  return self->database;
}

/**
 * plannr_cache_file_is_kept:
 * @self: a file
 *
 * Returns: whether it is what it was meant to be; %FALSE where memory has had to take its place, as on a
 *   disk that is full, or where the file is open elsewhere
 */
gboolean
plannr_cache_file_is_kept (PlannrCacheFile *self)
{
  return self->folder == NULL || self->on_disk;
}

/**
 * plannr_cache_file_has_room:
 * @self: a file
 *
 * Returns: whether the disk is so far from full that all that a firm has may be kept on it
 */
gboolean
plannr_cache_file_has_room (PlannrCacheFile *self)
{
  struct statvfs disk;

  /* Some file systems don't know how big they are. */
  if (self->folder == NULL || statvfs (self->folder, &disk) != 0 || disk.f_blocks == 0)
    return TRUE;

  return (guint64) disk.f_bavail * disk.f_frsize >= ROOM;
}

/**
 * plannr_cache_file_get_index:
 * @self: a file
 * @what: people or plans
 *
 * Returns: (transfer none) (nullable): all of them, to be searched, if they were read
 */
PlannrIndex *
plannr_cache_file_get_index (PlannrCacheFile *self, PlannrCacheKind what)
{
  return self->indexes[what];
}

/**
 * plannr_cache_file_take_index:
 * @self: a file
 * @what: people or plans
 * @index: (transfer full) (nullable): all of them, to be searched
 *
 * It is let go with the database.
 */
void
plannr_cache_file_take_index (PlannrCacheFile *self, PlannrCacheKind what, PlannrIndex *index)
{
  g_clear_pointer (&self->indexes[what], plannr_index_free);
  self->indexes[what] = index;
}

/**
 * plannr_cache_file_tell:
 * @self: a file
 * @result: what SQLite said of a statement
 *
 * Tells the file how a statement went. One that turns out to be broken is made anew.
 */
void
plannr_cache_file_tell (PlannrCacheFile *self, int result)
{
  if (result == SQLITE_OK || result == SQLITE_DONE)
    return;

  g_debug ("The cache: %s", sqlite3_errstr (result));
  if (is_broken (result) && self->on_disk && !self->remade)
    {
      self->remade = TRUE;
      plannr_cache_file_forget (self);
    }
}

/**
 * plannr_cache_file_forget:
 * @self: a file
 *
 * Removes the file, and with it all that was kept.
 *
 * Returns: whether it is gone
 */
gboolean
plannr_cache_file_forget (PlannrCacheFile *self)
{
  close_database (self);

  return self->folder == NULL || delete_files (self);
}
