/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-plans.h"

#include "practice-accounts.h"
#include "practice-handlers.h"
#include "practice-page.h"
#include "practice-query.h"
#include "practice-text.h"

enum
{
  COLUMN_UUID,
  COLUMN_NAME,
  COLUMN_TYPE,
  COLUMN_SUB_TYPE,
  COLUMN_ABSTRACT_TYPE,
  COLUMN_STATUS,
  COLUMN_POLICY_NUMBER,
  COLUMN_PROPOSAL_REFERENCE,
  COLUMN_PROVIDER_NAME,
  COLUMN_VALUE,
  COLUMN_OPENED_AT,
  COLUMN_VALUED_AT,
  COLUMN_INACTIVE_AT,
  COLUMN_CREATED_AT,
  COLUMN_UPDATED_AT,
};

static const char *const filters[] = { "name", "policy_number", NULL };
static const char *const sorts[] = { "name", "created_at", NULL };
static const char *const includes[] = { "provider", "client", "linked_owners", NULL };

/**
 * practice_plans_write_members:
 * @json: where to
 * @row: a row of #PRACTICE_PLAN_COLUMNS
 *
 * Writes a plan's members into the object that is open.
 */
void
practice_plans_write_members (PracticeJson *json, sqlite3_stmt *row)
{
  const char *provider = practice_column_text (row, COLUMN_PROVIDER_NAME);

  practice_json_string (json, "uuid", practice_column_text (row, COLUMN_UUID));
  practice_json_string (json, "name", practice_column_text (row, COLUMN_NAME));
  practice_json_string (json, "type", practice_column_text (row, COLUMN_TYPE));
  practice_json_string (json, "sub_type", practice_column_text (row, COLUMN_SUB_TYPE));
  practice_json_string (json, "abstract_type", practice_column_text (row, COLUMN_ABSTRACT_TYPE));
  practice_json_string (json, "status", practice_column_text (row, COLUMN_STATUS));
  practice_json_string (json, "policy_number", practice_column_text (row, COLUMN_POLICY_NUMBER));
  practice_json_string (json, "proposal_reference",
                        practice_column_text (row, COLUMN_PROPOSAL_REFERENCE));
  if (provider != NULL)
    {
      g_autofree char *uuid = practice_text_uuid_for ("provider", g_str_hash (provider));

      practice_json_begin_object (json, "provider");
      practice_json_string (json, "uuid", uuid);
      practice_json_string (json, "name", provider);
      practice_json_end_object (json);
    }
  else
    {
      practice_json_null (json, "provider");
    }
  if (sqlite3_column_type (row, COLUMN_VALUE) != SQLITE_NULL)
    practice_json_money (json, "value", sqlite3_column_int64 (row, COLUMN_VALUE));
  else
    practice_json_null (json, "value");
  practice_json_time (json, "opened_at", practice_column_text (row, COLUMN_OPENED_AT));
  practice_json_time (json, "valued_at", practice_column_text (row, COLUMN_VALUED_AT));
  practice_json_time (json, "inactive_at", practice_column_text (row, COLUMN_INACTIVE_AT));
  practice_json_time (json, "created_at", practice_column_text (row, COLUMN_CREATED_AT));
  practice_json_time (json, "updated_at", practice_column_text (row, COLUMN_UPDATED_AT));
}

/* Position 0 is the client whose plan it is, the others own it too. */
static void
write_owners (PracticeExchange *exchange, const char *plan_uuid)
{
  PracticeJson *json = &exchange->json;
  gboolean client = practice_query_includes (exchange, "client");
  gboolean owners = practice_query_includes (exchange, "linked_owners");
  sqlite3_stmt *row =
      practice_database_prepare (exchange->database,
                                 "SELECT " PRACTICE_ACCOUNT_COLUMNS
                                 " FROM plan_owners o JOIN accounts a ON a.uuid = o.account_uuid"
                                 " WHERE o.plan_uuid = ? ORDER BY o.position");

  practice_bind_text (row, 1, plan_uuid);
  if (practice_database_step (exchange->database, row) && client)
    practice_accounts_write_row (json, "client", row);
  if (owners)
    {
      practice_json_begin_array (json, "linked_owners");
      while (practice_database_step (exchange->database, row))
        practice_accounts_write_row (json, NULL, row);
      practice_json_end_array (json);
    }
  sqlite3_reset (row);
}

static void
write_full (PracticeExchange *exchange, sqlite3_stmt *row)
{
  practice_json_begin_object (&exchange->json, NULL);
  practice_plans_write_members (&exchange->json, row);
  if (practice_query_includes (exchange, "client")
      || practice_query_includes (exchange, "linked_owners"))
    write_owners (exchange, practice_column_text (row, COLUMN_UUID));
  practice_json_end_object (&exchange->json);
}

static const char *
read_order (PracticeExchange *exchange)
{
  const char *sort = practice_exchange_get_parameter (exchange, "sort");

  if (g_strcmp0 (sort, "name") == 0)
    return "p.folded_name, p.id";
  if (g_strcmp0 (sort, "-name") == 0)
    return "p.folded_name DESC, p.id DESC";
  if (g_strcmp0 (sort, "-created_at") == 0)
    return "p.created_at DESC, p.id DESC";
  return "p.created_at, p.id";
}

static char *
read_filter (PracticeExchange *exchange, const char *name)
{
  const char *value = practice_query_get_filter (exchange, name);

  return practice_text_fold (value != NULL ? value : "");
}

static void
bind_list (sqlite3_stmt *row, PracticeExchange *exchange, const char *name, const char *number)
{
  practice_bind_text (row, 1, exchange->firm_uuid);
  practice_bind_text (row, 2, name);
  practice_bind_text (row, 3, number);
  if (exchange->uuid != NULL)
    practice_bind_text (row, 4, exchange->uuid);
}

/* All plans of the firm, or those of the client whom the path names. */
static void
list (PracticeExchange *exchange)
{
  g_autofree char *name = read_filter (exchange, "name");
  g_autofree char *number = read_filter (exchange, "policy_number");
  PracticePage page = practice_page_read (exchange);
  const char *owned = exchange->uuid != NULL ? " AND p.uuid IN (SELECT plan_uuid FROM plan_owners"
                                               " WHERE account_uuid = ?4)"
                                             : "";
  g_autofree char *from = g_strconcat (" FROM plans p WHERE p.firm_uuid = ?1"
                                       " AND (?2 = '' OR instr(p.folded_name, ?2))"
                                       " AND (?3 = '' OR instr(p.folded_policy_number, ?3))",
                                       owned, NULL);
  g_autofree char *count_sql = g_strconcat ("SELECT count(*)", from, NULL);
  g_autofree char *rows_sql = g_strconcat ("SELECT " PRACTICE_PLAN_COLUMNS, from, " ORDER BY ",
                                           read_order (exchange), " LIMIT ?5 OFFSET ?6", NULL);
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, filters, sorts, includes))
    return;

  row = practice_database_prepare (exchange->database, count_sql);
  bind_list (row, exchange, name, number);
  if (practice_database_step (exchange->database, row))
    page.total = sqlite3_column_int64 (row, 0);
  sqlite3_reset (row);

  row = practice_database_prepare (exchange->database, rows_sql);
  bind_list (row, exchange, name, number);
  sqlite3_bind_int64 (row, 5, page.size);
  sqlite3_bind_int64 (row, 6, practice_page_get_offset (&page));
  practice_page_begin (exchange);
  while (practice_database_step (exchange->database, row))
    write_full (exchange, row);
  practice_page_end (exchange, &page);
}

/**
 * practice_plans_list:
 * @exchange: a request
 *
 * GET /api/v1/plans
 */
void
practice_plans_list (PracticeExchange *exchange)
{
  list (exchange);
}

/**
 * practice_plans_list_of_client:
 * @exchange: a request
 *
 * GET /api/v1/client/{uuid}/plans
 */
void
practice_plans_list_of_client (PracticeExchange *exchange)
{
  g_autofree char *type =
      practice_database_look_up (exchange->database,
                                 "SELECT type FROM accounts WHERE uuid = ? AND firm_uuid = ?",
                                 exchange->uuid, exchange->firm_uuid);

  if (g_strcmp0 (type, "client") == 0)
    list (exchange);
  else
    practice_exchange_fail (exchange, SOUP_STATUS_NOT_FOUND, "No such client.");
}

/**
 * practice_plans_show:
 * @exchange: a request
 *
 * GET /api/v1/plans/{uuid}
 */
void
practice_plans_show (PracticeExchange *exchange)
{
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, NULL, NULL, includes))
    return;

  row = practice_database_prepare (exchange->database,
                                   "SELECT " PRACTICE_PLAN_COLUMNS
                                   " FROM plans p WHERE p.uuid = ? AND p.firm_uuid = ?");
  practice_bind_text (row, 1, exchange->uuid);
  practice_bind_text (row, 2, exchange->firm_uuid);
  if (practice_database_step (exchange->database, row))
    write_full (exchange, row);
  else
    practice_exchange_fail (exchange, SOUP_STATUS_NOT_FOUND, "No such plan.");
  sqlite3_reset (row);
}
