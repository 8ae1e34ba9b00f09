/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal-rows-private.h"

#include "plannr-error.h"
#include "plannr-journal-search.h"

/* Of the past cases, so many are there from the start; the others are found when they are wanted. */
#define N_RECENT       "100"

/* How long what was discarded may be had back: 30 days, in microseconds. */
#define KEEP_DISCARDED "2592000000000"

#define COUNT_OLD                                                                                  \
  "SELECT EXISTS (SELECT 1 FROM submission WHERE state = 'discarded'"                              \
  " AND changed_at <= strftime ('%s', 'now') * 1000000 - " KEEP_DISCARDED ")"
#define COUNT_FAULTS "SELECT count (*) FROM pragma_quick_check (1) WHERE quick_check <> 'ok'"

#define ENTRY_COLUMNS                                                                              \
  "s.id, s.state, s.name, s.draft,"                                                                \
  "(SELECT body FROM intent i WHERE i.submission = s.id ORDER BY at DESC LIMIT 1),"                \
  "s.changed_at, s.queued_at, s.held_until, s.case_uuid,"                                          \
  "EXISTS (SELECT 1 FROM decision d WHERE d.submission = s.id AND d.said = 'send'),"               \
  "f.at, l.at, f.on_server, l.on_server, o.status,"                                                \
  "CASE s.state WHEN 'created' THEN NULL ELSE o.answer END"

#define ENTRY_TABLES                                                                               \
  " FROM submission s"                                                                             \
  " LEFT JOIN attempt f ON f.id = (SELECT min (id) FROM attempt WHERE submission = s.id)"          \
  " LEFT JOIN attempt l ON l.id = (SELECT max (id) FROM attempt WHERE submission = s.id)"          \
  " LEFT JOIN outcome o ON o.attempt = l.id"

/* Of the cases that were created before ?1, the newest ?3. */
#define PAST(column)                                                                               \
  "SELECT " column " FROM submission WHERE state = 'created' AND changed_at < ?1"                  \
  " ORDER BY changed_at DESC LIMIT ?3"

/* Of ten thousand past cases none is read that nobody looks at: every row that is not one is found by
 * the index. Whatever a broken file may have for a state is in one of the three ranges. */
#define SHOWN                                                                                      \
  "SELECT rowid FROM submission WHERE state < 'created'"                                           \
  " UNION ALL SELECT rowid FROM submission WHERE state > 'created' AND state < 'discarded'"        \
  " UNION ALL SELECT rowid FROM submission WHERE state > 'discarded'"                              \
  " UNION ALL SELECT rowid FROM submission"                                                        \
  "  WHERE state = 'discarded' AND changed_at > ?1 - " KEEP_DISCARDED                              \
  " UNION ALL SELECT * FROM (SELECT rowid FROM submission WHERE state = 'created'"                 \
  "                          ORDER BY changed_at DESC LIMIT " N_RECENT ")"

static const char *const sql[N_STATEMENTS] = {
  [BEGIN] = "BEGIN IMMEDIATE",
  [COMMIT] = "COMMIT",
  [ROLLBACK] = "ROLLBACK",
  [LOAD] = "SELECT " ENTRY_COLUMNS ENTRY_TABLES " WHERE s.rowid IN (" SHOWN ")"
           " ORDER BY s.changed_at DESC",
  [FIND_PAST] = "SELECT " ENTRY_COLUMNS ENTRY_TABLES " WHERE s.id IN (" PAST (
      "id") ")"
            " AND (?2 IS NULL OR finds (?2, s.name, s.draft)"
            "      OR s.changed_at = (SELECT min (changed_at) FROM (" PAST (
                "changed_at") ")))"
                              " ORDER BY s.changed_at DESC",
  [READ_ANSWER] = "SELECT coalesce ((SELECT answer FROM record WHERE submission = ?1),"
                  " (SELECT answer FROM outcome JOIN attempt ON attempt.id = outcome.attempt"
                  "  WHERE submission = ?1 ORDER BY attempt.id DESC LIMIT 1))",
  [PUT_SUBMISSION] = "INSERT INTO submission"
                     " (id, state, name, draft, changed_at, queued_at, held_until, case_uuid)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                     " ON CONFLICT (id) DO UPDATE SET state = ?2, name = ?3, draft = ?4,"
                     " changed_at = ?5, queued_at = ?6, held_until = ?7, case_uuid = ?8",
  [PUT_INTENT] = "INSERT OR IGNORE INTO intent (submission, at, body) VALUES (?1, ?2, ?3)",
  [PUT_OUTCOME] = "INSERT OR REPLACE INTO outcome (attempt, at, status, answer)"
                  " SELECT max (id), ?2, ?3, ?4 FROM attempt WHERE submission = ?1"
                  " HAVING max (id) IS NOT NULL",
  [PUT_RECORD] = "INSERT OR REPLACE INTO record (submission, answer) VALUES (?1, ?2)",
  [PUT_DECISION] = "INSERT INTO decision (submission, at, said) VALUES (?1, ?2, ?3)",
  [MARK_SUBMISSION] = "UPDATE submission SET state = 'on-wire' WHERE id = ?1 AND state = 'queued'",
  [PUT_ATTEMPT] = "INSERT INTO attempt (submission, at, on_server) VALUES (?1, ?2, ?3)",
  [PURGE] = "DELETE FROM submission"
            " WHERE state = 'discarded' AND changed_at <= ?1 - " KEEP_DISCARDED,
};

/**
 * PlannrJournalRows:
 *
 * The rows of a journal in the words of SQL. A write is one transaction.
 */

/**
 * plannr_journal_rows_new:
 * @db: a database with the journal's schema
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its rows
 */
PlannrJournalRows *
plannr_journal_rows_new (sqlite3 *db, GError **error)
{
  PlannrJournalRows *self = g_new0 (PlannrJournalRows, 1);

  self->db = db;
  if (!plannr_journal_search_add (db, error))
    {
      plannr_journal_rows_free (self);
      return NULL;
    }
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      self->statements[i] = plannr_sqlite_prepare (db, sql[i], error);
      if (self->statements[i] == NULL)
        {
          plannr_journal_rows_free (self);
          return NULL;
        }
    }

  return self;
}

/**
 * plannr_journal_rows_free:
 * @self: (transfer full): the rows
 */
void
plannr_journal_rows_free (PlannrJournalRows *self)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  g_free (self);
}

static const char *
state_to_text (PlannrState state)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (PLANNR_TYPE_STATE);

  return g_enum_get_value (states, (int) state)->value_nick;
}

/* Runs a statement that returns nothing, and leaves it ready for the next time. */
static gboolean
run (PlannrJournalRows *self, guint which, GError **error)
{
  sqlite3_stmt *statement = self->statements[which];
  int code = sqlite3_step (statement);
  gboolean done = plannr_sqlite_check (self->db, code, error);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return done;
}

static gboolean
end (PlannrJournalRows *self, gboolean good, GError **error)
{
  if (good && run (self, COMMIT, error))
    return TRUE;

  /* SQLite may have rolled back by itself; then this does nothing. */
  if (!sqlite3_get_autocommit (self->db))
    run (self, ROLLBACK, NULL);

  return FALSE;
}

/* Whoever reads it may count on its being a time, in any zone. */
static gboolean
put (PlannrJournalRows *self, const PlannrEntry *entry, GError **error)
{
  sqlite3_stmt *submission = self->statements[PUT_SUBMISSION];
  sqlite3_stmt *intent = self->statements[PUT_INTENT];

  plannr_sqlite_bind_text (submission, 1, entry->id);
  plannr_sqlite_bind_text (submission, 2, state_to_text (entry->state));
  plannr_sqlite_bind_text (submission, 3, entry->name);
  plannr_sqlite_bind_bytes (submission, 4, entry->draft);
  sqlite3_bind_int64 (submission, 5, entry->changed_at);
  sqlite3_bind_int64 (submission, 6, entry->queued_at);
  sqlite3_bind_int64 (submission, 7, entry->held_until);
  plannr_sqlite_bind_text (submission, 8, entry->case_uuid);
  if (!run (self, PUT_SUBMISSION, error))
    return FALSE;

  if (entry->body == NULL || entry->queued_at == 0)
    return TRUE;

  plannr_sqlite_bind_text (intent, 1, entry->id);
  sqlite3_bind_int64 (intent, 2, entry->queued_at);
  plannr_sqlite_bind_bytes (intent, 3, entry->body);

  return run (self, PUT_INTENT, error);
}

static gboolean
put_outcome (PlannrJournalRows *self, const PlannrEntry *entry, GError **error)
{
  sqlite3_stmt *outcome = self->statements[PUT_OUTCOME];

  if (!entry->ended)
    return TRUE;

  plannr_sqlite_bind_text (outcome, 1, entry->id);
  sqlite3_bind_int64 (outcome, 2, g_get_real_time ());
  sqlite3_bind_int64 (outcome, 3, entry->status);
  plannr_sqlite_bind_bytes (outcome, 4, entry->answer);

  return run (self, PUT_OUTCOME, error);
}

static gboolean
put_record (PlannrJournalRows *self, const PlannrEntry *entry, GError **error)
{
  sqlite3_stmt *record = self->statements[PUT_RECORD];

  if (entry->ended || entry->answer == NULL || entry->state != PLANNR_STATE_CREATED)
    return TRUE;

  plannr_sqlite_bind_text (record, 1, entry->id);
  plannr_sqlite_bind_bytes (record, 2, entry->answer);

  return run (self, PUT_RECORD, error);
}

static gboolean
put_decision (PlannrJournalRows *self, const PlannrEntry *entry, GError **error)
{
  sqlite3_stmt *decision = self->statements[PUT_DECISION];

  if (entry->decision == NULL)
    return TRUE;

  plannr_sqlite_bind_text (decision, 1, entry->id);
  sqlite3_bind_int64 (decision, 2, g_get_real_time ());
  plannr_sqlite_bind_text (decision, 3, entry->decision);

  return run (self, PUT_DECISION, error);
}

static gboolean
put_attempt (PlannrJournalRows *self, const char *id, gint64 at, gint64 on_server, GError **error)
{
  sqlite3_stmt *attempt = self->statements[PUT_ATTEMPT];

  plannr_sqlite_bind_text (attempt, 1, id);
  sqlite3_bind_int64 (attempt, 2, at);
  sqlite3_bind_int64 (attempt, 3, on_server);

  return run (self, PUT_ATTEMPT, error);
}

/**
 * plannr_journal_rows_write:
 * @self: the rows
 * @entry: one of them, as it is now
 * @error: %PLANNR_ERROR_TAKEN where another row has that case
 *
 * Returns: whether it is written
 */
gboolean
plannr_journal_rows_write (PlannrJournalRows *self, const PlannrEntry *entry, GError **error)
{
  gboolean good;

  if (!run (self, BEGIN, error))
    return FALSE;

  good = put (self, entry, error) && put_outcome (self, entry, error)
         && put_record (self, entry, error) && put_decision (self, entry, error);

  return end (self, good, error);
}

/**
 * plannr_journal_rows_save:
 * @self: the rows
 * @entry: a row that was read from another file
 * @error: return location
 *
 * Writes it with the times of its first and last attempt, and with what they came to.
 *
 * Returns: whether it is written
 */
gboolean
plannr_journal_rows_save (PlannrJournalRows *self, const PlannrEntry *entry, GError **error)
{
  gboolean good;

  if (!run (self, BEGIN, error))
    return FALSE;

  good = put (self, entry, error)
         && (entry->first_attempt == 0
             || (put_attempt (self, entry->id, entry->first_attempt, entry->first_on_server, error)
                 && put_attempt (self, entry->id, entry->last_attempt, entry->last_on_server, error)
                 && put_outcome (self, entry, error)))
         && put_record (self, entry, error) && put_decision (self, entry, error);

  return end (self, good, error);
}

/**
 * plannr_journal_rows_mark:
 * @self: the rows
 * @id: one that is %PLANNR_STATE_QUEUED
 * @now: the time
 * @on_server: the time by the server's clock; 0 where that is not known
 * @error: return location
 *
 * Writes down an attempt. A row that is not queued has none.
 *
 * Returns: whether it is written
 */
gboolean
plannr_journal_rows_mark (
    PlannrJournalRows *self, const char *id, gint64 now, gint64 on_server, GError **error)
{
  gboolean good;

  if (!run (self, BEGIN, error))
    return FALSE;

  plannr_sqlite_bind_text (self->statements[MARK_SUBMISSION], 1, id);
  good = run (self, MARK_SUBMISSION, error);
  if (good && sqlite3_changes (self->db) != 1)
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_DISK,
                           "The journal does not say that it is queued");
      good = FALSE;
    }
  good = good && put_attempt (self, id, now, on_server, error);

  return end (self, good, error);
}

/**
 * plannr_journal_rows_purge:
 * @self: the rows
 * @error: %PLANNR_ERROR_FILE_BROKEN
 *
 * Removes what was discarded more than 30 days ago. To write to a page that is damaged can cost what
 * could still be read of it: where there is something to remove, the file is looked over first.
 *
 * Returns: %FALSE if the file turned out to be broken
 */
gboolean
plannr_journal_rows_purge (PlannrJournalRows *self, GError **error)
{
  g_autoptr (GError) why = NULL;
  gint64 n_old = 0;
  gint64 n_faults = 0;

  if (!plannr_sqlite_get_number (self->db, COUNT_OLD, &n_old, error))
    return FALSE;
  if (n_old == 0)
    return TRUE;

  if (!plannr_sqlite_get_number (self->db, COUNT_FAULTS, &n_faults, error))
    return FALSE;
  if (n_faults != 0)
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN,
                           "The journal is damaged where nothing was read");
      return FALSE;
    }

  sqlite3_bind_int64 (self->statements[PURGE], 1, g_get_real_time ());
  if (!run (self, PURGE, &why))
    g_debug ("What was discarded long ago is still there: %s", why->message);

  return TRUE;
}
