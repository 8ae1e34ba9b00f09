/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-private.h"

/**
 * PlannrCache:
 *
 * All that a case is made of, the firm's people, plans, types and statuses, kept so that it is found at
 * every keystroke, and without a way to Plannr; and what this person has chosen from it. It may be removed
 * at any time.
 *
 * All of it happens in a thread of its own, one job after the other in the order in which they were
 * asked for. What can't be kept, on a full disk say, is not: nobody waits for it or hears of it.
 */
struct _PlannrCache
{
  GObject parent_instance;

  char *folder;      /* (owned) (nullable) */
  GThread *thread;   /* (owned) (nullable): from the first job on */
  GAsyncQueue *jobs; /* (owned), of owned Job */
};

G_DEFINE_FINAL_TYPE (PlannrCache, plannr_cache, G_TYPE_OBJECT)

typedef struct _Job Job;

typedef int (*JobFunc) (PlannrCacheFile *file, sqlite3 *database, Job *job);

struct _Job
{
  JobFunc run; /* (nullable): the end of the thread */
  PlannrCacheKind what;
  char *text;       /* (owned) (nullable): what is searched for, or a UUID */
  guint offset;     /* how many to leave out */
  guint max;        /* how many to find at most */
  GPtrArray *items; /* (owned) (nullable): what is to be kept, or was found */
  gboolean known;   /* whether what was found is an answer */
  PlannrCacheFunc func;
  gpointer data;            /* (owned) (nullable): for it */
  GDestroyNotify free_data; /* (nullable) */
  gpointer answer;          /* (owned) (nullable): its answer */
  GTask *task;              /* (owned) (nullable): who waits for it */
};

/* What belongs to the thread. */
typedef struct
{
  PlannrCacheFile *file; /* (owned) */
  GAsyncQueue *jobs;     /* (owned) */
} Work;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->items, g_ptr_array_unref);
  g_clear_object (&job->task);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job->answer);
  g_free (job->text);
  g_free (job);
}

static int
keep (PlannrCacheFile *file, sqlite3 *database, Job *job)
{
  int result = plannr_cache_write_items (database, job->what, job->items, job->text);

  if (result == SQLITE_OK)
    plannr_cache_index_note (file, job->what, job->items);

  return result;
}

static int
use (PlannrCacheFile *file, sqlite3 *database, Job *job)
{
  int result = plannr_cache_write_use (database, job->text);

  if (result == SQLITE_OK)
    plannr_cache_index_note_use (file, job->text);

  return result;
}

static int
forget (PlannrCacheFile *file, gpointer data, gpointer *answer)
{
  gboolean *gone = g_new (gboolean, 1);

  *gone = plannr_cache_file_forget (file);
  *answer = gone;

  return SQLITE_OK;
}

static int
find (PlannrCacheFile *file, sqlite3 *database, Job *job)
{
  int result = SQLITE_OK;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (job->task)))
    return SQLITE_OK;

  if (job->what == PLANNR_CACHE_PEOPLE || job->what == PLANNR_CACHE_PLANS)
    {
      result =
          plannr_cache_index_search (file, job->what, job->text, job->offset, job->max, job->items);
      job->known = job->items->len > 0;

      return result;
    }

  return plannr_cache_search (database, job->what, job->text, job->offset, job->max, job->items,
                              &job->known);
}

static int
call (PlannrCacheFile *file, sqlite3 *database, Job *job)
{
  if (g_cancellable_is_cancelled (g_task_get_cancellable (job->task)))
    return SQLITE_OK;

  return job->func (file, job->data, &job->answer);
}

static gboolean
answer_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->answer != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->answer), g_free);
  else if (job->func != NULL)
    g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_FAILED, "The cache can't be used");
  else if (job->known)
    g_task_return_pointer (job->task, g_steal_pointer (&job->items),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Nothing is kept of it");

  return G_SOURCE_REMOVE;
}

/* The task, which holds the cache, is let go where it was begun: the last hold on the cache must not
 * end in its own thread. */
static void
answer (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, answer_cb, job, (GDestroyNotify) job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static gpointer
do_work (gpointer data)
{
  Work *work = data;
  Job *job = NULL;

  while ((job = g_async_queue_pop (work->jobs))->run != NULL)
    {
      sqlite3 *database = plannr_cache_file_get_database (work->file);

      if (database != NULL)
        plannr_cache_file_tell (work->file, job->run (work->file, database, job));
      if (job->task != NULL)
        answer (job);
      else
        job_free (job);
    }

  job_free (job);
  plannr_cache_file_free (work->file);
  g_async_queue_unref (work->jobs);
  g_free (work);

  return NULL;
}

static Job *
job_new (JobFunc run, PlannrCacheKind what, const char *text)
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->what = what;
  job->text = g_strdup (text);

  return job;
}

static void
push (PlannrCache *self, Job *job)
{
  if (self->thread == NULL)
    {
      Work *work = g_new0 (Work, 1);

      work->file = plannr_cache_file_new (self->folder);
      work->jobs = g_async_queue_ref (self->jobs);
      self->thread = g_thread_new ("plannr-cache", do_work, work);
    }
  g_async_queue_push (self->jobs, job);
}

static void
plannr_cache_finalize (GObject *object)
{
  PlannrCache *self = PLANNR_CACHE (object);

  /* What was asked for before is still done. */
  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, job_new (NULL, 0, NULL));
      g_thread_join (self->thread);
    }
  g_async_queue_unref (self->jobs);
  g_free (self->folder);

  G_OBJECT_CLASS (plannr_cache_parent_class)->finalize (object);
}

static void
plannr_cache_class_init (PlannrCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_cache_finalize;
}

static void
plannr_cache_init (PlannrCache *self)
{
  self->jobs = g_async_queue_new ();
}

/* Has the cache's thread do something, in its turn. */
void
plannr_cache_run (PlannrCache *self,
                  PlannrCacheFunc func,
                  gpointer data,
                  GDestroyNotify free_data,
                  gpointer tag,
                  GTask *task)
{
  Job *job = job_new (call, 0, NULL);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->task = task;
  g_task_set_source_tag (task, tag);
  push (self, job);
}

/**
 * plannr_cache_new:
 * @folder: (nullable): the profile's folder; %NULL keeps everything in memory
 *
 * Nothing is read or made until it is first asked for something.
 *
 * Returns: (transfer full): a cache
 */
PlannrCache *
plannr_cache_new (const char *folder)
{
  PlannrCache *self = g_object_new (PLANNR_TYPE_CACHE, NULL);

  self->folder = g_strdup (folder);

  return self;
}

/**
 * plannr_cache_keep:
 * @self: a cache
 * @what: what @items are
 * @items: (element-type GObject): what Plannr has answered. Types, statuses and the plans of a client
 *   are all that there are, and take the place of those that were kept before
 * @client_uuid: (nullable): whose plans they are, for %PLANNR_CACHE_CLIENT_PLANS
 *
 * Keeps them, in place of what was kept under the same UUIDs; of a person or a plan what an answer leaves
 * out stays as it was.
 */
void
plannr_cache_keep (PlannrCache *self,
                   PlannrCacheKind what,
                   GPtrArray *items,
                   const char *client_uuid)
{
  Job *job = NULL;

  g_return_if_fail (PLANNR_IS_CACHE (self));
  g_return_if_fail (items != NULL);
  g_return_if_fail ((what == PLANNR_CACHE_CLIENT_PLANS) == (client_uuid != NULL));

  job = job_new (keep, what, client_uuid);
  job->items = g_ptr_array_new_full (items->len, g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (job->items, g_object_ref (g_ptr_array_index (items, i)));
  push (self, job);
}

/**
 * plannr_cache_use:
 * @self: a cache
 * @uuid: a UUID of any kind
 *
 * Remembers that this person has chosen it now: it comes first from now on.
 */
void
plannr_cache_use (PlannrCache *self, const char *uuid)
{
  g_return_if_fail (PLANNR_IS_CACHE (self));
  g_return_if_fail (uuid != NULL);

  push (self, job_new (use, 0, uuid));
}

/**
 * plannr_cache_forget_async:
 * @self: a cache
 * @cancellable: (nullable): to cancel
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Removes all that is kept, and what was chosen, from the disk.
 */
void
plannr_cache_forget_async (PlannrCache *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (PLANNR_IS_CACHE (self));

  plannr_cache_run (self, forget, NULL, NULL, plannr_cache_forget_async,
                    g_task_new (self, cancellable, callback, user_data));
}

/**
 * plannr_cache_forget_finish:
 * @self: a cache
 * @result: the result
 * @error: return location
 *
 * Returns: whether nothing is left on the disk
 */
gboolean
plannr_cache_forget_finish (PlannrCache *self, GAsyncResult *result, GError **error)
{
  g_autofree gboolean *gone = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  gone = g_task_propagate_pointer (G_TASK (result), error);
  if (gone != NULL && !*gone)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The cache stays on the disk");

  return gone != NULL && *gone;
}

/**
 * plannr_cache_find_async:
 * @self: a cache
 * @what: what to find
 * @text: words, or parts of words, of a name, an e-mail address or a policy number; for people also
 *   a telephone number; or a UUID. For %PLANNR_CACHE_CLIENT_PLANS the client's UUID
 * @offset: how many to leave out, as they were found before
 * @max: how many to find at most
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds what is kept, what was chosen last first. Statuses keep the firm's order. Those who are
 * inactive are found only where nobody else matches.
 */
void
plannr_cache_find_async (PlannrCache *self,
                         PlannrCacheKind what,
                         const char *text,
                         guint offset,
                         guint max,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Job *job = NULL;

  g_return_if_fail (PLANNR_IS_CACHE (self));
  g_return_if_fail (text != NULL);

  job = job_new (find, what, text);
  job->offset = offset;
  job->max = max;
  job->items = g_ptr_array_new_with_free_func (g_object_unref);
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, plannr_cache_find_async);
  push (self, job);
}

/**
 * plannr_cache_find_finish:
 * @self: a cache
 * @result: the result
 * @error: %G_IO_ERROR_NOT_FOUND where nothing is kept that answers the question, or nothing more
 *
 * Returns: (transfer container) (element-type GObject): what was found, as #PlannrAccount,
 *   #PlannrChoice or #PlannrPlan; it is empty for a client who is known to have no plans
 */
GPtrArray *
plannr_cache_find_finish (PlannrCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
