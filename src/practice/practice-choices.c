/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-choices.h"

#include "practice-handlers.h"
#include "practice-page.h"
#include "practice-query.h"

#define STATUS_COLUMNS "uuid, name, colour, position, is_type_completed, created_at, updated_at"
#define FIELD_COLUMNS                                                                              \
  "uuid, type, name, reference, is_required, help_text, selection_options, position,"              \
  " created_at, updated_at"

typedef void (*WriteRow) (PracticeJson *json, const char *key, sqlite3_stmt *row);

static void
write_status (PracticeJson *json, const char *key, sqlite3_stmt *row)
{
  practice_json_begin_object (json, key);
  practice_json_string (json, "uuid", practice_column_text (row, 0));
  practice_json_string (json, "name", practice_column_text (row, 1));
  practice_json_string (json, "colour", practice_column_text (row, 2));
  practice_json_integer (json, "position", sqlite3_column_int64 (row, 3));
  practice_json_boolean (json, "is_type_completed", sqlite3_column_int (row, 4) != 0);
  practice_json_time (json, "created_at", practice_column_text (row, 5));
  practice_json_time (json, "updated_at", practice_column_text (row, 6));
  practice_json_end_object (json);
}

/* A type and a group have the same members. */
static void
write_named (PracticeJson *json, const char *key, sqlite3_stmt *row)
{
  practice_json_begin_object (json, key);
  practice_json_string (json, "uuid", practice_column_text (row, 0));
  practice_json_string (json, "name", practice_column_text (row, 1));
  practice_json_time (json, "created_at", practice_column_text (row, 2));
  practice_json_time (json, "updated_at", practice_column_text (row, 3));
  practice_json_end_object (json);
}

static void
write_field (PracticeJson *json, const char *key, sqlite3_stmt *row)
{
  const char *options = practice_column_text (row, 6);
  g_auto (GStrv) names = g_strsplit (options != NULL ? options : "", "\n", -1);

  practice_json_begin_object (json, key);
  practice_json_string (json, "uuid", practice_column_text (row, 0));
  practice_json_string (json, "type", practice_column_text (row, 1));
  practice_json_string (json, "name", practice_column_text (row, 2));
  practice_json_string (json, "reference", practice_column_text (row, 3));
  practice_json_boolean (json, "is_required", sqlite3_column_int (row, 4) != 0);
  practice_json_string (json, "help_text", practice_column_text (row, 5));
  practice_json_begin_array (json, "selection_options");
  for (guint i = 0; names[i] != NULL; i++)
    practice_json_string (json, NULL, names[i]);
  practice_json_end_array (json);
  practice_json_integer (json, "position", sqlite3_column_int64 (row, 7));
  practice_json_time (json, "created_at", practice_column_text (row, 8));
  practice_json_time (json, "updated_at", practice_column_text (row, 9));
  practice_json_end_object (json);
}

/* These lists are short: the page is cut here, not in SQL. */
static void
write_list (PracticeExchange *exchange, sqlite3_stmt *row, WriteRow write)
{
  PracticePage page = practice_page_read (exchange);
  gint64 first = practice_page_get_offset (&page);

  practice_page_begin (exchange);
  while (practice_database_step (exchange->database, row))
    {
      if (page.total >= first && page.total < first + page.size)
        write (&exchange->json, NULL, row);
      page.total++;
    }
  practice_page_end (exchange, &page);
}

static void
write_one (PracticeJson *json,
           PracticeDatabase *database,
           const char *key,
           const char *sql,
           const char *uuid,
           WriteRow write)
{
  sqlite3_stmt *row = practice_database_prepare (database, sql);

  practice_bind_text (row, 1, uuid);
  if (practice_database_step (database, row))
    write (json, key, row);
  else
    practice_json_null (json, key);
  sqlite3_reset (row);
}

/**
 * practice_choices_write_status:
 * @json: where to
 * @database: the database
 * @uuid: (nullable): a case's status
 *
 * Writes the member "status" of a case.
 */
void
practice_choices_write_status (PracticeJson *json, PracticeDatabase *database, const char *uuid)
{
  write_one (json, database, "status",
             "SELECT " STATUS_COLUMNS " FROM case_statuses WHERE uuid = ?", uuid, write_status);
}

/**
 * practice_choices_write_type:
 * @json: where to
 * @database: the database
 * @uuid: (nullable): a case's type
 *
 * Writes the member "type" of a case.
 */
void
practice_choices_write_type (PracticeJson *json, PracticeDatabase *database, const char *uuid)
{
  write_one (json, database, "type",
             "SELECT uuid, name, created_at, updated_at FROM case_types WHERE uuid = ?", uuid,
             write_named);
}

/**
 * practice_statuses_list:
 * @exchange: a request
 *
 * GET /api/v1/cases-status
 */
void
practice_statuses_list (PracticeExchange *exchange)
{
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, NULL, NULL, NULL))
    return;

  row = practice_database_prepare (exchange->database,
                                   "SELECT " STATUS_COLUMNS
                                   " FROM case_statuses WHERE firm_uuid = ? ORDER BY position");
  practice_bind_text (row, 1, exchange->firm_uuid);
  write_list (exchange, row, write_status);
}

/**
 * practice_groups_list:
 * @exchange: a request
 *
 * GET /api/v1/group
 */
void
practice_groups_list (PracticeExchange *exchange)
{
  static const char *const filters[] = { "name", NULL };
  const char *name = practice_query_get_filter (exchange, "name");
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, filters, NULL, NULL))
    return;

  row = practice_database_prepare (
      exchange->database, "SELECT uuid, name, created_at, updated_at FROM groups"
                          " WHERE firm_uuid = ? AND instr(lower(name), lower(?)) ORDER BY name");
  practice_bind_text (row, 1, exchange->firm_uuid);
  practice_bind_text (row, 2, name != NULL ? name : "");
  write_list (exchange, row, write_named);
}

/**
 * practice_custom_fields_list:
 * @exchange: a request
 *
 * GET /api/v1/custom-field
 */
void
practice_custom_fields_list (PracticeExchange *exchange)
{
  static const char *const filters[] = { "model_type", NULL };
  const char *model = practice_query_get_filter (exchange, "model_type");
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, filters, NULL, NULL))
    return;

  row = practice_database_prepare (exchange->database,
                                   "SELECT " FIELD_COLUMNS " FROM custom_fields"
                                   " WHERE firm_uuid = ?1 AND (?2 IS NULL OR model_type = ?2)"
                                   " ORDER BY position");
  practice_bind_text (row, 1, exchange->firm_uuid);
  practice_bind_text (row, 2, model);
  write_list (exchange, row, write_field);
}
