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

enum
{
  SIGNED_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ask (PlannrApi *api, GTask *task)
{
  PlannrFind *find = g_task_get_task_data (task);
  g_autofree char *uuid = plannr_uuid_parse (find->text);

  g_set_object (&find->api, api);
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
plannr_directory_finalize (GObject *object)
{
  PlannrDirectory *self = PLANNR_DIRECTORY (object);

  plannr_directory_forget (self);
  g_clear_object (&self->api);
  g_clear_object (&self->cache);
  g_clear_error (&self->unreachable);
  g_clear_error (&self->refused);

  G_OBJECT_CLASS (plannr_directory_parent_class)->finalize (object);
}

static void
plannr_directory_class_init (PlannrDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_directory_finalize;

  /**
   * PlannrDirectory::signed-out:
   * @error: how that turned out
   *
   * The token does not work. Plannr is asked nothing more until there is another way to it.
   */
  signals[SIGNED_OUT] = g_signal_new ("signed-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plannr_directory_init (PlannrDirectory *self)
{
  g_queue_init (&self->waiting);
  self->closed_since = g_get_monotonic_time ();
}

/* The answer to the first question is news, and those to what was asked beside it are none. */
void
plannr_directory_sign_out (PlannrDirectory *self, const GError *error)
{
  if (self->refused != NULL)
    return;

  self->refused = g_error_copy (error);
  g_signal_emit (self, signals[SIGNED_OUT], 0, self->refused);
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
  g_clear_error (&self->refused);
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

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = plannr_cache_find_finish (PLANNR_CACHE (source), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    /* What can't be read, or was not kept, is Plannr's to tell. */
    g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref),
                           (GDestroyNotify) g_ptr_array_unref);
}

/**
 * plannr_directory_look_up_async:
 * @self: a directory
 * @what: what to look up
 * @text: as for plannr_directory_find_async()
 * @offset: how many to leave out, since they were looked up before
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up what is kept on this computer, %PLANNR_DIRECTORY_PAGE at a time: soon enough for every
 * letter that is typed. Plannr is not asked.
 */
void
plannr_directory_look_up_async (PlannrDirectory *self,
                                PlannrCacheKind what,
                                const char *text,
                                guint offset,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (PLANNR_IS_DIRECTORY (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, plannr_directory_look_up_async);
  if (self->cache != NULL)
    /* One more, to tell whether there are more. */
    plannr_cache_find_async (self->cache, what, text, offset, PLANNR_DIRECTORY_PAGE + 1,
                             cancellable, looked_up_cb, task);
  else
    {
      g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref),
                             (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
    }
}

/**
 * plannr_directory_look_up_finish:
 * @self: a directory
 * @result: the result
 * @more: (out) (optional): whether there are more
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer container) (element-type GObject): what is kept, as #PlannrAccount, #PlannrChoice
 *   or #PlannrPlan
 */
GPtrArray *
plannr_directory_look_up_finish (PlannrDirectory *self,
                                 GAsyncResult *result,
                                 gboolean *more,
                                 GError **error)
{
  GPtrArray *found = NULL;
  gboolean is_more = FALSE;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  is_more = found != NULL && found->len > PLANNR_DIRECTORY_PAGE;
  if (is_more)
    g_ptr_array_set_size (found, PLANNR_DIRECTORY_PAGE);
  if (more != NULL)
    *more = is_more;

  return found;
}

/**
 * plannr_directory_find_async:
 * @self: a directory
 * @what: what to find
 * @text: a part of a name, or a UUID. For people also a part of an e-mail address, where it has an `@`,
 *   or of a telephone number, where it is digits; for plans of a policy number. For
 *   %PLANNR_CACHE_CLIENT_PLANS the client's UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks Plannr, and keeps what it answers. People are found clients first, those who are inactive only
 * where nobody else matches; statuses in the firm's order; plans of any client, none for no text.
 *
 * Where Plannr can't be asked, or not with this token, what is kept is found.
 */
void
plannr_directory_find_async (PlannrDirectory *self,
                             PlannrCacheKind what,
                             const char *text,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = NULL;
  PlannrFind *find = NULL;

  g_return_if_fail (PLANNR_IS_DIRECTORY (self));
  g_return_if_fail (text != NULL);

  task = plannr_find_new (self, what, text, cancellable, callback, user_data);
  g_task_set_source_tag (task, plannr_directory_find_async);
  find = g_task_get_task_data (task);

  /* There are too many plans to show any before something is typed. */
  if (what == PLANNR_CACHE_PLANS && *find->text == '\0')
    {
      plannr_find_return (task);
      return;
    }

  plannr_find_be_patient (task);
  if (self->refused != NULL)
    plannr_find_return_error (task, g_error_copy (self->refused));
  else if (self->api != NULL)
    ask (self->api, task);
  else
    g_queue_push_tail (&self->waiting, task);
}

/**
 * plannr_directory_find_finish:
 * @self: a directory
 * @result: the result
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
 * @result: the result
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
 * Forgets what it remembers, so that it is asked for anew. What is kept on this computer stays; but of
 * what is being asked nothing is kept.
 */
void
plannr_directory_forget (PlannrDirectory *self)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  self->n_forgotten++;
  g_clear_pointer (&self->types.all, g_ptr_array_unref);
  g_clear_pointer (&self->statuses.all, g_ptr_array_unref);
}
