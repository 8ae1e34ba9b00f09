/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-accounts.h"

#include "practice-handlers.h"
#include "practice-page.h"
#include "practice-query.h"
#include "practice-text.h"

enum
{
  COLUMN_UUID,
  COLUMN_TYPE,
  COLUMN_ROLE,
  COLUMN_TITLE,
  COLUMN_FIRST_NAME,
  COLUMN_LAST_NAME,
  COLUMN_NAME,
  COLUMN_EMAIL,
  COLUMN_INACTIVE_AT,
  COLUMN_HAS_JOINT_ACCOUNT,
  COLUMN_CREATED_AT,
  COLUMN_UPDATED_AT,
  COLUMN_PHONE,
  COLUMN_ADVISER_UUID,
};

static const char *const includes[] = { "primary_email", "primary_phone_number", "assigned_adviser",
                                        NULL };

static void
write_members (PracticeJson *json, sqlite3_stmt *row)
{
  practice_json_string (json, "uuid", practice_column_text (row, COLUMN_UUID));
  practice_json_string (json, "type", practice_column_text (row, COLUMN_TYPE));
  practice_json_string (json, "role", practice_column_text (row, COLUMN_ROLE));
  practice_json_string (json, "title", practice_column_text (row, COLUMN_TITLE));
  practice_json_string (json, "first_name", practice_column_text (row, COLUMN_FIRST_NAME));
  practice_json_string (json, "last_name", practice_column_text (row, COLUMN_LAST_NAME));
  practice_json_string (json, "name", practice_column_text (row, COLUMN_NAME));
  practice_json_string (json, "email", practice_column_text (row, COLUMN_EMAIL));
  practice_json_time (json, "inactive_at", practice_column_text (row, COLUMN_INACTIVE_AT));
  practice_json_boolean (json, "has_joint_account",
                         sqlite3_column_int (row, COLUMN_HAS_JOINT_ACCOUNT) != 0);
  /* Plannr's reference shows this one as a string. */
  practice_json_string (json, "can_be_deleted", "false");
  practice_json_time (json, "created_at", practice_column_text (row, COLUMN_CREATED_AT));
  practice_json_time (json, "updated_at", practice_column_text (row, COLUMN_UPDATED_AT));
}

/**
 * practice_accounts_write_row:
 * @json: where to
 * @key: (nullable): the member's name
 * @row: a row of #PRACTICE_ACCOUNT_COLUMNS
 *
 * Writes an account as it stands inside another resource.
 */
void
practice_accounts_write_row (PracticeJson *json, const char *key, sqlite3_stmt *row)
{
  practice_json_begin_object (json, key);
  write_members (json, row);
  practice_json_end_object (json);
}

static void
write_contact (PracticeJson *json,
               const char *key,
               const char *type,
               const char *account_uuid,
               const char *value)
{
  g_autofree char *uuid = NULL;

  if (value == NULL)
    {
      practice_json_null (json, key);
      return;
    }

  uuid = practice_text_uuid_for (type, g_str_hash (account_uuid));
  practice_json_begin_object (json, key);
  practice_json_string (json, "uuid", uuid);
  practice_json_string (json, "type", type);
  practice_json_string (json, "value", value);
  practice_json_boolean (json, "is_primary", TRUE);
  practice_json_end_object (json);
}

static void
write_adviser (PracticeExchange *exchange, const char *adviser_uuid)
{
  sqlite3_stmt *row =
      practice_database_prepare (exchange->database, "SELECT " PRACTICE_ACCOUNT_COLUMNS
                                                     " FROM accounts a WHERE a.uuid = ?");

  practice_bind_text (row, 1, adviser_uuid);
  if (practice_database_step (exchange->database, row))
    practice_accounts_write_row (&exchange->json, "assigned_adviser", row);
  else
    practice_json_null (&exchange->json, "assigned_adviser");
  sqlite3_reset (row);
}

static void
write_full (PracticeExchange *exchange, sqlite3_stmt *row)
{
  PracticeJson *json = &exchange->json;
  const char *uuid = practice_column_text (row, COLUMN_UUID);

  practice_json_begin_object (json, NULL);
  write_members (json, row);
  if (practice_query_includes (exchange, "primary_email"))
    write_contact (json, "primary_email", "email", uuid, practice_column_text (row, COLUMN_EMAIL));
  if (practice_query_includes (exchange, "primary_phone_number"))
    write_contact (json, "primary_phone_number", "phone", uuid,
                   practice_column_text (row, COLUMN_PHONE));
  if (practice_query_includes (exchange, "assigned_adviser"))
    write_adviser (exchange, practice_column_text (row, COLUMN_ADVISER_UUID));
  practice_json_end_object (json);
}

static char **
split_filter (PracticeExchange *exchange, const char *name)
{
  const char *value = practice_query_get_filter (exchange, name);

  return value != NULL ? g_strsplit (value, ",", -1) : NULL;
}

static PracticeOrder
read_order (PracticeExchange *exchange, gboolean *descending)
{
  const char *sort = practice_exchange_get_parameter (exchange, "sort");

  *descending = sort != NULL && sort[0] == '-';
  if (*descending)
    sort++;
  if (sort != NULL && g_str_has_prefix (sort, "first_name"))
    return PRACTICE_ORDER_FIRST_NAME;
  if (sort != NULL && g_str_has_prefix (sort, "last_name"))
    return PRACTICE_ORDER_LAST_NAME;
  if (sort != NULL && g_str_has_prefix (sort, "name"))
    return PRACTICE_ORDER_NAME;
  return PRACTICE_ORDER_CREATED_AT;
}

/**
 * practice_accounts_list:
 * @exchange: a request
 *
 * GET /api/v1/account
 */
void
practice_accounts_list (PracticeExchange *exchange)
{
  static const char *const filters[] = { "name", "type", "primary_email", "primary_phone_number",
                                         NULL };
  static const char *const sorts[] = { "first_name", "last_name", "name", "created_at", NULL };
  g_auto (GStrv) names = split_filter (exchange, "name");
  g_auto (GStrv) types = split_filter (exchange, "type");
  g_auto (GStrv) emails = split_filter (exchange, "primary_email");
  g_auto (GStrv) phones = split_filter (exchange, "primary_phone_number");
  PracticeSearch search = { exchange->firm_uuid, names, types, emails, phones };
  g_autoptr (GArray) found = NULL;
  PracticePage page = practice_page_read (exchange);
  gint64 offset = practice_page_get_offset (&page);
  gboolean descending;
  PracticeOrder order = read_order (exchange, &descending);
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, filters, sorts, includes))
    return;

  found = practice_directory_search (exchange->directory, &search, order, descending);
  page.total = found->len;
  practice_page_begin (exchange);
  for (gint64 i = offset; i < MIN (offset + page.size, page.total); i++)
    {
      row = practice_database_prepare (exchange->database, "SELECT " PRACTICE_ACCOUNT_COLUMNS
                                                           " FROM accounts a WHERE a.id = ?");
      sqlite3_bind_int64 (row, 1, g_array_index (found, gint64, i));
      if (practice_database_step (exchange->database, row))
        write_full (exchange, row);
      sqlite3_reset (row);
    }
  practice_page_end (exchange, &page);
}

/**
 * practice_accounts_show:
 * @exchange: a request
 *
 * GET /api/v1/account/{uuid}
 */
void
practice_accounts_show (PracticeExchange *exchange)
{
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, NULL, NULL, includes))
    return;

  row = practice_database_prepare (exchange->database,
                                   "SELECT " PRACTICE_ACCOUNT_COLUMNS
                                   " FROM accounts a WHERE a.uuid = ? AND a.firm_uuid = ?");
  practice_bind_text (row, 1, exchange->uuid);
  practice_bind_text (row, 2, exchange->firm_uuid);
  if (practice_database_step (exchange->database, row))
    write_full (exchange, row);
  else
    practice_exchange_fail (exchange, SOUP_STATUS_NOT_FOUND, "No such account.");
  sqlite3_reset (row);
}
