/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory-private.h"

#include "plannr-ranking.h"

/* Enough to choose from; who wants another types another letter. */
#define PEOPLE_PER_PAGE 50

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

void
plannr_find_people (PlannrApi *api, GTask *task, const char *uuid)
{
  PlannrFind *find = g_task_get_task_data (task);
  PlannrAccountQuery query = { .page = 1, .per_page = PEOPLE_PER_PAGE };
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (uuid != NULL)
    {
      plannr_api_get_account_async (api, uuid, cancellable, account_cb, task);
      return;
    }

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
      query.name = *find->text != '\0' ? find->text : NULL;
      break;
    }
  plannr_api_list_accounts_async (api, &query, cancellable, accounts_cb, task);
}
