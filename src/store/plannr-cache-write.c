/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-list.h"
#include "plannr-cache-private.h"
#include "plannr-choice.h"
#include "plannr-fold.h"
#include "plannr-plan.h"

/* Carries a statement out whose parameters are texts. */
static int
run (sqlite3 *database, const char *sql, gsize n, const char *const *texts)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);

  if (result != SQLITE_OK)
    return result;

  plannr_cache_bind_texts (statement, n, texts);
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

  plannr_cache_bind_texts (statement, G_N_ELEMENTS (texts), texts);
  sqlite3_bind_int (statement, 6, plannr_choice_get_position (choice));
}

/* Writes @choices in place of those that were kept before. */
int
plannr_cache_write_choices (sqlite3 *database, PlannrCacheKind what, GPtrArray *choices)
{
  const char *word = what == PLANNR_CACHE_TYPES ? "type" : "status";
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = run (database, "DELETE FROM choices WHERE what = ?", 1, &word);

  if (result == SQLITE_OK)
    result = sqlite3_prepare_v2 (
        database,
        "INSERT OR REPLACE INTO choices (uuid, name, colour, what, folded, position)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        -1, &statement, NULL);

  for (guint i = 0; result == SQLITE_OK && i < choices->len; i++)
    {
      bind_choice (statement, g_ptr_array_index (choices, i), word);
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

      plannr_cache_bind_texts (statement, G_N_ELEMENTS (texts), texts);
      sqlite3_bind_int64 (statement, 3, i);
      sqlite3_step (statement);
      result = sqlite3_reset (statement);
    }

  return result;
}

/* Writes @items, and removes what they take the place of, all at once or not at all. What they leave out
 * stays as it was, and @items have it then. */
int
plannr_cache_write_items (sqlite3 *database,
                          PlannrCacheKind what,
                          GPtrArray *items,
                          const char *client_uuid)
{
  const PlannrCacheList *list = plannr_cache_list_get (what);
  int result = sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  if (result != SQLITE_OK)
    return result;

  if (list != NULL)
    result = plannr_cache_list_complete (database, list, items, FALSE);
  if (list != NULL && result == SQLITE_OK)
    result = plannr_cache_list_write (database, list, items, NULL);
  if (list == NULL)
    result = plannr_cache_write_choices (database, what, items);
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
