/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "plannr-error.h"
#include "plannr-journal-rows.h"
#include "plannr-journal-salvage.h"
#include "plannr-journal-schema.h"
#include "plannr-lock.h"

#define FILE_NAME "cases.db"
#define NEW_NAME  "cases.db.new"
#define LOCK_NAME "cases.lock"

/* How many pages the write-ahead log may have before it is taken into the file, 4 MB, and before that
 * may no longer wait for a good moment. */
#define MAX_LOG   1000
#define TOO_LONG  (4 * MAX_LOG)

/**
 * PlannrJournalFile:
 *
 * The file that holds the journal, held by one process alone. Every write is on the disk when it
 * returns.
 */
struct _PlannrJournalFile
{
  PlannrLock *lock; /* (owned) (nullable) */
  sqlite3 *db;
  PlannrJournalRows *rows; /* (owned) */
  gboolean read_only;
  int n_log_pages;
};

/* Where several computers share a folder the write-ahead log, which needs memory that they share,
 * is not safe. The numbers are those of statfs(2). */
static gboolean
is_on_network (const char *folder)
{
  static const guint32 types[] = { 0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x65735546 };
  struct statfs system;

  if (folder == NULL || statfs (folder, &system) != 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if ((guint32) system.f_type == types[i])
      return TRUE;

  return FALSE;
}

static int
log_grown_cb (void *user_data, sqlite3 *db, const char *name, int n_pages)
{
  PlannrJournalFile *self = user_data;

  self->n_log_pages = n_pages;

  return SQLITE_OK;
}

/* In this order: a file that is not ours is moved aside as it is. */
static gboolean
set_up (PlannrJournalFile *self, const char *folder, GError **error)
{
  const char *mode =
      is_on_network (folder) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";
  gint64 version;

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  /* The log is taken into the file between two writes, not within one that somebody waits for. */
  sqlite3_wal_hook (self->db, log_grown_cb, self);

  /* What is read is read once, and a write touches a dozen pages: 512 KiB, in the place of 2 MB. */
  if (!plannr_sqlite_execute (self->db, "PRAGMA cache_size = -512", error))
    return FALSE;

  return self->read_only
         || (plannr_sqlite_execute (self->db, "PRAGMA locking_mode = EXCLUSIVE", error)
             && plannr_journal_schema_check (self->db, &version, error)
             && plannr_sqlite_execute (self->db, mode, error)
             && plannr_sqlite_execute (self->db,
                                       "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
                                       error));
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log_path, &status) == 0 && status.st_size > 0;
}

static PlannrJournalFile *
open_at (const char *folder, const char *path, gboolean read_only, GError **error)
{
  PlannrJournalFile *self = g_new0 (PlannrJournalFile, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *uri = NULL;
  g_autofree char *escaped = NULL;
  int code;

  self->read_only = read_only;
  if (path == NULL)
    code = sqlite3_open_v2 (":memory:", &self->db, flags | SQLITE_OPEN_READWRITE, NULL);
  else if (read_only)
    {
      escaped = g_uri_escape_string (path, "/", FALSE);
      uri = g_strdup_printf ("file:%s?immutable=1", escaped);
      code = sqlite3_open_v2 (uri, &self->db, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    }
  else
    {
      int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (fd >= 0)
        close (fd);
      code = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                              NULL);
      /* A log is not taken into a file before that has turned out to be ours, and sound. */
      if (has_log (path))
        sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    }

  /* SQLite opens what may not be written to be read, and does not say so. */
  if (code == SQLITE_OK && !read_only && sqlite3_db_readonly (self->db, "main") == 1)
    code = SQLITE_READONLY;

  if (!plannr_sqlite_check (self->db, code, error) || !set_up (self, folder, error)
      || (!read_only && !plannr_journal_schema_migrate (self->db, error)))
    {
      plannr_journal_file_close (self);
      return NULL;
    }

  self->rows = plannr_journal_rows_new (self->db, error);
  if (self->rows == NULL)
    {
      plannr_journal_file_close (self);
      return NULL;
    }

  return self;
}

static gboolean
is_broken (const GError *error)
{
  return g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN);
}

/* Opens and reads, so that all that is wrong with a file comes to light. Where something is, @entries
 * are what can be read all the same. */
static PlannrJournalFile *
open_and_load (
    const char *folder, const char *path, gboolean read_only, GPtrArray *entries, GError **error)
{
  PlannrJournalFile *self = open_at (folder, path, read_only, error);
  g_autoptr (GError) why = NULL;

  if (self == NULL)
    return NULL;

  if (!plannr_journal_rows_load (self->rows, entries, &why)
      || (!read_only && !plannr_journal_rows_purge (self->rows, &why)))
    {
      g_ptr_array_set_size (entries, 0);
      if (is_broken (why))
        plannr_journal_salvage_read (self->db, entries);
      g_propagate_error (error, g_steal_pointer (&why));
      plannr_journal_file_close (self);
      return NULL;
    }

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  sqlite3_db_release_memory (self->db);

  return self;
}

/* Never overwrites what might still be read by somebody who knows how. */
static char *
move_aside (const char *folder, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S-%f");
  g_autofree char *name = g_strdup_printf ("cases-broken-%s.db", stamp);
  g_autofree char *target = g_build_filename (folder, name, NULL);
  gboolean moved = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (target, suffixes[i], NULL);

      if (g_rename (from, to) == 0)
        moved = moved || i == 0;
      else if (i == 0 && errno != ENOENT)
        return NULL;
    }

  return moved ? g_steal_pointer (&target) : NULL;
}

/* A new file stands in the place of a broken one only when it has all that could be saved: where this
 * is cut short it begins again, or has only to be finished. */
static void
finish_move (const char *folder, const char *path, const char *new_path)
{
  g_autofree char *aside = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) || !g_file_test (new_path, G_FILE_TEST_EXISTS))
    return;

  aside = move_aside (folder, path);
  g_rename (new_path, path);
}

static gboolean
make_new (const char *folder, const char *path, GPtrArray *saved, GError **error)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  PlannrJournalFile *file = NULL;
  gboolean good;

  g_unlink (path);
  g_unlink (log_path);
  file = open_at (folder, path, FALSE, error);
  if (file == NULL)
    return FALSE;

  /* Nobody counts on it before it is whole: it is waited for once. */
  good = plannr_sqlite_execute (file->db, "PRAGMA synchronous = OFF", error)
         && plannr_journal_salvage_write (file->rows, saved, error)
         && plannr_sqlite_execute (file->db,
                                   "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint (TRUNCATE)",
                                   error);
  plannr_journal_file_close (file);

  return good;
}

static PlannrJournalFile *
begin_anew (
    const char *folder, const char *path, GPtrArray *entries, char **moved_to, GError **error)
{
  g_autofree char *new_path = g_build_filename (folder, NEW_NAME, NULL);

  if (!make_new (folder, new_path, entries, error))
    return NULL;

  *moved_to = move_aside (folder, path);
  if (*moved_to == NULL || g_rename (new_path, path) != 0)
    {
      plannr_sqlite_check (NULL, SQLITE_READONLY, error);
      return NULL;
    }

  g_ptr_array_set_size (entries, 0);

  return open_and_load (folder, path, FALSE, entries, error);
}

static PlannrJournalFile *
open_folder (const char *folder, GPtrArray *entries, char **moved_to, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *new_path = g_build_filename (folder, NEW_NAME, NULL);
  g_autofree char *lock_path = g_build_filename (folder, LOCK_NAME, NULL);
  g_autoptr (PlannrLock) lock = NULL;
  g_autoptr (GError) why = NULL;
  PlannrJournalFile *self = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      plannr_sqlite_check (NULL, errno == ENOSPC ? SQLITE_FULL : SQLITE_READONLY, error);
      return NULL;
    }

  lock = plannr_lock_take (lock_path, &why);
  if (lock != NULL)
    {
      finish_move (folder, path, new_path);
      self = open_and_load (folder, path, FALSE, entries, &why);
    }

  if (self == NULL && g_error_matches (why, PLANNR_ERROR, PLANNR_ERROR_DISK_READ_ONLY)
      && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_clear_error (&why);
      g_ptr_array_set_size (entries, 0);
      self = open_and_load (folder, path, TRUE, entries, &why);
    }

  if (lock != NULL && is_broken (why))
    {
      g_clear_error (&why);
      self = begin_anew (folder, path, entries, moved_to, &why);
    }

  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  else
    self->lock = g_steal_pointer (&lock);

  return self;
}

/**
 * plannr_journal_file_open:
 * @folder: (type filename) (nullable): where the file is, or is to be; %NULL to keep all in memory
 * @entries: (out) (element-type PlannrEntry): what is in it
 * @moved_to: (out) (nullable): where a file that could not be read was moved to
 * @error: %PLANNR_ERROR_FILE_OPEN where another process has it, %PLANNR_ERROR_FILE_NEWER, or what is
 *   the matter with the disk
 *
 * Opens the file. One that is broken or somebody else's is moved aside, with what could be read of it
 * kept. On a disk that may not be written it is opened to be read; every write will fail.
 *
 * Returns: (transfer full) (nullable): the file
 */
PlannrJournalFile *
plannr_journal_file_open (const char *folder, GPtrArray **entries, char **moved_to, GError **error)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_entry_free);
  PlannrJournalFile *self = NULL;

  *moved_to = NULL;
  if (folder != NULL)
    self = open_folder (folder, read, moved_to, error);
  else
    self = open_at (NULL, NULL, FALSE, error);

  *entries = self != NULL ? g_steal_pointer (&read) : NULL;

  return self;
}

/**
 * plannr_journal_file_close:
 * @self: (transfer full): a file
 */
void
plannr_journal_file_close (PlannrJournalFile *self)
{
  g_clear_pointer (&self->rows, plannr_journal_rows_free);
  sqlite3_close (self->db);
  g_clear_pointer (&self->lock, plannr_lock_free);
  g_free (self);
}

/**
 * plannr_journal_file_write:
 * @self: a file
 * @entry: a row
 * @error: %PLANNR_ERROR_TAKEN where another row has that case; or what is the matter with the disk
 *
 * Returns: whether @entry is on the disk
 */
gboolean
plannr_journal_file_write (PlannrJournalFile *self, const PlannrEntry *entry, GError **error)
{
  return plannr_journal_rows_write (self->rows, entry, error);
}

/**
 * plannr_journal_file_mark:
 * @self: a file
 * @id: a row that is %PLANNR_STATE_QUEUED
 * @now: the time
 * @on_server: the time by the server's clock; 0 where that is not known
 * @error: return location
 *
 * Writes down that the row's bytes are about to leave.
 *
 * Returns: whether that is on the disk; where it is not, nothing may leave
 */
gboolean
plannr_journal_file_mark (
    PlannrJournalFile *self, const char *id, gint64 now, gint64 on_server, GError **error)
{
  return plannr_journal_rows_mark (self->rows, id, now, on_server, error);
}

/**
 * plannr_journal_file_read_answer:
 * @self: a file
 * @id: a row
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the case as Plannr last showed it; %NULL without @error where
 *   it never did
 */
GBytes *
plannr_journal_file_read_answer (PlannrJournalFile *self, const char *id, GError **error)
{
  return plannr_journal_rows_read_answer (self->rows, id, error);
}

/**
 * plannr_journal_file_find_past:
 * @self: a file
 * @text: (nullable): words to find in the names of the cases and their people; %NULL for all
 * @before: a time
 * @limit: how many to look at
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrEntry): of the newest @limit cases that were
 *   created before @before those with @text, and the oldest of them in any case, which says where to go
 *   on; the newest first
 */
GPtrArray *
plannr_journal_file_find_past (
    PlannrJournalFile *self, const char *text, gint64 before, guint limit, GError **error)
{
  return plannr_journal_rows_find_past (self->rows, text, before, limit, error);
}

/**
 * plannr_journal_file_tidy:
 * @self: a file
 * @at_leisure: whether nobody will wait for the file soon
 *
 * Takes the log into the file once it has grown.
 */
void
plannr_journal_file_tidy (PlannrJournalFile *self, gboolean at_leisure)
{
  if (self->n_log_pages < (at_leisure ? MAX_LOG : TOO_LONG))
    return;

  sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_RESTART, NULL, NULL);
  self->n_log_pages = 0;
}
