/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-list.h"
#include "plannr-cache-private.h"
#include "plannr-choice.h"
#include "plannr-fold.h"
#include "plannr-uuid.h"

/* Nobody types more to find one thing. */
#define MAX_WORDS 8

#define FIELDS    "uuid, name, colour, position"

/* What is searched, and how what is found is ranked; equal ones follow by what begins a word before
 * what stands within one, and by name. */
typedef struct
{
  const char *source;
  const char *ranks;
} Search;

static const Search searches[] = {
  [PLANNR_CACHE_TYPES] = {
      "SELECT " FIELDS " FROM choices LEFT JOIN uses USING (uuid) WHERE what = 'type' AND ",
      "last_used DESC",
  },
  [PLANNR_CACHE_STATUSES] = {
      "SELECT " FIELDS " FROM choices WHERE what = 'status' AND ",
      "position = -1, position",
  },
};

static gpointer
read_choice (sqlite3_stmt *row)
{
  return g_object_new (PLANNR_TYPE_CHOICE, "uuid", plannr_cache_get_text (row, 0), "name",
                       plannr_cache_get_text (row, 1), "colour", plannr_cache_get_text (row, 2),
                       "position", MAX (sqlite3_column_int (row, 3), -1), NULL);
}

static int
read_items (sqlite3_stmt *statement, gpointer (*read) (sqlite3_stmt *row), GPtrArray *found)
{
  int result = SQLITE_OK;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (plannr_cache_get_text (statement, 0) != NULL)
        g_ptr_array_add (found, read (statement));
    }

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int
search_client_plans (sqlite3 *database,
                     const char *client,
                     guint offset,
                     guint max,
                     GPtrArray *found,
                     gboolean *known)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM client_plans JOIN plans ON plan = uuid"
                       " WHERE client = ? ORDER BY client_plans.position LIMIT ? OFFSET ?",
                       plannr_cache_plans.fields);
  g_autoptr (sqlite3_stmt) seen = NULL;
  g_autoptr (sqlite3_stmt) plans = NULL;
  int result =
      sqlite3_prepare_v2 (database, "SELECT 1 FROM clients WHERE uuid = ?", -1, &seen, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_prepare_v2 (database, sql, -1, &plans, NULL);
  if (result != SQLITE_OK)
    return result;

  sqlite3_bind_text (seen, 1, client, -1, SQLITE_TRANSIENT);
  *known = sqlite3_step (seen) == SQLITE_ROW;
  sqlite3_bind_text (plans, 1, client, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (plans, 2, max);
  sqlite3_bind_int64 (plans, 3, offset);

  return read_items (plans, plannr_cache_plans.read, found);
}

static char *
write_sql (
    PlannrCacheKind what, const char *matching, const char *beginning, guint offset, guint max)
{
  return g_strdup_printf ("%s(%s) ORDER BY %s, %s DESC, folded, uuid LIMIT %u OFFSET %u",
                          searches[what].source, matching, searches[what].ranks, beginning, max,
                          offset);
}

/* Every word, in any order; they are bound as ?1, ?2 and on. */
static char *
write_words_sql (PlannrCacheKind what, guint n_words, guint offset, guint max)
{
  g_autoptr (GString) matching = g_string_new (n_words > 0 ? NULL : "TRUE");
  g_autoptr (GString) beginning = g_string_new (n_words > 0 ? NULL : "NULL");

  for (guint i = 1; i <= n_words; i++)
    {
      g_string_append_printf (matching, "%sinstr(folded, ?%u)", i > 1 ? " AND " : "", i);
      g_string_append_printf (beginning, "%s(instr(folded, ' ' || ?%u) > 0)", i > 1 ? " + " : "",
                              i);
    }

  return write_sql (what, matching->str, beginning->str, offset, max);
}

static int
search_words (sqlite3 *database,
              PlannrCacheKind what,
              const char *text,
              guint offset,
              guint max,
              GPtrArray *found)
{
  g_autofree char *folded = plannr_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = MIN (g_strv_length (words), MAX_WORDS);
  g_autofree char *sql = write_words_sql (what, n_words, offset, max);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);

  if (result != SQLITE_OK)
    return result;

  for (guint i = 0; i < n_words; i++)
    sqlite3_bind_text (statement, (int) i + 1, words[i], -1, SQLITE_TRANSIENT);

  return read_items (statement, read_choice, found);
}

static int
search_uuid (sqlite3 *database,
             PlannrCacheKind what,
             const char *uuid,
             guint offset,
             guint max,
             GPtrArray *found)
{
  g_autofree char *sql = write_sql (what, "uuid = ?1", "NULL", offset, max);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);

  if (result != SQLITE_OK)
    return result;

  sqlite3_bind_text (statement, 1, uuid, -1, SQLITE_TRANSIENT);

  return read_items (statement, read_choice, found);
}

/* Adds to @found the choices or the client's plans that match, but for the first @offset; at most @max.
 * @known tells whether that is an answer. */
int
plannr_cache_search (sqlite3 *database,
                     PlannrCacheKind what,
                     const char *text,
                     guint offset,
                     guint max,
                     GPtrArray *found,
                     gboolean *known)
{
  g_autofree char *uuid = plannr_uuid_parse (text);
  int result = SQLITE_OK;

  if (what == PLANNR_CACHE_CLIENT_PLANS)
    return search_client_plans (database, text, offset, max, found, known);

  result = uuid != NULL ? search_uuid (database, what, uuid, offset, max, found)
                        : search_words (database, what, text, offset, max, found);
  *known = found->len > 0;

  return result;
}
