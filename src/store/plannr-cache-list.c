/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-list.h"

#include "plannr-cache-private.h"
#include "plannr-item.h"

/* Returns: (nullable): what @known says where @text says nothing */
const char *
plannr_cache_either (const char *text, const char *known)
{
  return text != NULL ? text : known;
}

/* Reads a text. A broken file must not bring into the window what is none. */
const char *
plannr_cache_get_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/* Binds the texts to the first parameters, in order; %NULL is NULL. */
void
plannr_cache_bind_texts (sqlite3_stmt *statement, gsize n, const char *const *texts)
{
  for (gsize i = 0; i < n; i++)
    sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_TRANSIENT);
}

/* Returns: (nullable): how they are kept; %NULL for those of whom there are few */
const PlannrCacheList *
plannr_cache_list_get (PlannrCacheKind what)
{
  switch (what)
    {
    case PLANNR_CACHE_PEOPLE:
      return &plannr_cache_people;
    case PLANNR_CACHE_PLANS:
    case PLANNR_CACHE_CLIENT_PLANS:
      return &plannr_cache_plans;
    case PLANNR_CACHE_TYPES:
    case PLANNR_CACHE_STATUSES:
    default:
      return NULL;
    }
}

static void
complete_item (const PlannrCacheList *list, gpointer *item, gpointer known, gboolean listed)
{
  g_autoptr (GObject) left_out = *item;

  *item = list->complete (left_out, known, listed);
}

/* Puts in the place of each of @items that is known one that has what it leaves out as well: what an
 * answer says nothing of is not gone. */
int
plannr_cache_list_complete (sqlite3 *database,
                            const PlannrCacheList *list,
                            GPtrArray *items,
                            gboolean listed)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE uuid = ?", list->fields, list->table);
  g_autoptr (sqlite3_stmt) row = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &row, NULL);

  for (guint i = 0; result == SQLITE_OK && i < items->len; i++)
    {
      gpointer *item = &g_ptr_array_index (items, i);

      sqlite3_bind_text (row, 1, plannr_item_get_uuid (*item), -1, SQLITE_TRANSIENT);
      if (sqlite3_step (row) == SQLITE_ROW)
        {
          g_autoptr (GObject) known = list->read (row);

          complete_item (list, item, known, listed);
        }
      result = sqlite3_reset (row);
    }

  return result;
}

static int
look (sqlite3_stmt *known, gpointer item, PlannrCacheSeen *seen)
{
  gboolean there = FALSE;

  sqlite3_bind_text (known, 1, plannr_item_get_uuid (item), -1, SQLITE_TRANSIENT);
  there = sqlite3_step (known) == SQLITE_ROW;
  seen->n_new += !there || sqlite3_column_int64 (known, 0) != seen->pass;
  seen->last_known = there && sqlite3_column_int (known, 1) != 0;

  return sqlite3_reset (known);
}

/* Writes @items; @seen: (nullable): where they are on a page of Plannr's list. */
int
plannr_cache_list_write (sqlite3 *database,
                         const PlannrCacheList *list,
                         GPtrArray *items,
                         PlannrCacheSeen *seen)
{
  g_autofree char *known_sql =
      g_strdup_printf ("SELECT seen, %s FROM %s WHERE uuid = ?", list->listed, list->table);
  g_autoptr (sqlite3_stmt) known = NULL;
  g_autoptr (sqlite3_stmt) write = NULL;
  int result = sqlite3_prepare_v2 (database, list->insertion, -1, &write, NULL);

  if (result == SQLITE_OK && seen != NULL)
    result = sqlite3_prepare_v2 (database, known_sql, -1, &known, NULL);

  for (guint i = 0; result == SQLITE_OK && i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);

      if (known != NULL)
        result = look (known, item, seen);
      if (result != SQLITE_OK)
        break;
      list->bind (write, item, seen != NULL);
      sqlite3_step (write);
      result = sqlite3_reset (write);
    }

  return result;
}
