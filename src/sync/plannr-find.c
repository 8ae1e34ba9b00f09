/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory-private.h"

#include "plannr-item.h"
#include "plannr-list-error.h"

/* How long a person who types waits for Plannr, in milliseconds, where there is no way to it or the
 * last question got lost, before what is kept will do. */
#define PATIENCE  1000

/* Enough to choose from; who wants another types another letter. Of a client's plans none is left out,
 * within reason. */
#define MAX_FOUND 50
#define MAX_PLANS 1000

static GQuark
get_failure_quark (void)
{
  return g_quark_from_static_string ("plannr-find-failure");
}

static void
find_free (PlannrFind *find)
{
  g_clear_error (&find->failure);
  g_clear_object (&find->api);
  g_free (find->text);
  g_free (find->word);
  g_hash_table_unref (find->there);
  g_clear_pointer (&find->found, g_ptr_array_unref);
  g_free (find);
}

/* Whether it says nothing about the question, only that it did not get through. */
static gboolean
is_unreachable (const GError *error)
{
  return plannr_list_error_is_lost_on_the_way (error) || plannr_list_error_is_passing (error)
         || g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_BUSY);
}

static gboolean
is_sign_out (const GError *error)
{
  return g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED);
}

static void
set_unreachable (PlannrDirectory *directory, const GError *error)
{
  g_clear_error (&directory->unreachable);
  if (error != NULL)
    directory->unreachable = g_error_copy (error);
}

/* Answers the question, if it is not answered yet. Whoever asks Plannr for it still holds the task. */
static void
settle (GTask *task, GPtrArray *found, GError *error)
{
  PlannrFind *find = g_task_get_task_data (task);

  g_clear_handle_id (&find->patience_source, g_source_remove);
  if (find->answered)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      g_clear_error (&error);
      return;
    }

  find->answered = TRUE;
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
settle_kept (GTask *task, GPtrArray *found, const GError *failure)
{
  PlannrFind *find = g_task_get_task_data (task);

  if (!find->answered)
    g_object_set_qdata_full (G_OBJECT (task), get_failure_quark (), g_error_copy (failure),
                             (GDestroyNotify) g_error_free);
  settle (task, found, NULL);
}

static void
failure_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlannrFind *find = g_task_get_task_data (task);
  GPtrArray *found = plannr_cache_find_finish (PLANNR_CACHE (source), result, NULL);

  if (found != NULL)
    settle_kept (task, found, find->failure);
  else
    settle (task, NULL, g_error_copy (find->failure));
}

static void
impatience_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlannrDirectory *directory = g_task_get_source_object (task);
  g_autoptr (GError) closed = NULL;
  g_autoptr (GPtrArray) found = plannr_cache_find_finish (PLANNR_CACHE (source), result, NULL);

  /* Nothing is kept that would do, or there is a way by now: then Plannr is waited for. */
  if (found == NULL || (directory->api != NULL && directory->unreachable == NULL))
    return;

  closed = g_error_new (PLANNR_ERROR, PLANNR_ERROR_OFFLINE, "There is no way to Plannr yet");
  settle_kept (task, g_steal_pointer (&found),
               directory->api != NULL ? directory->unreachable : closed);
  if (g_queue_remove (&directory->waiting, task))
    g_object_unref (task);
}

static void
ask_cache (GTask *task, GAsyncReadyCallback callback)
{
  PlannrDirectory *directory = g_task_get_source_object (task);
  PlannrFind *find = g_task_get_task_data (task);

  plannr_cache_find_async (directory->cache, find->what, find->text, 0,
                           find->what == PLANNR_CACHE_CLIENT_PLANS ? MAX_PLANS : MAX_FOUND,
                           g_task_get_cancellable (task), callback, g_object_ref (task));
}

static gboolean
patience_cb (gpointer user_data)
{
  GTask *task = user_data;
  PlannrDirectory *directory = g_task_get_source_object (task);
  PlannrFind *find = g_task_get_task_data (task);

  find->patience_source = 0;
  if (directory->cache != NULL)
    ask_cache (task, impatience_cb);

  return G_SOURCE_REMOVE;
}

/* The task of a question, with its data; it belongs to whoever asks. */
GTask *
plannr_find_new (PlannrDirectory *directory,
                 PlannrCacheKind what,
                 const char *text,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task = g_task_new (directory, cancellable, callback, user_data);
  PlannrFind *find = g_new0 (PlannrFind, 1);

  find->what = what;
  find->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  find->page = 1;
  find->n_forgotten = directory->n_forgotten;
  find->found = g_ptr_array_new_with_free_func (g_object_unref);
  find->there = g_hash_table_new (g_str_hash, g_str_equal);
  g_task_set_task_data (task, find, (GDestroyNotify) find_free);

  return task;
}

/* Answers the question with what is kept where Plannr's answer does not come soon, unless there is
 * every reason to expect one. */
void
plannr_find_be_patient (GTask *task)
{
  PlannrDirectory *directory = g_task_get_source_object (task);
  PlannrFind *find = g_task_get_task_data (task);
  gint64 waited = 0;

  if (directory->cache == NULL || (directory->api != NULL && directory->unreachable == NULL))
    return;

  if (directory->api == NULL)
    waited = (g_get_monotonic_time () - directory->closed_since) / G_TIME_SPAN_MILLISECOND;
  find->patience_source =
      g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) (PATIENCE - MIN (waited, PATIENCE)),
                          patience_cb, g_object_ref (task), g_object_unref);
}

/* Keeps what Plannr has answered, as it came; but for what was asked before all was forgotten. */
void
plannr_find_keep (GTask *task, GPtrArray *items)
{
  PlannrDirectory *directory = g_task_get_source_object (task);
  PlannrFind *find = g_task_get_task_data (task);

  set_unreachable (directory, NULL);
  if (directory->cache != NULL && find->n_forgotten == directory->n_forgotten)
    plannr_cache_keep (directory->cache, find->what, items,
                       find->what == PLANNR_CACHE_CLIENT_PLANS ? find->text : NULL);
}

/* Once each, however often Plannr names it; @there holds the UUIDs of all that are in @found. */
void
plannr_find_add (GPtrArray *found, GHashTable *there, gpointer item)
{
  if (g_hash_table_add (there, (gpointer) plannr_item_get_uuid (item)))
    g_ptr_array_add (found, g_object_ref (item));
}

void
plannr_find_return (GTask *task)
{
  PlannrFind *find = g_task_get_task_data (task);

  settle (task, g_steal_pointer (&find->found), NULL);
  g_object_unref (task);
}

/* Where the question did not get through, or the token does not work, what is kept is the answer if there
 * is any. That an old token was refused says nothing about the one that took its place. */
void
plannr_find_return_error (GTask *task, GError *error)
{
  PlannrDirectory *directory = g_task_get_source_object (task);
  PlannrFind *find = g_task_get_task_data (task);

  if (is_unreachable (error))
    set_unreachable (directory, error);
  else if (is_sign_out (error) && find->api != NULL && find->api == directory->api)
    plannr_directory_sign_out (directory, error);

  if ((is_unreachable (error) || is_sign_out (error)) && directory->cache != NULL
      && !find->answered)
    {
      g_clear_handle_id (&find->patience_source, g_source_remove);
      find->failure = error;
      ask_cache (task, failure_cb);
    }
  else
    settle (task, NULL, error);
  g_object_unref (task);
}

const GError *
plannr_find_get_failure (GTask *task)
{
  return g_object_get_qdata (G_OBJECT (task), get_failure_quark ());
}
