/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-case-store.h"

#include "practice-text.h"

static gboolean
insert_links (PracticeDatabase *database, const char *sql, const char *case_uuid, GPtrArray *uuids)
{
  for (guint i = 0; i < uuids->len; i++)
    {
      sqlite3_stmt *row = practice_database_prepare (database, sql);

      practice_bind_text (row, 1, case_uuid);
      practice_bind_text (row, 2, g_ptr_array_index (uuids, i));
      sqlite3_bind_int (row, 3, (int) i);
      if (!practice_database_execute (database, row))
        return FALSE;
    }
  return TRUE;
}

/* A new case goes to the end of its status's column on the board. */
static gint64
get_next_position (PracticeDatabase *database, const char *status_uuid)
{
  sqlite3_stmt *row = practice_database_prepare (
      database, "SELECT coalesce(max(status_position), 0) + 1 FROM cases WHERE status_uuid = ?");
  gint64 position = 1;

  practice_bind_text (row, 1, status_uuid);
  if (practice_database_step (database, row))
    position = sqlite3_column_int64 (row, 0);
  sqlite3_reset (row);
  return position;
}

static gboolean
insert_case (PracticeDatabase *database,
             const PracticeCaseInput *input,
             const PracticeCaseRecord *record)
{
  g_autofree char *slug = practice_text_slug (input->name);
  gint64 position = input->status != NULL ? get_next_position (database, input->status) : 0;
  sqlite3_stmt *row = practice_database_prepare (
      database,
      "INSERT INTO cases (uuid, firm_uuid, name, slug, type_uuid, status_uuid, status_position,"
      " value, task_board_uuid, created_by_uuid, review_at, completed_at, created_at, updated_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

  practice_bind_text (row, 1, record->uuid);
  practice_bind_text (row, 2, record->firm_uuid);
  practice_bind_text (row, 3, input->name);
  practice_bind_text (row, 4, slug);
  practice_bind_text (row, 5, input->type);
  practice_bind_text (row, 6, input->status);
  if (input->status != NULL)
    sqlite3_bind_int64 (row, 7, position);
  if (input->has_value)
    sqlite3_bind_int64 (row, 8, input->value);
  practice_bind_text (row, 9, record->task_board_uuid);
  practice_bind_text (row, 10, record->created_by);
  practice_bind_text (row, 11, input->review_at);
  practice_bind_text (row, 12, record->completed_at);
  practice_bind_text (row, 13, record->created_at);
  practice_bind_text (row, 14, record->created_at);
  return practice_database_execute (database, row);
}

/**
 * practice_case_store_insert:
 * @database: the database
 * @input: what the case is to be
 * @record: what it has besides
 *
 * Stores a case and all that belongs to it. The caller has begun a transaction.
 *
 * Returns: whether all of it was stored
 */
gboolean
practice_case_store_insert (PracticeDatabase *database,
                            const PracticeCaseInput *input,
                            const PracticeCaseRecord *record)
{
  return insert_case (database, input, record)
         && insert_links (database, "INSERT INTO case_participants VALUES (?, ?, ?)", record->uuid,
                          input->participants)
         && insert_links (database, "INSERT INTO case_plans VALUES (?, ?, ?)", record->uuid,
                          input->plans)
         && insert_links (database, "INSERT INTO case_assigned VALUES (?, ?, ?)", record->uuid,
                          input->assigned)
         && insert_links (database, "INSERT INTO case_groups VALUES (?, ?, ?)", record->uuid,
                          input->groups);
}
