/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory-private.h"

#include "plannr-uuid.h"

/**
 * PlannrDirectory:
 *
 * What pickers choose from: the firm's people, plans, types and statuses. Questions that are asked
 * before there is a way to Plannr wait for it, if nothing is kept that would answer them.
 */
G_DEFINE_FINAL_TYPE (PlannrDirectory, plannr_directory, G_TYPE_OBJECT)

static void
ask (PlannrApi *api, GTask *task)
{
  PlannrFind *find = g_task_get_task_data (task);
  g_autofree char *uuid = plannr_uuid_parse (find->text);

  switch (find->what)
    {
    case PLANNR_CACHE_PEOPLE:
      plannr_find_people (api, task, uuid);
      break;
    case PLANNR_CACHE_TYPES:
    case PLANNR_CACHE_STATUSES:
      plannr_find_choices (api, task, uuid);
      break;
    case PLANNR_CACHE_PLANS:
      plannr_find_plans (api, task, uuid);
      break;
    case PLANNR_CACHE_CLIENT_PLANS:
      plannr_find_client_plans (api, task);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
begin (PlannrDirectory *self,
       PlannrCacheKind what,
       gpointer tag,
       const char *text,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = NULL;
  PlannrFind *find = NULL;

  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  task = plannr_find_new (self, what, text, cancellable, callback, user_data);
  g_task_set_source_tag (task, tag);
  find = g_task_get_task_data (task);

  /* There are too many plans to show any before something is typed. */
  if (what == PLANNR_CACHE_PLANS && *find->text == '\0')
    {
      plannr_find_return (task);
      return;
    }

  plannr_find_be_patient (task);
  if (self->api != NULL)
    ask (self->api, task);
  else
    g_queue_push_tail (&self->waiting, task);
}

static void
plannr_directory_finalize (GObject *object)
{
  PlannrDirectory *self = PLANNR_DIRECTORY (object);

  plannr_directory_forget (self);
  g_clear_object (&self->api);
  g_clear_object (&self->cache);
  g_clear_error (&self->unreachable);

  G_OBJECT_CLASS (plannr_directory_parent_class)->finalize (object);
}

static void
plannr_directory_class_init (PlannrDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_directory_finalize;
}

static void
plannr_directory_init (PlannrDirectory *self)
{
  g_queue_init (&self->waiting);
  self->closed_since = g_get_monotonic_time ();
}

/**
 * plannr_directory_new:
 * Returns: (transfer full): a directory that has no way to Plannr yet
 */
PlannrDirectory *
plannr_directory_new (void)
{
  return g_object_new (PLANNR_TYPE_DIRECTORY, NULL);
}

/**
 * plannr_directory_set_api:
 * @self: a directory
 * @api: (nullable): how to speak to Plannr; %NULL while there is no way
 *
 * What was asked before there was a way is asked now.
 */
void
plannr_directory_set_api (PlannrDirectory *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  if (!g_set_object (&self->api, api))
    return;

  g_clear_error (&self->unreachable);
  self->closed_since = g_get_monotonic_time ();
  if (api == NULL)
    return;

  plannr_directory_forget (self);
  while (!g_queue_is_empty (&self->waiting))
    {
      GTask *task = g_queue_pop_head (&self->waiting);

      if (g_task_return_error_if_cancelled (task))
        g_object_unref (task);
      else
        ask (self->api, task);
    }
}

/**
 * plannr_directory_set_cache:
 * @self: a directory
 * @cache: (nullable): where to keep what Plannr answers
 *
 * What is kept there is the answer to what Plannr can't be asked.
 */
void
plannr_directory_set_cache (PlannrDirectory *self, PlannrCache *cache)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  g_set_object (&self->cache, cache);
}

/**
 * plannr_directory_use:
 * @self: a directory
 * @uuid: the UUID of a person, a plan, a type or a status
 *
 * Remembers that a person has chosen it now.
 */
void
plannr_directory_use (PlannrDirectory *self, const char *uuid)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  if (self->cache != NULL)
    plannr_cache_use (self->cache, uuid);
}

/**
 * plannr_directory_cancel_waiting:
 * @self: a directory
 *
 * Ends what waits for a way to Plannr, as cancelled. It would keep the directory alive.
 */
void
plannr_directory_cancel_waiting (PlannrDirectory *self)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  while (!g_queue_is_empty (&self->waiting))
    plannr_find_return_error (g_queue_pop_head (&self->waiting),
                              g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                           "The firm was closed"));
}

/**
 * plannr_directory_find_people_async:
 * @self: a directory
 * @text: a part of a name; of an e-mail address where it has an `@`, of a telephone number where it
 *   is digits; or a UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds people: clients first, those who are inactive only where nobody else matches.
 */
void
plannr_directory_find_people_async (PlannrDirectory *self,
                                    const char *text,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  begin (self, PLANNR_CACHE_PEOPLE, plannr_directory_find_people_async, text, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_find_types_async:
 * @self: a directory
 * @text: a part of a name, or a UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds types, by name, among those of the firm's cases.
 */
void
plannr_directory_find_types_async (PlannrDirectory *self,
                                   const char *text,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  begin (self, PLANNR_CACHE_TYPES, plannr_directory_find_types_async, text, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_find_statuses_async:
 * @self: a directory
 * @text: a part of a name, or a UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds statuses, in the firm's order; where the firm's Plannr does not list them, those of its cases.
 */
void
plannr_directory_find_statuses_async (PlannrDirectory *self,
                                      const char *text,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  begin (self, PLANNR_CACHE_STATUSES, plannr_directory_find_statuses_async, text, cancellable,
         callback, user_data);
}

/**
 * plannr_directory_find_plans_async:
 * @self: a directory
 * @text: a part of a policy number or a name, or a UUID; nothing is found for none
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds plans of any client.
 */
void
plannr_directory_find_plans_async (PlannrDirectory *self,
                                   const char *text,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  begin (self, PLANNR_CACHE_PLANS, plannr_directory_find_plans_async, text, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_list_plans_async:
 * @self: a directory
 * @client_uuid: a client's UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the plans of one client.
 */
void
plannr_directory_list_plans_async (PlannrDirectory *self,
                                   const char *client_uuid,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  begin (self, PLANNR_CACHE_CLIENT_PLANS, plannr_directory_list_plans_async, client_uuid,
         cancellable, callback, user_data);
}

/**
 * plannr_directory_find_finish:
 * @self: a directory
 * @result: the result of any of the above
 * @error: why nothing could be asked
 *
 * Returns: (transfer container) (element-type GObject): what was found, as #PlannrAccount,
 *   #PlannrChoice or #PlannrPlan
 */
GPtrArray *
plannr_directory_find_finish (PlannrDirectory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_directory_find_get_failure:
 * @self: a directory
 * @result: the result of any of the above
 *
 * Returns: (transfer none) (nullable): why Plannr could not be asked, where what was found is only what
 *   is kept on this computer; it lives as long as @result
 */
const GError *
plannr_directory_find_get_failure (PlannrDirectory *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return plannr_find_get_failure (G_TASK (result));
}

/**
 * plannr_directory_forget:
 * @self: a directory
 *
 * Forgets what it remembers, so that it is asked for anew. What is kept on this computer stays.
 */
void
plannr_directory_forget (PlannrDirectory *self)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->statuses, g_ptr_array_unref);
}
