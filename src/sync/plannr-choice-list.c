/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-choice-list.h"

#include "plannr-directory-private.h"

/* The types and statuses that a firm has. Plannr documents no list of its types, and a list of its
 * statuses only as something to be changed: what is not listed is found on its cases. */

typedef struct
{
  PlannrCacheKind what;
  guint page;
  guint last_page;
  PlannrReceipt *receipt; /* (owned) (nullable): of the last answer */
} Asked;

static void
asked_free (Asked *asked)
{
  g_clear_pointer (&asked->receipt, plannr_receipt_free);
  g_free (asked);
}

static void
note_receipt (GTask *task, GAsyncResult *result)
{
  Asked *asked = g_task_get_task_data (task);

  g_clear_pointer (&asked->receipt, plannr_receipt_free);
  asked->receipt = plannr_api_get_receipt (result);
}

static void
return_choices (GTask *task, GPtrArray *choices)
{
  g_task_return_pointer (task, choices, (GDestroyNotify) g_ptr_array_unref);
}

static void
cases_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);
  GError *error = NULL;
  guint last_page = 1;
  g_autoptr (GPtrArray) records =
      plannr_api_list_cases_finish (PLANNR_API (source), result, &last_page, &error);
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  note_receipt (task, result);
  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  choices = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      PlannrCase *record = g_ptr_array_index (records, i);
      PlannrChoice *choice = asked->what == PLANNR_CACHE_TYPES ? plannr_case_get_kind (record)
                                                               : plannr_case_get_status (record);

      if (choice != NULL)
        plannr_find_add (choices, there, choice);
    }

  asked->last_page = records->len > 0 ? MIN (last_page, PLANNR_FIND_MAX_PAGES) : asked->page;
  return_choices (task, g_steal_pointer (&choices));
}

static void
ask_cases (PlannrApi *api, GTask *task)
{
  Asked *asked = g_task_get_task_data (task);

  plannr_api_list_cases_async (api, NULL, asked->page, g_task_get_cancellable (task), cases_cb,
                               task);
}

static void
statuses_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) statuses =
      plannr_api_list_statuses_finish (PLANNR_API (source), result, &error);

  note_receipt (task, result);
  if (statuses != NULL)
    return_choices (task, g_steal_pointer (&statuses));
  else if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_NOT_FOUND)
           || g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_METHOD))
    ask_cases (PLANNR_API (source), g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * plannr_choice_list_async:
 * @api: how to speak to Plannr
 * @what: types or statuses
 * @page: which page of what they are found on, from 1
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks for a page of where they are found.
 */
void
plannr_choice_list_async (PlannrApi *api,
                          PlannrCacheKind what,
                          guint page,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = NULL;
  Asked *asked = NULL;

  g_return_if_fail (PLANNR_IS_API (api));
  g_return_if_fail (what == PLANNR_CACHE_TYPES || what == PLANNR_CACHE_STATUSES);

  task = g_task_new (api, cancellable, callback, user_data);
  asked = g_new0 (Asked, 1);
  asked->what = what;
  asked->page = page;
  asked->last_page = page;
  g_task_set_source_tag (task, plannr_choice_list_async);
  g_task_set_task_data (task, asked, (GDestroyNotify) asked_free);

  /* A list of statuses has one page: who asks for another knows that it is one of cases. */
  if (what == PLANNR_CACHE_STATUSES && page == 1)
    plannr_api_list_statuses_async (api, cancellable, statuses_cb, task);
  else
    ask_cases (api, task);
}

/**
 * plannr_choice_list_finish:
 * @api: how to speak to Plannr
 * @result: the result
 * @last_page: (out): the last page to be asked for
 * @receipt: (out) (optional) (nullable) (transfer full): what came with the answer
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrChoice): those on the page, each once
 */
GPtrArray *
plannr_choice_list_finish (
    PlannrApi *api, GAsyncResult *result, guint *last_page, PlannrReceipt **receipt, GError **error)
{
  Asked *asked = NULL;

  g_return_val_if_fail (g_task_is_valid (result, api), NULL);

  asked = g_task_get_task_data (G_TASK (result));
  *last_page = asked->last_page;
  if (receipt != NULL)
    *receipt = g_steal_pointer (&asked->receipt);

  return g_task_propagate_pointer (G_TASK (result), error);
}
