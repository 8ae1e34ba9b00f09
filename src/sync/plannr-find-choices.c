/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-choice-list.h"
#include "plannr-directory-private.h"
#include "plannr-item.h"
#include "plannr-ranking.h"
#include "plannr-uuid.h"

/* For so long types and statuses are remembered: many questions are asked while something is typed, and
 * what a firm has changes rarely. After that an answer from memory would hide what has come since. */
#define FRESH (5 * G_TIME_SPAN_MINUTE)

static PlannrRemembered *
get_remembered (GTask *task)
{
  PlannrDirectory *directory = g_task_get_source_object (task);
  PlannrFind *find = g_task_get_task_data (task);

  return find->what == PLANNR_CACHE_TYPES ? &directory->types : &directory->statuses;
}

static void
return_choices (GTask *task, GPtrArray *choices, const char *uuid)
{
  PlannrFind *find = g_task_get_task_data (task);
  GPtrArray *matching = plannr_ranking_match_choices (choices, uuid != NULL ? "" : find->text);

  /* Not before: it may be the same array. */
  g_ptr_array_unref (find->found);
  find->found = matching;

  if (uuid != NULL)
    {
      for (guint i = find->found->len; i > 0; i--)
        if (g_strcmp0 (plannr_item_get_uuid (g_ptr_array_index (find->found, i - 1)), uuid) != 0)
          g_ptr_array_remove_index (find->found, i - 1);

      /* Plannr documents no way to fetch one: Plannr will say whether it exists. */
      if (find->found->len == 0)
        g_ptr_array_add (find->found,
                         g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, "name", uuid, NULL));
    }

  plannr_find_return (task);
}

static void
remember_choices (GTask *task)
{
  PlannrFind *find = g_task_get_task_data (task);
  PlannrRemembered *remembered = get_remembered (task);
  g_autofree char *uuid = plannr_uuid_parse (find->text);

  plannr_ranking_sort_choices (find->found);
  g_clear_pointer (&remembered->all, g_ptr_array_unref);
  /* A firm without a case has no type to find yet: the next question asks again. */
  if (find->found->len > 0)
    {
      remembered->all = g_ptr_array_ref (find->found);
      remembered->found_at = g_get_monotonic_time ();
      plannr_find_keep (task, find->found);
    }
  return_choices (task, find->found, uuid);
}

static void ask_page (PlannrApi *api, GTask *task);

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PlannrFind *find = g_task_get_task_data (task);
  GError *error = NULL;
  guint last_page = 1;
  g_autoptr (GPtrArray) choices =
      plannr_choice_list_finish (PLANNR_API (source), result, &last_page, NULL, &error);

  if (choices == NULL)
    {
      plannr_find_return_error (task, error);
      return;
    }

  for (guint i = 0; i < choices->len; i++)
    {
      PlannrChoice *choice = g_ptr_array_index (choices, i);

      plannr_find_add (find->found, find->there, choice);
    }

  if (find->page < last_page)
    {
      find->page++;
      ask_page (PLANNR_API (source), task);
      return;
    }

  remember_choices (task);
}

static void
ask_page (PlannrApi *api, GTask *task)
{
  PlannrFind *find = g_task_get_task_data (task);

  plannr_choice_list_async (api, find->what, find->page, g_task_get_cancellable (task), page_cb,
                            task);
}

void
plannr_find_choices (PlannrApi *api, GTask *task, const char *uuid)
{
  PlannrRemembered *remembered = get_remembered (task);

  if (remembered->all != NULL && g_get_monotonic_time () - remembered->found_at < FRESH)
    return_choices (task, remembered->all, uuid);
  else
    ask_page (api, task);
}
