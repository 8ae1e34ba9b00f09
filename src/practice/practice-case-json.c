/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-cases.h"

#include "practice-accounts.h"
#include "practice-choices.h"
#include "practice-plans.h"
#include "practice-query.h"

enum
{
  COLUMN_UUID,
  COLUMN_NAME,
  COLUMN_SLUG,
  COLUMN_TYPE_UUID,
  COLUMN_STATUS_UUID,
  COLUMN_STATUS_POSITION,
  COLUMN_VALUE,
  COLUMN_TASK_BOARD_UUID,
  COLUMN_REVIEW_AT,
  COLUMN_COMPLETED_AT,
  COLUMN_CREATED_AT,
  COLUMN_UPDATED_AT,
};

const char *const practice_cases_includes[] = {
  "participants", "participants_count", "type",   "status",      "tags",
  "plans",        "custom_fields",      "groups", "assigned_to", NULL,
};

static void
write_uuids (PracticeExchange *exchange, const char *key, const char *sql, const char *uuid)
{
  sqlite3_stmt *row = practice_database_prepare (exchange->database, sql);

  practice_bind_text (row, 1, uuid);
  practice_json_begin_array (&exchange->json, key);
  while (practice_database_step (exchange->database, row))
    practice_json_string (&exchange->json, NULL, practice_column_text (row, 0));
  practice_json_end_array (&exchange->json);
}

static void
write_accounts (PracticeExchange *exchange, const char *key, const char *sql, const char *uuid)
{
  sqlite3_stmt *row = practice_database_prepare (exchange->database, sql);

  practice_bind_text (row, 1, uuid);
  practice_json_begin_array (&exchange->json, key);
  while (practice_database_step (exchange->database, row))
    practice_accounts_write_row (&exchange->json, NULL, row);
  practice_json_end_array (&exchange->json);
}

static void
write_plans (PracticeExchange *exchange, const char *uuid)
{
  PracticeJson *json = &exchange->json;
  sqlite3_stmt *row =
      practice_database_prepare (exchange->database,
                                 "SELECT " PRACTICE_PLAN_COLUMNS
                                 " FROM case_plans l JOIN plans p ON p.uuid = l.plan_uuid"
                                 " WHERE l.case_uuid = ? ORDER BY l.position");

  practice_bind_text (row, 1, uuid);
  practice_json_begin_array (json, "plans");
  while (practice_database_step (exchange->database, row))
    {
      practice_json_begin_object (json, NULL);
      practice_plans_write_members (json, row);
      practice_json_end_object (json);
    }
  practice_json_end_array (json);
}

static void
write_groups (PracticeExchange *exchange, const char *uuid)
{
  PracticeJson *json = &exchange->json;
  sqlite3_stmt *row = practice_database_prepare (
      exchange->database,
      "SELECT g.uuid, g.name FROM case_groups l JOIN groups g ON g.uuid = l.group_uuid"
      " WHERE l.case_uuid = ? ORDER BY l.position");

  practice_bind_text (row, 1, uuid);
  practice_json_begin_array (json, "groups");
  while (practice_database_step (exchange->database, row))
    {
      practice_json_begin_object (json, NULL);
      practice_json_string (json, "uuid", practice_column_text (row, 0));
      practice_json_string (json, "name", practice_column_text (row, 1));
      practice_json_end_object (json);
    }
  practice_json_end_array (json);
}

static void
write_count (PracticeExchange *exchange, const char *uuid)
{
  sqlite3_stmt *row =
      practice_database_prepare (exchange->database,
                                 "SELECT count(*) FROM case_participants WHERE case_uuid = ?");

  practice_bind_text (row, 1, uuid);
  practice_database_step (exchange->database, row);
  practice_json_integer (&exchange->json, "participants_count", sqlite3_column_int64 (row, 0));
  sqlite3_reset (row);
}

static void
write_empty (PracticeJson *json, const char *key)
{
  practice_json_begin_array (json, key);
  practice_json_end_array (json);
}

static void
write_included (PracticeExchange *exchange, const char *uuid)
{
  if (practice_query_includes (exchange, "participants"))
    write_accounts (exchange, "participants",
                    "SELECT " PRACTICE_ACCOUNT_COLUMNS
                    " FROM case_participants l JOIN accounts a ON a.uuid = l.account_uuid"
                    " WHERE l.case_uuid = ? ORDER BY l.position",
                    uuid);
  if (practice_query_includes (exchange, "assigned_to"))
    write_accounts (exchange, "assigned_to",
                    "SELECT " PRACTICE_ACCOUNT_COLUMNS
                    " FROM case_assigned l JOIN accounts a ON a.uuid = l.account_uuid"
                    " WHERE l.case_uuid = ? ORDER BY l.position",
                    uuid);
  if (practice_query_includes (exchange, "plans"))
    write_plans (exchange, uuid);
  if (practice_query_includes (exchange, "groups"))
    write_groups (exchange, uuid);
  if (practice_query_includes (exchange, "tags"))
    write_empty (&exchange->json, "tags");
}

/**
 * practice_cases_write:
 * @exchange: a request
 * @row: a row of #PRACTICE_CASE_COLUMNS
 * @created: whether the case has just been made
 *
 * Writes a case. Type, status, the number of participants and the custom fields are there when it
 * was just made; else, like all that belongs to other resources, only where they are included.
 */
void
practice_cases_write (PracticeExchange *exchange, sqlite3_stmt *row, gboolean created)
{
  PracticeJson *json = &exchange->json;
  const char *uuid = practice_column_text (row, COLUMN_UUID);

  practice_json_begin_object (json, NULL);
  practice_json_string (json, "uuid", uuid);
  practice_json_string (json, "name", practice_column_text (row, COLUMN_NAME));
  practice_json_string (json, "slug", practice_column_text (row, COLUMN_SLUG));
  if (created || practice_query_includes (exchange, "status"))
    practice_choices_write_status (json, exchange->database,
                                   practice_column_text (row, COLUMN_STATUS_UUID));
  if (created || practice_query_includes (exchange, "type"))
    practice_choices_write_type (json, exchange->database,
                                 practice_column_text (row, COLUMN_TYPE_UUID));
  practice_json_time (json, "review_at", practice_column_text (row, COLUMN_REVIEW_AT));
  write_uuids (exchange, "assigned_to_uuids",
               "SELECT account_uuid FROM case_assigned WHERE case_uuid = ? ORDER BY position",
               uuid);
  write_uuids (exchange, "group_uuids",
               "SELECT group_uuid FROM case_groups WHERE case_uuid = ? ORDER BY position", uuid);
  practice_json_time (json, "completed_at", practice_column_text (row, COLUMN_COMPLETED_AT));
  if (sqlite3_column_type (row, COLUMN_VALUE) != SQLITE_NULL)
    practice_json_money (json, "value", sqlite3_column_int64 (row, COLUMN_VALUE));
  else
    practice_json_null (json, "value");
  if (sqlite3_column_type (row, COLUMN_STATUS_POSITION) != SQLITE_NULL)
    practice_json_integer (json, "status_position",
                           sqlite3_column_int64 (row, COLUMN_STATUS_POSITION));
  else
    practice_json_null (json, "status_position");
  if (created || practice_query_includes (exchange, "participants_count"))
    write_count (exchange, uuid);
  write_included (exchange, uuid);
  practice_json_string (json, "task_board_uuid",
                        practice_column_text (row, COLUMN_TASK_BOARD_UUID));
  if (created || practice_query_includes (exchange, "custom_fields"))
    write_empty (json, "custom_fields");
  practice_json_time (json, "created_at", practice_column_text (row, COLUMN_CREATED_AT));
  practice_json_time (json, "updated_at", practice_column_text (row, COLUMN_UPDATED_AT));
  practice_json_end_object (json);
}
