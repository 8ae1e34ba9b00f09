/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory-private.h"

#include "plannr-account.h"
#include "plannr-ranking.h"
#include "plannr-search.h"

/* Enough to choose from; who wants another types another letter. */
#define PEOPLE_PER_PAGE 50

static void ask_for_people (PlannrApi *api, GTask *task);

/* Plannr finds what was typed as it stands, not words in another order, nor the beginnings of two.
 *
 * Returns: (transfer full) (nullable): the longest word of several, as it was typed */
static char *
dup_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  const char *longest = "";

  if (g_strv_length (words) < 2)
    return NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > g_utf8_strlen (longest, -1))
      longest = words[i];

  return g_strdup (longest);
}

/* Of whom was found by one word, those who have the others too. */
static void
match_words (GPtrArray *people, const char *text)
{
  g_auto (GStrv) words = plannr_search_get_words (text);

  for (guint i = people->len; i > 0; i--)
    {
      const char *name = plannr_account_get_name (g_ptr_array_index (people, i - 1));
      g_autofree char *key = plannr_search_fold (name != NULL ? name : "");

      if (!plannr_search_matches (key, (const char *const *) words))
        g_ptr_array_remove_index (people, i - 1);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *one = plannr_account_get_name (*(PlannrAccount *const *) a);
  const char *other = plannr_account_get_name (*(PlannrAccount *const *) b);

  return g_utf8_collate (one != NULL ? one : "", other != NULL ? other : "");
}

static void
accounts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PlannrFind *find = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) people =
      plannr_api_list_accounts_finish (PLANNR_API (source), result, NULL, NULL, &error);

  if (people == NULL)
    {
      plannr_find_return_error (task, error);
      return;
    }

  plannr_find_keep (task, people);
  if (people->len == 0 && find->word == NULL
      && plannr_ranking_guess_field (find->text) == PLANNR_SEARCH_NAME
      && (find->word = dup_longest_word (find->text)) != NULL)
    {
      ask_for_people (PLANNR_API (source), task);
      return;
    }

  if (find->word != NULL)
    match_words (people, find->text);
  g_ptr_array_sort (people, compare_names);
  g_ptr_array_unref (find->found);
  find->found = plannr_ranking_order_people (people);
  plannr_find_return (task);
}

static void
account_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PlannrFind *find = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrAccount) person =
      plannr_api_get_account_finish (PLANNR_API (source), result, &error);

  if (person != NULL)
    {
      g_ptr_array_add (find->found, g_object_ref (person));
      plannr_find_keep (task, find->found);
    }
  else if (!g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_NOT_FOUND))
    {
      plannr_find_return_error (task, g_steal_pointer (&error));
      return;
    }

  plannr_find_return (task);
}

/* The newest first: of many who match, those who have come since all of them were kept. */
static void
ask_for_people (PlannrApi *api, GTask *task)
{
  PlannrFind *find = g_task_get_task_data (task);
  PlannrAccountQuery query = { .page = 1, .per_page = PEOPLE_PER_PAGE, .sort = "-created_at" };

  switch (plannr_ranking_guess_field (find->text))
    {
    case PLANNR_SEARCH_EMAIL:
      query.email = find->text;
      break;
    case PLANNR_SEARCH_PHONE:
      query.phone = find->text;
      break;
    case PLANNR_SEARCH_NAME:
    default:
      if (find->word != NULL)
        query.name = find->word;
      else if (*find->text != '\0')
        query.name = find->text;
      break;
    }
  plannr_api_list_accounts_async (api, &query, g_task_get_cancellable (task), accounts_cb, task);
}

void
plannr_find_people (PlannrApi *api, GTask *task, const char *uuid)
{
  if (uuid != NULL)
    plannr_api_get_account_async (api, uuid, g_task_get_cancellable (task), account_cb, task);
  else
    ask_for_people (api, task);
}
