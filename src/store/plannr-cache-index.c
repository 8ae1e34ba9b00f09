/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-list.h"
#include "plannr-cache-private.h"
#include "plannr-item.h"
#include "plannr-uuid.h"

/* By the first thousand of them. */
static int
reserve (sqlite3 *database, const PlannrCacheList *list, PlannrIndex *index)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT (SELECT count(*) FROM %s), (SELECT avg(length(CAST(folded AS BLOB)))"
                       " FROM (SELECT folded FROM %s LIMIT 1000))",
                       list->table, list->table);
  g_autoptr (sqlite3_stmt) row = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &row, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (row);
  if (result != SQLITE_ROW)
    return result;

  plannr_index_reserve (index, (guint) sqlite3_column_int (row, 0),
                        (gsize) sqlite3_column_int (row, 1));

  return SQLITE_OK;
}

static int
read_items (sqlite3 *database, const PlannrCacheList *list, PlannrIndex *index)
{
  g_autofree char *sql = g_strdup_printf ("SELECT uuid, folded, %s, %s FROM %s", list->ranked_by,
                                          list->inactive, list->table);
  g_autoptr (sqlite3_stmt) items = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &items, NULL);

  while (result == SQLITE_OK && (result = sqlite3_step (items)) == SQLITE_ROW)
    {
      const char *uuid = (const char *) sqlite3_column_text (items, 0);
      const char *key = plannr_cache_get_text (items, 1);

      if (uuid != NULL && key != NULL)
        plannr_index_put (index, uuid, key,
                          list->rank ((const char *) sqlite3_column_text (items, 2)),
                          sqlite3_column_int (items, 3) != 0);
      result = SQLITE_OK;
    }

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int
read_uses (sqlite3 *database, PlannrIndex *index)
{
  g_autoptr (sqlite3_stmt) uses = NULL;
  int result =
      sqlite3_prepare_v2 (database, "SELECT uuid FROM uses ORDER BY last_used", -1, &uses, NULL);

  while (result == SQLITE_OK && (result = sqlite3_step (uses)) == SQLITE_ROW)
    {
      const char *uuid = (const char *) sqlite3_column_text (uses, 0);

      if (uuid != NULL)
        plannr_index_use (index, uuid);
      result = SQLITE_OK;
    }

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

/* Reads all of them, the first time: some 100 ms where there are 100,000. */
static int
get_index (PlannrCacheFile *file, const PlannrCacheList *list, PlannrIndex **index)
{
  sqlite3 *database = plannr_cache_file_get_database (file);
  g_autoptr (PlannrIndex) read = NULL;
  int result = SQLITE_OK;

  *index = plannr_cache_file_get_index (file, list->what);
  if (*index != NULL)
    return SQLITE_OK;

  read = plannr_index_new ();
  result = reserve (database, list, read);
  if (result == SQLITE_OK)
    result = read_items (database, list, read);
  if (result == SQLITE_OK)
    result = read_uses (database, read);
  if (result == SQLITE_OK)
    {
      *index = read;
      plannr_cache_file_take_index (file, list->what, g_steal_pointer (&read));
      sqlite3_db_release_memory (database);
    }

  return result;
}

static int
read_found (sqlite3 *database, const PlannrCacheList *list, GPtrArray *uuids, GPtrArray *found)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE uuid = ?", list->fields, list->table);
  g_autoptr (sqlite3_stmt) row = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &row, NULL);

  for (guint i = 0; result == SQLITE_OK && i < uuids->len; i++)
    {
      sqlite3_bind_text (row, 1, g_ptr_array_index (uuids, i), -1, SQLITE_STATIC);
      if (sqlite3_step (row) == SQLITE_ROW && plannr_cache_get_text (row, 0) != NULL)
        g_ptr_array_add (found, list->read (row));
      result = sqlite3_reset (row);
    }

  return result;
}

/* Adds to @found those of a list that match @text, or whose UUID it is, but for the first @offset; at
 * most @max. */
int
plannr_cache_index_search (PlannrCacheFile *file,
                           PlannrCacheKind what,
                           const char *text,
                           guint offset,
                           guint max,
                           GPtrArray *found)
{
  const PlannrCacheList *list = plannr_cache_list_get (what);
  g_autofree char *uuid = plannr_uuid_parse (text);
  g_autoptr (GPtrArray) uuids = NULL;
  PlannrIndex *index = NULL;
  int result = SQLITE_OK;

  if (uuid != NULL)
    {
      uuids = g_ptr_array_new_with_free_func (g_free);
      if (offset == 0 && max > 0)
        g_ptr_array_add (uuids, g_steal_pointer (&uuid));
    }
  else
    {
      g_autoptr (PlannrIndexQuery) query = list->query_new (text);

      result = get_index (file, list, &index);
      if (result != SQLITE_OK)
        return result;
      uuids = plannr_index_find (index, query, offset, max);
    }

  return read_found (plannr_cache_file_get_database (file), list, uuids, found);
}

/* Has the index, if it was read, know of what was written. */
void
plannr_cache_index_note (PlannrCacheFile *file, PlannrCacheKind what, GPtrArray *items)
{
  const PlannrCacheList *list = plannr_cache_list_get (what);
  PlannrIndex *index = list != NULL ? plannr_cache_file_get_index (file, list->what) : NULL;

  for (guint i = 0; index != NULL && i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);
      g_autofree char *key = list->get_key (item);

      plannr_index_put (index, plannr_item_get_uuid (item), key,
                        list->rank (list->get_ranked_by (item)),
                        list->get_inactive != NULL && list->get_inactive (item));
    }
}

/* The same of what was removed. */
void
plannr_cache_index_note_gone (PlannrCacheFile *file, PlannrCacheKind what, GPtrArray *uuids)
{
  PlannrIndex *index = plannr_cache_file_get_index (file, what);

  for (guint i = 0; index != NULL && i < uuids->len; i++)
    plannr_index_remove (index, g_ptr_array_index (uuids, i));
}

/* Has the indexes know of what this person has chosen. */
void
plannr_cache_index_note_use (PlannrCacheFile *file, const char *uuid)
{
  static const PlannrCacheKind kinds[] = { PLANNR_CACHE_PEOPLE, PLANNR_CACHE_PLANS };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PlannrIndex *index = plannr_cache_file_get_index (file, kinds[i]);

      if (index != NULL)
        plannr_index_use (index, uuid);
    }
}
