/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-cases.h"
#include "practice-handlers.h"
#include "practice-page.h"
#include "practice-query.h"
#include "practice-time.h"

/* The SQL of a list that is being put together. All values are bound as text. */
typedef struct
{
  PracticeExchange *exchange;
  GString *where;
  GPtrArray *values;
  gboolean failed;
} Query;

typedef void (*AddFilter) (Query *query, const char *sql, const char *value);

typedef struct
{
  const char *name;
  AddFilter add;
  const char *sql;
} Filter;

static void
add_value (Query *query, const char *value)
{
  g_ptr_array_add (query->values, g_ascii_strdown (value, -1));
}

/* SQL ends before a list of UUIDs, one of which must fit. */
static void
add_list (Query *query, const char *sql, const char *value)
{
  g_auto (GStrv) uuids = g_strsplit (value, ",", -1);
  guint opened = 1;

  g_string_append_printf (query->where, " AND %s IN (", sql);
  for (guint i = 0; uuids[i] != NULL; i++)
    {
      g_string_append (query->where, i > 0 ? ", ?" : "?");
      add_value (query, uuids[i]);
    }
  for (const char *p = sql; *p != '\0'; p++)
    opened += *p == '(' ? 1 : *p == ')' ? (guint) -1 : 0;
  for (guint i = 0; i < opened; i++)
    g_string_append_c (query->where, ')');
}

/* SQL is a condition that must hold, or must not. */
static void
add_condition (Query *query, const char *sql, const char *value)
{
  if (g_str_equal (value, "1") || g_str_equal (value, "true"))
    g_string_append_printf (query->where, " AND %s", sql);
  else if (g_str_equal (value, "0") || g_str_equal (value, "false"))
    g_string_append_printf (query->where, " AND NOT (%s)", sql);
  else
    query->failed = TRUE;
}

/* SQL ends before a time. */
static void
add_time (Query *query, const char *sql, const char *value)
{
  char *utc = practice_time_parse (value);

  g_string_append_printf (query->where, " AND %s ?", sql);
  if (utc != NULL)
    g_ptr_array_add (query->values, utc);
  else
    query->failed = TRUE;
}

/* No case of this firm has tags. */
static void
add_tags (Query *query, const char *sql, const char *value)
{
  g_string_append (query->where, " AND 0");
}

static const Filter filters[] = {
  { "uuid", add_list, "c.uuid" },
  { "completed", add_condition, "c.completed_at IS NOT NULL" },
  { "in_progress", add_condition, "c.completed_at IS NULL" },
  { "type", add_list, "c.type_uuid" },
  { "status", add_list, "c.status_uuid" },
  { "tags", add_tags, NULL },
  { "plan_uuid", add_list, "c.uuid IN (SELECT case_uuid FROM case_plans WHERE plan_uuid" },
  { "account_uuids", add_list,
    "c.uuid IN (SELECT case_uuid FROM case_participants WHERE account_uuid" },
  { "employee_account_uuids", add_list,
    "c.uuid IN (SELECT case_uuid FROM (SELECT case_uuid, account_uuid FROM case_assigned UNION ALL"
    " SELECT case_uuid, account_uuid FROM case_participants) WHERE account_uuid" },
  { "completed_after", add_time, "c.completed_at >=" },
  { "completed_before", add_time, "c.completed_at <=" },
  { "review_at_after", add_time, "c.review_at >=" },
  { "review_at_before", add_time, "c.review_at <=" },
};

static const char *const sorts[] = { "created_at", "name",         "status_position",
                                     "value",      "completed_at", "review_at",
                                     NULL };

static gboolean
check (PracticeExchange *exchange)
{
  const char *names[G_N_ELEMENTS (filters) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    names[i] = filters[i].name;
  return practice_query_check (exchange, names, sorts, practice_cases_includes);
}

/* Cases of one second stand in the order in which they were made. */
static char *
make_order (PracticeExchange *exchange)
{
  const char *sort = practice_exchange_get_parameter (exchange, "sort");
  g_auto (GStrv) names = g_strsplit (sort != NULL ? sort : "created_at", ",", -1);
  GString *order = g_string_new (" ORDER BY ");
  gboolean descending = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      descending = names[i][0] == '-';
      if (names[i][descending ? 1 : 0] != '\0')
        g_string_append_printf (order, "c.%s%s, ", names[i] + (descending ? 1 : 0),
                                descending ? " DESC" : "");
    }
  g_string_append (order, descending ? "c.id DESC" : "c.id");
  return g_string_free (order, FALSE);
}

static sqlite3_stmt *
prepare (Query *query, const char *sql)
{
  sqlite3_stmt *row = practice_database_prepare (query->exchange->database, sql);

  for (guint i = 0; i < query->values->len; i++)
    practice_bind_text (row, (int) i + 1, g_ptr_array_index (query->values, i));
  return row;
}

static void
write_page (Query *query)
{
  PracticeExchange *exchange = query->exchange;
  PracticePage page = practice_page_read (exchange);
  g_autofree char *order = make_order (exchange);
  g_autofree char *count_sql = g_strconcat ("SELECT count(*)", query->where->str, NULL);
  g_autofree char *rows_sql = g_strconcat ("SELECT " PRACTICE_CASE_COLUMNS, query->where->str,
                                           order, " LIMIT ? OFFSET ?", NULL);
  sqlite3_stmt *row = prepare (query, count_sql);

  if (practice_database_step (exchange->database, row))
    page.total = sqlite3_column_int64 (row, 0);
  sqlite3_reset (row);

  row = prepare (query, rows_sql);
  sqlite3_bind_int64 (row, (int) query->values->len + 1, page.size);
  sqlite3_bind_int64 (row, (int) query->values->len + 2, practice_page_get_offset (&page));
  practice_page_begin (exchange);
  while (practice_database_step (exchange->database, row))
    practice_cases_write (exchange, row, FALSE);
  practice_page_end (exchange, &page);
}

/* The cases of the firm, or those of one client. */
static void
list (PracticeExchange *exchange, const char *client_uuid)
{
  g_autoptr (GString) where = g_string_new (" FROM cases c WHERE c.firm_uuid = ?");
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  Query query = { exchange, where, values, FALSE };

  if (!check (exchange))
    return;

  add_value (&query, exchange->firm_uuid);
  if (client_uuid != NULL)
    add_list (&query, "c.uuid IN (SELECT case_uuid FROM case_participants WHERE account_uuid",
              client_uuid);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *value = practice_query_get_filter (exchange, filters[i].name);

      if (value != NULL)
        filters[i].add (&query, filters[i].sql, value);
    }

  if (query.failed)
    practice_exchange_fail (exchange, SOUP_STATUS_BAD_REQUEST, "A filter has an invalid value.");
  else
    write_page (&query);
}

/**
 * practice_cases_list:
 * @exchange: a request
 *
 * GET /api/v1/cases
 */
void
practice_cases_list (PracticeExchange *exchange)
{
  list (exchange, NULL);
}

/**
 * practice_cases_list_of_client:
 * @exchange: a request
 *
 * GET /api/v1/client/{uuid}/cases
 */
void
practice_cases_list_of_client (PracticeExchange *exchange)
{
  g_autofree char *type =
      practice_database_look_up (exchange->database,
                                 "SELECT type FROM accounts WHERE uuid = ? AND firm_uuid = ?",
                                 exchange->uuid, exchange->firm_uuid);

  if (g_strcmp0 (type, "client") == 0)
    list (exchange, exchange->uuid);
  else
    practice_exchange_fail (exchange, SOUP_STATUS_NOT_FOUND, "No such client.");
}

/**
 * practice_cases_show:
 * @exchange: a request
 *
 * GET /api/v1/cases/{uuid}
 */
void
practice_cases_show (PracticeExchange *exchange)
{
  sqlite3_stmt *row;

  if (!practice_query_check (exchange, NULL, NULL, practice_cases_includes))
    return;

  row = practice_database_prepare (exchange->database,
                                   "SELECT " PRACTICE_CASE_COLUMNS
                                   " FROM cases c WHERE c.uuid = ? AND c.firm_uuid = ?");
  practice_bind_text (row, 1, exchange->uuid);
  practice_bind_text (row, 2, exchange->firm_uuid);
  if (practice_database_step (exchange->database, row))
    practice_cases_write (exchange, row, FALSE);
  else
    practice_exchange_fail (exchange, SOUP_STATUS_NOT_FOUND, "No such case.");
  sqlite3_reset (row);
}
