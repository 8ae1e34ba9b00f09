/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-database.h"

struct _PracticeDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL → sqlite3_stmt, both owned */
  gboolean is_new;
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * practice_database_open:
 * @path: (nullable): the file, or %NULL for one in memory
 * @error: return location for an error
 *
 * Opens the firm's file, or makes an empty one. What a transaction has written survives the
 * server's death at once (WAL); a power cut may take the last seconds, which practice can bear.
 *
 * Returns: (transfer full) (nullable): the database
 */
PracticeDatabase *
practice_database_open (const char *path, GError **error)
{
  g_autoptr (PracticeDatabase) self = g_new0 (PracticeDatabase, 1);
  sqlite3_stmt *statement;
  int code = sqlite3_open (path != NULL ? path : ":memory:", &self->handle);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle,
                         "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                         "PRAGMA cache_size = -65536; PRAGMA busy_timeout = 2000;",
                         NULL, NULL, NULL);
  if (code != SQLITE_OK)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cannot open %s: %s", path,
                   sqlite3_errmsg (self->handle));
      return NULL;
    }

  statement = practice_database_prepare (self, "SELECT count(*) FROM sqlite_master");
  if (practice_database_step (self, statement))
    self->is_new = sqlite3_column_int (statement, 0) == 0;
  sqlite3_reset (statement);
  return g_steal_pointer (&self);
}

/**
 * practice_database_close:
 * @self: (transfer full): the database
 *
 * Closes the file.
 */
void
practice_database_close (PracticeDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->handle);
  g_free (self);
}

/**
 * practice_database_is_new:
 * @self: the database
 *
 * Returns: whether the file held nothing when it was opened
 */
gboolean
practice_database_is_new (PracticeDatabase *self)
{
  return self->is_new;
}

/**
 * practice_database_prepare:
 * @self: the database
 * @sql: one statement
 *
 * Gives the statement for @sql, reset and without values; it is compiled only once. Callers
 * that step through rows must not call, for each of them, anything that uses the same SQL.
 *
 * Returns: (transfer none): the statement
 */
sqlite3_stmt *
practice_database_prepare (PracticeDatabase *self, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (self->handle), sql);
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * practice_database_step:
 * @self: the database
 * @statement: a statement
 *
 * Takes the next row. At the end the statement is reset, so that it holds no lock.
 *
 * Returns: whether there is a row
 */
gboolean
practice_database_step (PracticeDatabase *self, sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    g_warning ("%s", sqlite3_errmsg (self->handle));
  sqlite3_reset (statement);
  return FALSE;
}

/**
 * practice_database_execute:
 * @self: the database
 * @statement: a statement that gives no rows
 *
 * Runs @statement.
 *
 * Returns: whether it went well
 */
gboolean
practice_database_execute (PracticeDatabase *self, sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_DONE)
    g_warning ("%s", sqlite3_errmsg (self->handle));
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

/**
 * practice_database_run:
 * @self: the database
 * @sql: any number of statements without values
 *
 * Runs @sql.
 *
 * Returns: whether it went well
 */
gboolean
practice_database_run (PracticeDatabase *self, const char *sql)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  g_warning ("%s", sqlite3_errmsg (self->handle));
  return FALSE;
}

/**
 * practice_database_last_id:
 * @self: the database
 *
 * Returns: the number of the row that was inserted last
 */
gint64
practice_database_last_id (PracticeDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * practice_database_look_up:
 * @self: the database
 * @sql: a query for one text, with two parameters
 * @first: the first one
 * @second: the second one
 *
 * Looks up one text.
 *
 * Returns: (transfer full) (nullable): the text of the first row
 */
char *
practice_database_look_up (PracticeDatabase *self,
                           const char *sql,
                           const char *first,
                           const char *second)
{
  sqlite3_stmt *statement = practice_database_prepare (self, sql);
  char *text = NULL;

  practice_bind_text (statement, 1, first);
  practice_bind_text (statement, 2, second);
  if (practice_database_step (self, statement))
    text = g_strdup (practice_column_text (statement, 0));
  sqlite3_reset (statement);
  return text;
}

/**
 * practice_bind_text:
 * @statement: a statement
 * @index: the parameter's number, from 1
 * @text: (nullable): the value
 *
 * Gives a parameter its value.
 */
void
practice_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

/**
 * practice_column_text:
 * @statement: a statement that has a row
 * @column: the column's number, from 0
 *
 * Returns: (nullable): the text, until the next step
 */
const char *
practice_column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}
