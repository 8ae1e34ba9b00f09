/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-sqlite.h"

#include <errno.h>

#include "plannr-error.h"

/* A file that can't be made: only the system says why. */
static PlannrError
code_from_system (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return PLANNR_ERROR_DISK_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return PLANNR_ERROR_DISK_READ_ONLY;
    default:
      return PLANNR_ERROR_DISK;
    }
}

static PlannrError
code_from_sqlite (sqlite3 *db, int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return PLANNR_ERROR_DISK_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PLANNR_ERROR_DISK_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PLANNR_ERROR_FILE_OPEN;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    /* What we ask is always the same: where it makes no sense, it is the tables that are not ours. */
    case SQLITE_ERROR:
    /* Nor has a row of ours the length that there is no memory for; GLib would have given up before. */
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return PLANNR_ERROR_FILE_BROKEN;
    case SQLITE_CANTOPEN:
      return code_from_system (db != NULL ? sqlite3_system_errno (db) : 0);
    default:
      return code == SQLITE_CONSTRAINT_UNIQUE ? PLANNR_ERROR_TAKEN : PLANNR_ERROR_DISK;
    }
}

/**
 * plannr_sqlite_check:
 * @db: (nullable): a database
 * @code: what a call to it returned
 * @error: return location
 *
 * Returns: whether @code means success; %FALSE with @error set, of %PLANNR_ERROR, where it does not
 */
gboolean
plannr_sqlite_check (sqlite3 *db, int code, GError **error)
{
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  g_set_error (error, PLANNR_ERROR, (int) code_from_sqlite (db, code), "SQLite: %s (%d)",
               db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code), code);

  return FALSE;
}

/**
 * plannr_sqlite_execute:
 * @db: a database
 * @sql: statements without parameters
 * @error: return location
 *
 * Returns: whether they were done
 */
gboolean
plannr_sqlite_execute (sqlite3 *db, const char *sql, GError **error)
{
  return plannr_sqlite_check (db, sqlite3_exec (db, sql, NULL, NULL, NULL), error);
}

/**
 * plannr_sqlite_get_number:
 * @db: a database
 * @sql: a query for one number
 * @number: (out): the number
 * @error: return location
 *
 * Returns: whether it was there
 */
gboolean
plannr_sqlite_get_number (sqlite3 *db, const char *sql, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = plannr_sqlite_prepare (db, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement);
  *number = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_finalize (statement);

  return plannr_sqlite_check (db, code, error);
}

/**
 * plannr_sqlite_prepare:
 * @db: a database
 * @sql: a statement
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement, ready to be used more than once
 */
sqlite3_stmt *
plannr_sqlite_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  return plannr_sqlite_check (db, code, error) ? statement : NULL;
}

/**
 * plannr_sqlite_bind_text:
 * @statement: a statement
 * @parameter: which of its parameters, from 1
 * @text: (nullable): what to bind, and to keep until the statement was run
 */
void
plannr_sqlite_bind_text (sqlite3_stmt *statement, int parameter, const char *text)
{
  sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC);
}

/**
 * plannr_sqlite_bind_bytes:
 * @statement: a statement
 * @parameter: which of its parameters, from 1
 * @bytes: (nullable): what to bind, and to keep until the statement was run
 */
void
plannr_sqlite_bind_bytes (sqlite3_stmt *statement, int parameter, GBytes *bytes)
{
  gsize size;
  const void *data;

  if (bytes == NULL)
    {
      sqlite3_bind_null (statement, parameter);
      return;
    }

  data = g_bytes_get_data (bytes, &size);
  sqlite3_bind_blob64 (statement, parameter, data != NULL ? data : "", size, SQLITE_STATIC);
}

/**
 * plannr_sqlite_dup_bytes:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
plannr_sqlite_dup_bytes (sqlite3_stmt *statement, int column)
{
  const void *data = sqlite3_column_blob (statement, column);

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}

/**
 * plannr_sqlite_dup_text:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: (transfer full) (nullable): what is in it, as valid UTF-8
 */
char *
plannr_sqlite_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}
