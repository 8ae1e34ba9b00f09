/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal-search.h"

#include "plannr-draft-bytes.h"
#include "plannr-search.h"

static void
finds_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  char **words = sqlite3_get_auxdata (context, 0);
  const char *name = (const char *) sqlite3_value_text (values[1]);
  g_autoptr (GBytes) draft = NULL;
  g_autofree char *people = NULL;
  g_autofree char *all = NULL;
  g_autofree char *key = NULL;

  if (words == NULL)
    {
      words = plannr_search_get_words ((const char *) sqlite3_value_text (values[0]));
      sqlite3_set_auxdata (context, 0, words, (void (*) (void *)) g_strfreev);
      words = sqlite3_get_auxdata (context, 0);
    }
  if (words == NULL || name == NULL)
    {
      sqlite3_result_int (context, 0);
      return;
    }

  draft = g_bytes_new (sqlite3_value_blob (values[2]), (gsize) sqlite3_value_bytes (values[2]));
  people = plannr_draft_bytes_read_people (draft);
  all = g_strjoin ("\n", name, people, NULL);
  key = plannr_search_fold (all);
  sqlite3_result_int (context, plannr_search_matches (key, (const char *const *) words));
}

/**
 * plannr_journal_search_add:
 * @db: a journal's database
 * @error: return location
 *
 * Gives its SQL a function `finds (search, name, draft)`: whether all the words of a search are in the
 * name of a case and the names of its people, as the list of cases understands that.
 *
 * Returns: whether it has it
 */
gboolean
plannr_journal_search_add (sqlite3 *db, GError **error)
{
  return plannr_sqlite_check (db,
                              sqlite3_create_function (db, "finds", 3,
                                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC
                                                           | SQLITE_DIRECTONLY,
                                                       NULL, finds_func, NULL, NULL),
                              error);
}
