/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal-salvage.h"

#include "plannr-error.h"

/* The columns of plannr_journal_rows_read_entry(). Here the past cases come with their answers. */
#define OWN_COLUMNS_1 "s.id, s.state, s.name, s.draft,"
#define OWN_COLUMNS_2 "s.changed_at, s.queued_at, s.held_until, s.case_uuid,"

#define ROWIDS        "SELECT rowid FROM submission NOT INDEXED WHERE rowid > ?1 ORDER BY rowid"
#define WHOLE                                                                                      \
  "SELECT " OWN_COLUMNS_1                                                                          \
  "(SELECT body FROM intent i WHERE i.submission = s.id ORDER BY at DESC LIMIT 1)," OWN_COLUMNS_2  \
  "EXISTS (SELECT 1 FROM decision d WHERE d.submission = s.id AND d.said = 'send'),"               \
  "f.at, l.at, f.on_server, l.on_server, o.status,"                                                \
  "coalesce ((SELECT answer FROM record r WHERE r.submission = s.id), o.answer)"                   \
  " FROM submission s NOT INDEXED"                                                                 \
  " LEFT JOIN attempt f ON f.id = (SELECT min (id) FROM attempt WHERE submission = s.id)"          \
  " LEFT JOIN attempt l ON l.id = (SELECT max (id) FROM attempt WHERE submission = s.id)"          \
  " LEFT JOIN outcome o ON o.attempt = l.id WHERE s.rowid = ?1"
#define BARE                                                                                       \
  "SELECT " OWN_COLUMNS_1 "NULL," OWN_COLUMNS_2 "0, NULL, NULL, NULL, NULL, NULL, NULL"            \
  " FROM submission s NOT INDEXED WHERE s.rowid = ?1"

/* How far to go in search of the next page that can be read. No file has as many rows. */
#define MAX_LEAP (G_GINT64_CONSTANT (1) << 40)

static PlannrEntry *
read_by (sqlite3_stmt *statement, gint64 rowid)
{
  PlannrEntry *entry = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, rowid);
  if (sqlite3_step (statement) == SQLITE_ROW)
    entry = plannr_journal_rows_read_entry (statement, NULL);
  sqlite3_reset (statement);

  return entry;
}

static void
read_one (
    sqlite3_stmt *whole, sqlite3_stmt *bare, gint64 rowid, GHashTable *ids, GPtrArray *entries)
{
  g_autoptr (PlannrEntry) entry = read_by (whole, rowid);

  /* A draft without its past is better than none. */
  if (entry == NULL)
    entry = read_by (bare, rowid);
  if (entry == NULL || g_hash_table_contains (ids, entry->id))
    return;

  g_hash_table_add (ids, entry->id);
  g_ptr_array_add (entries, g_steal_pointer (&entry));
}

/**
 * plannr_journal_salvage_read:
 * @db: a journal that is broken
 * @entries: (element-type PlannrEntry): where to add what can be read
 *
 * Reads row by row, so that what can't be read costs no more than itself.
 */
void
plannr_journal_salvage_read (sqlite3 *db, GPtrArray *entries)
{
  sqlite3_stmt *rowids = plannr_sqlite_prepare (db, ROWIDS, NULL);
  sqlite3_stmt *whole = plannr_sqlite_prepare (db, WHOLE, NULL);
  sqlite3_stmt *bare = plannr_sqlite_prepare (db, BARE, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 last = G_MININT64;
  gint64 leap = 1;
  int code = rowids != NULL ? SQLITE_OK : SQLITE_DONE;

  while (code != SQLITE_DONE && leap < MAX_LEAP && last < G_MAXINT64)
    {
      sqlite3_bind_int64 (rowids, 1, last);
      while ((code = sqlite3_step (rowids)) == SQLITE_ROW)
        {
          gint64 rowid = sqlite3_column_int64 (rowids, 0);

          /* A tree that leads back to where it was has no end. */
          if (rowid <= last)
            break;

          last = rowid;
          leap = 1;
          read_one (whole, bare, rowid, ids, entries);
        }
      sqlite3_reset (rowids);
      last = MAX (last, 0);
      last += MIN (leap, G_MAXINT64 - last);
      leap *= 2;
    }

  sqlite3_finalize (rowids);
  sqlite3_finalize (whole);
  sqlite3_finalize (bare);
}

/* What a broken file says of a case on its way may be old: the case may have been made since. */
static void
doubt (PlannrEntry *entry)
{
  switch (entry->state)
    {
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      entry->state = PLANNR_STATE_ASKING;
      if (entry->first_attempt == 0)
        entry->first_attempt = entry->changed_at;
      entry->last_attempt = MAX (entry->last_attempt, g_get_real_time ());
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_CREATED:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      break;
    }
}

/* Where two rows claim one case, which is what broke the file, nobody knows what became of the second. */
static gboolean
save (PlannrJournalRows *rows, PlannrEntry *entry, GError **error)
{
  g_autoptr (GError) taken = NULL;

  doubt (entry);
  entry->ended = entry->status != 0;
  entry->decision = entry->sent_again ? "send" : NULL;
  if (plannr_journal_rows_save (rows, entry, &taken))
    return TRUE;

  if (!g_error_matches (taken, PLANNR_ERROR, PLANNR_ERROR_TAKEN))
    {
      g_propagate_error (error, g_steal_pointer (&taken));
      return FALSE;
    }

  g_clear_pointer (&entry->case_uuid, g_free);
  entry->state = PLANNR_STATE_ASKING;
  doubt (entry);

  return plannr_journal_rows_save (rows, entry, error);
}

/**
 * plannr_journal_salvage_write:
 * @rows: those of a new journal
 * @entries: (element-type PlannrEntry): what could be read of a broken one
 * @error: what is the matter with the disk
 *
 * Writes them, with doubts about what was on its way.
 *
 * Returns: whether they are written
 */
gboolean
plannr_journal_salvage_write (PlannrJournalRows *rows, GPtrArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    if (!save (rows, g_ptr_array_index (entries, i), error))
      return FALSE;

  return TRUE;
}
