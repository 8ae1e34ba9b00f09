/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-private.h"

#include "plannr-choice.h"
#include "plannr-fold.h"
#include "plannr-plan.h"

/* Binds the texts to the first parameters, in order; %NULL is NULL. */
static void
bind_texts (sqlite3_stmt *statement, gsize n, const char *const *texts)
{
  for (gsize i = 0; i < n; i++)
    sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_TRANSIENT);
}

/* Carries a statement out whose parameters are texts. */
static int
run (sqlite3 *database, const char *sql, gsize n, const char *const *texts)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);

  if (result != SQLITE_OK)
    return result;

  bind_texts (statement, n, texts);
  result = sqlite3_step (statement);

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

/* The words of both texts, each with a space before it. */
char *
plannr_cache_fold (const char *one, const char *other)
{
  g_autofree char *folded = plannr_fold (one);
  g_autofree char *folded_other = plannr_fold (other);

  return g_strconcat (*folded != '\0' ? " " : "", folded, *folded_other != '\0' ? " " : "",
                      folded_other, NULL);
}

static void
bind_choice (sqlite3_stmt *statement, PlannrChoice *choice, const char *what)
{
  g_autofree char *folded = plannr_cache_fold (plannr_choice_get_name (choice), NULL);
  const char *const texts[] = {
    plannr_choice_get_uuid (choice),
    plannr_choice_get_name (choice),
    plannr_choice_get_colour (choice),
    what,
    folded,
  };

  bind_texts (statement, G_N_ELEMENTS (texts), texts);
  sqlite3_bind_int (statement, 6, plannr_choice_get_position (choice));
}

static void
bind_plan (sqlite3_stmt *statement, PlannrPlan *plan)
{
  g_autofree char *folded =
      plannr_cache_fold (plannr_plan_get_policy_number (plan), plannr_plan_get_name (plan));
  const char *const texts[] = {
    plannr_plan_get_uuid (plan),
    plannr_plan_get_name (plan),
    plannr_plan_get_kind (plan),
    plannr_plan_get_sub_kind (plan),
    plannr_plan_get_status (plan),
    plannr_plan_get_provider (plan),
    plannr_plan_get_policy_number (plan),
    plannr_plan_get_currency (plan),
    folded,
  };

  bind_texts (statement, G_N_ELEMENTS (texts), texts);
  sqlite3_bind_int64 (statement, 10, plannr_plan_get_amount (plan));
}

static const char *
get_insertion (PlannrCacheKind what)
{
  switch (what)
    {
    case PLANNR_CACHE_TYPES:
    case PLANNR_CACHE_STATUSES:
      return "INSERT OR REPLACE INTO choices (uuid, name, colour, what, folded, position)"
             " VALUES (?, ?, ?, ?, ?, ?)";
    case PLANNR_CACHE_PLANS:
    case PLANNR_CACHE_CLIENT_PLANS:
    default:
      return "INSERT OR REPLACE INTO plans (uuid, name, kind, sub_kind, status, provider,"
             " policy_number, currency, folded, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    }
}

static void
bind_item (sqlite3_stmt *statement, PlannrCacheKind what, gpointer item)
{
  switch (what)
    {
    case PLANNR_CACHE_TYPES:
      bind_choice (statement, item, "type");
      break;
    case PLANNR_CACHE_STATUSES:
      bind_choice (statement, item, "status");
      break;
    case PLANNR_CACHE_PLANS:
    case PLANNR_CACHE_CLIENT_PLANS:
    default:
      bind_plan (statement, item);
    }
}

static int
insert_items (sqlite3 *database, PlannrCacheKind what, GPtrArray *items)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (database, get_insertion (what), -1, &statement, NULL);

  for (guint i = 0; result == SQLITE_OK && i < items->len; i++)
    {
      bind_item (statement, what, g_ptr_array_index (items, i));
      sqlite3_step (statement);
      result = sqlite3_reset (statement);
    }

  return result;
}

/* Ties the plans to their client, in their order, and those who are not there any more no longer. */
static int
tie_plans (sqlite3 *database, GPtrArray *plans, const char *client_uuid)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = run (database, "INSERT OR IGNORE INTO clients (uuid) VALUES (?)", 1, &client_uuid);

  if (result == SQLITE_OK)
    result = run (database, "DELETE FROM client_plans WHERE client = ?", 1, &client_uuid);
  if (result == SQLITE_OK)
    result = sqlite3_prepare_v2 (
        database, "INSERT OR IGNORE INTO client_plans (client, plan, position) VALUES (?, ?, ?)",
        -1, &statement, NULL);

  for (guint i = 0; result == SQLITE_OK && i < plans->len; i++)
    {
      const char *const texts[] = { client_uuid,
                                    plannr_plan_get_uuid (g_ptr_array_index (plans, i)) };

      bind_texts (statement, G_N_ELEMENTS (texts), texts);
      sqlite3_bind_int64 (statement, 3, i);
      sqlite3_step (statement);
      result = sqlite3_reset (statement);
    }

  return result;
}

/* Writes @items, and removes what they take the place of, all at once or not at all. */
int
plannr_cache_write_items (sqlite3 *database,
                          PlannrCacheKind what,
                          GPtrArray *items,
                          const char *client_uuid)
{
  int result = sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  if (result != SQLITE_OK)
    return result;

  if (what == PLANNR_CACHE_TYPES)
    result = run (database, "DELETE FROM choices WHERE what = 'type'", 0, NULL);
  else if (what == PLANNR_CACHE_STATUSES)
    result = run (database, "DELETE FROM choices WHERE what = 'status'", 0, NULL);
  if (result == SQLITE_OK)
    result = what == PLANNR_CACHE_PEOPLE ? plannr_cache_people_write (database, items, FALSE, NULL)
                                         : insert_items (database, what, items);
  if (result == SQLITE_OK && what == PLANNR_CACHE_CLIENT_PLANS)
    result = tie_plans (database, items, client_uuid);

  if (result == SQLITE_OK)
    result = sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);
  if (result != SQLITE_OK)
    sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);

  return result;
}

/* A clock that was set back does not put this before what was chosen earlier. */
int
plannr_cache_write_use (sqlite3 *database, const char *uuid)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time ());
  const char *const texts[] = { uuid, now };

  return run (database,
              "INSERT INTO uses (uuid, last_used, times)"
              " VALUES (?1, max(CAST(?2 AS INTEGER),"
              "                 (SELECT ifnull(max(last_used), 0) + 1 FROM uses)), 1)"
              " ON CONFLICT (uuid) DO UPDATE SET last_used = excluded.last_used, times = times + 1",
              G_N_ELEMENTS (texts), texts);
}
