/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal-schema.h"

#include "plannr-error.h"

/* What makes of a file of version N one of version N + 1. What was once released is never changed:
 * the next version is one more step. Times are in microseconds since the epoch. */
static const char *const steps[] = {
  /* What a person has begun: a draft, and how far it came. */
  "CREATE TABLE submission ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  state TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  draft BLOB NOT NULL,"
  "  changed_at INTEGER NOT NULL,"
  "  queued_at INTEGER NOT NULL,"
  "  held_until INTEGER NOT NULL,"
  "  case_uuid TEXT UNIQUE"
  ") STRICT;"
  "CREATE INDEX submission_by_state ON submission (state, changed_at);"
  /* What is to be sent, to the byte. */
  "CREATE TABLE intent ("
  "  submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,"
  "  at INTEGER NOT NULL,"
  "  body BLOB NOT NULL,"
  "  PRIMARY KEY (submission, at)"
  ") STRICT;"
  /* That it was about to leave: written before the first byte does. */
  "CREATE TABLE attempt ("
  "  id INTEGER PRIMARY KEY,"
  "  submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,"
  "  at INTEGER NOT NULL,"
  "  on_server INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX attempt_by_submission ON attempt (submission);"
  /* What came back. */
  "CREATE TABLE outcome ("
  "  attempt INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,"
  "  at INTEGER NOT NULL,"
  "  status INTEGER NOT NULL,"
  "  answer BLOB"
  ") STRICT;"
  /* The case as Plannr showed it afterwards, with all that the card shows. */
  "CREATE TABLE record ("
  "  submission TEXT PRIMARY KEY NOT NULL REFERENCES submission (id) ON DELETE CASCADE,"
  "  answer BLOB NOT NULL"
  ") STRICT;"
  /* What the person said when asked. */
  "CREATE TABLE decision ("
  "  id INTEGER PRIMARY KEY,"
  "  submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,"
  "  at INTEGER NOT NULL,"
  "  said TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX decision_by_submission ON decision (submission);",
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == PLANNR_JOURNAL_VERSION);

static gboolean
check_owner (sqlite3 *db, gint64 version, GError **error)
{
  gint64 application_id;
  gint64 n_tables;

  if (!plannr_sqlite_get_number (db, "PRAGMA application_id", &application_id, error)
      || !plannr_sqlite_get_number (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application_id == PLANNR_JOURNAL_APPLICATION_ID
      || (application_id == 0 && version == 0 && n_tables == 0))
    return TRUE;

  g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN,
                       "The file is not a journal of this application");

  return FALSE;
}

static gboolean
take_step (sqlite3 *db, gint64 version, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("BEGIN IMMEDIATE; %s PRAGMA application_id = %d;"
                       "PRAGMA user_version = %" G_GINT64_FORMAT "; COMMIT;",
                       steps[version], PLANNR_JOURNAL_APPLICATION_ID, version + 1);

  if (plannr_sqlite_execute (db, sql, error))
    return TRUE;

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * plannr_journal_schema_check:
 * @db: a database
 * @version: (out): which version it is of; 0 for one that is new
 * @error: %PLANNR_ERROR_FILE_NEWER where it is of a later version; %PLANNR_ERROR_FILE_BROKEN where it
 *   is no journal
 *
 * Writes nothing: what is not ours is not touched.
 *
 * Returns: whether @db is new, or a journal of this or an earlier version
 */
gboolean
plannr_journal_schema_check (sqlite3 *db, gint64 *version, GError **error)
{
  if (!plannr_sqlite_get_number (db, "PRAGMA user_version", version, error)
      || !check_owner (db, *version, error))
    return FALSE;

  if (*version <= PLANNR_JOURNAL_VERSION && *version >= 0)
    return TRUE;

  g_set_error (error, PLANNR_ERROR, PLANNR_ERROR_FILE_NEWER,
               "The journal is of version %" G_GINT64_FORMAT ", this program knows %d", *version,
               PLANNR_JOURNAL_VERSION);

  return FALSE;
}

/**
 * plannr_journal_schema_migrate:
 * @db: a database that is new, or a journal of this or an earlier version
 * @error: as of plannr_journal_schema_check()
 *
 * Brings @db to the version that this program writes. Each step is taken whole or not at all.
 *
 * Returns: whether it is of that version now
 */
gboolean
plannr_journal_schema_migrate (sqlite3 *db, GError **error)
{
  gint64 version;

  if (!plannr_journal_schema_check (db, &version, error))
    return FALSE;

  for (; version < PLANNR_JOURNAL_VERSION; version++)
    if (!take_step (db, version, error))
      return FALSE;

  return TRUE;
}
