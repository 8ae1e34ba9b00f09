/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal-rows-private.h"

#include "plannr-error.h"

/* The last day of the year 9999, in microseconds. */
#define LAST_TIME G_GINT64_CONSTANT (253402214400000000)

static gboolean
state_from_text (const char *text, PlannrState *state)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (PLANNR_TYPE_STATE);
  GEnumValue *value = text != NULL ? g_enum_get_value_by_nick (states, text) : NULL;

  *state = value != NULL ? (PlannrState) value->value : PLANNR_STATE_DRAFT;

  return value != NULL;
}

static gint64
read_time (sqlite3_stmt *row, int column)
{
  return CLAMP (sqlite3_column_int64 (row, column), 0, LAST_TIME);
}

/**
 * plannr_journal_rows_read_entry:
 * @row: a statement that stands on a row of ENTRY_COLUMNS
 * @error: %PLANNR_ERROR_FILE_BROKEN where it is none
 *
 * Returns: (transfer full) (nullable): what it holds
 */
PlannrEntry *
plannr_journal_rows_read_entry (sqlite3_stmt *row, GError **error)
{
  g_autoptr (PlannrEntry) entry = g_new0 (PlannrEntry, 1);

  entry->id = plannr_sqlite_dup_text (row, 0);
  entry->name = plannr_sqlite_dup_text (row, 2);
  entry->draft = plannr_sqlite_dup_bytes (row, 3);
  entry->body = plannr_sqlite_dup_bytes (row, 4);
  entry->changed_at = read_time (row, 5);
  entry->queued_at = read_time (row, 6);
  entry->held_until = read_time (row, 7);
  entry->case_uuid = plannr_sqlite_dup_text (row, 8);
  entry->sent_again = sqlite3_column_int (row, 9) != 0;
  entry->first_attempt = read_time (row, 10);
  entry->last_attempt = read_time (row, 11);
  entry->first_on_server = read_time (row, 12);
  entry->last_on_server = read_time (row, 13);
  entry->status = (guint) CLAMP (sqlite3_column_int64 (row, 14), 0, 999);
  entry->answer = plannr_sqlite_dup_bytes (row, 15);

  if (entry->id == NULL || entry->name == NULL || entry->draft == NULL
      || !state_from_text ((const char *) sqlite3_column_text (row, 1), &entry->state))
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN,
                           "A row of the journal can’t be read");
      return NULL;
    }

  return g_steal_pointer (&entry);
}

/* Two rows of one name would be one case sent twice. */
static gboolean
is_first (GHashTable *ids, const PlannrEntry *entry, GError **error)
{
  if (!g_hash_table_contains (ids, entry->id))
    return g_hash_table_add (ids, entry->id);

  g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN,
                       "The journal has a row twice");

  return FALSE;
}

static gboolean
read_entries (PlannrJournalRows *self, guint which, GPtrArray *entries, GError **error)
{
  sqlite3_stmt *statement = self->statements[which];
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) broken = NULL;
  gboolean good;
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      /* One row that can't be read does not cost the others. */
      GError **why = broken == NULL ? &broken : NULL;
      g_autoptr (PlannrEntry) entry = plannr_journal_rows_read_entry (statement, why);

      if (entry != NULL && is_first (ids, entry, why))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  good = plannr_sqlite_check (self->db, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (good && broken != NULL)
    g_propagate_error (error, g_steal_pointer (&broken));
  else if (good)
    return TRUE;

  return FALSE;
}

/**
 * plannr_journal_rows_load:
 * @self: the rows
 * @entries: (element-type PlannrEntry): where to add them
 * @error: return location
 *
 * Reads all that is not over, what was discarded in the last 30 days, and the newest of the cases
 * that were created; the newest first.
 *
 * Returns: whether all could be read; where not, @entries has those that could
 */
gboolean
plannr_journal_rows_load (PlannrJournalRows *self, GPtrArray *entries, GError **error)
{
  sqlite3_bind_int64 (self->statements[LOAD], 1, g_get_real_time ());

  return read_entries (self, LOAD, entries, error);
}

/**
 * plannr_journal_rows_find_past:
 * @self: the rows
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
plannr_journal_rows_find_past (
    PlannrJournalRows *self, const char *text, gint64 before, guint limit, GError **error)
{
  sqlite3_stmt *statement = self->statements[FIND_PAST];
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_entry_free);

  sqlite3_bind_int64 (statement, 1, before);
  plannr_sqlite_bind_text (statement, 2, text);
  sqlite3_bind_int64 (statement, 3, limit);

  return read_entries (self, FIND_PAST, entries, error) ? g_steal_pointer (&entries) : NULL;
}

/**
 * plannr_journal_rows_read_answer:
 * @self: the rows
 * @id: one of them
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the case as Plannr last showed it; %NULL without @error where
 *   it never did
 */
GBytes *
plannr_journal_rows_read_answer (PlannrJournalRows *self, const char *id, GError **error)
{
  sqlite3_stmt *statement = self->statements[READ_ANSWER];
  GBytes *answer = NULL;
  int code;

  plannr_sqlite_bind_text (statement, 1, id);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    answer = plannr_sqlite_dup_bytes (statement, 0);
  plannr_sqlite_check (self->db, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return answer;
}
