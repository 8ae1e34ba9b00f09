/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory-private.h"

static void
plan_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PlannrFind *find = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrPlan) plan = plannr_api_get_plan_finish (PLANNR_API (source), result, &error);

  if (plan != NULL)
    {
      g_ptr_array_add (find->found, g_object_ref (plan));
      plannr_find_keep (task, find->found);
    }
  else if (!g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_NOT_FOUND))
    {
      plannr_find_return_error (task, g_steal_pointer (&error));
      return;
    }

  plannr_find_return (task);
}

static void
plans_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PlannrFind *find = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) plans =
      plannr_api_list_plans_finish (PLANNR_API (source), result, NULL, &error);

  if (plans == NULL)
    {
      plannr_find_return_error (task, error);
      return;
    }

  plannr_find_keep (task, plans);
  for (guint i = 0; i < plans->len; i++)
    {
      PlannrPlan *plan = g_ptr_array_index (plans, i);

      plannr_find_add (find->found, find->there, plan);
    }

  if (find->page++ == 1)
    plannr_api_list_plans_async (PLANNR_API (source), "name", find->text,
                                 g_task_get_cancellable (task), plans_cb, task);
  else
    plannr_find_return (task);
}

void
plannr_find_plans (PlannrApi *api, GTask *task, const char *uuid)
{
  PlannrFind *find = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (uuid != NULL)
    plannr_api_get_plan_async (api, uuid, cancellable, plan_cb, task);
  else
    plannr_api_list_plans_async (api, "policy_number", find->text, cancellable, plans_cb, task);
}

static void
client_plans_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PlannrFind *find = g_task_get_task_data (task);
  GError *error = NULL;
  guint last_page = 1;
  g_autoptr (GPtrArray) plans =
      plannr_api_list_client_plans_finish (PLANNR_API (source), result, &last_page, &error);

  if (plans == NULL)
    {
      plannr_find_return_error (task, error);
      return;
    }

  for (guint i = 0; i < plans->len; i++)
    {
      PlannrPlan *plan = g_ptr_array_index (plans, i);

      plannr_find_add (find->found, find->there, plan);
    }

  if (plans->len > 0 && find->page < MIN (last_page, PLANNR_FIND_MAX_PAGES))
    {
      find->page++;
      plannr_find_client_plans (PLANNR_API (source), task);
      return;
    }

  plannr_find_keep (task, find->found);
  plannr_find_return (task);
}

void
plannr_find_client_plans (PlannrApi *api, GTask *task)
{
  PlannrFind *find = g_task_get_task_data (task);

  plannr_api_list_client_plans_async (api, find->text, find->page, g_task_get_cancellable (task),
                                      client_plans_cb, task);
}
