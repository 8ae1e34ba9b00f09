/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal.h"

#include "plannr-journal-job.h"

/**
 * PlannrJournal:
 *
 * What a person has begun, on the disk: each row of the list as it stands, and what happened to it on
 * its way. A thread of its own reads and writes, one thing after the other; it starts with the first
 * call. What is said to be written is on the disk.
 */
struct _PlannrJournal
{
  GObject parent_instance;

  char *folder;       /* (nullable) */
  GThread *thread;    /* (owned) (nullable) */
  GAsyncQueue *queue; /* (owned), of PlannrJournalJob */
};

G_DEFINE_FINAL_TYPE (PlannrJournal, plannr_journal, G_TYPE_OBJECT)

static gpointer
thread_func (gpointer data)
{
  GAsyncQueue *queue = data;
  PlannrJournalFile *file = NULL;
  gboolean last = FALSE;

  while (!last)
    {
      PlannrJournalJob *job = g_async_queue_pop (queue);
      gboolean marked = job->run == plannr_journal_job_mark;

      last = job->run == plannr_journal_job_close;
      job->run (job, &file);

      g_mutex_lock (&job->mutex);
      job->ended = TRUE;
      g_cond_signal (&job->ended_cond);
      g_mutex_unlock (&job->mutex);
      plannr_journal_job_unref (job);

      /* What is marked is on its way for longer than this takes; what was written may be followed by
       * the mark of the next, which somebody waits for. */
      if (file != NULL && g_async_queue_length (queue) <= 0)
        plannr_journal_file_tidy (file, marked);
    }

  g_async_queue_unref (queue);

  return NULL;
}

static void
push (PlannrJournal *self, PlannrJournalJob *job)
{
  job->folder = self->folder;
  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", thread_func, g_async_queue_ref (self->queue));

  g_async_queue_push (self->queue, job);
}

static void
push_task (PlannrJournal *self,
           PlannrJournalJob *job,
           gpointer tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, tag);
  push (self, job);
}

static void
plannr_journal_finalize (GObject *object)
{
  PlannrJournal *self = PLANNR_JOURNAL (object);

  if (self->thread != NULL)
    {
      push (self, plannr_journal_job_new (plannr_journal_job_close));
      /* The last one to let go may be the thread itself, with what it has just answered. */
      if (self->thread == g_thread_self ())
        g_thread_unref (self->thread);
      else
        g_thread_join (self->thread);
    }
  g_async_queue_unref (self->queue);
  g_free (self->folder);

  G_OBJECT_CLASS (plannr_journal_parent_class)->finalize (object);
}

static void
plannr_journal_class_init (PlannrJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_journal_finalize;
}

static void
plannr_journal_init (PlannrJournal *self)
{
  self->queue = g_async_queue_new_full ((GDestroyNotify) plannr_journal_job_unref);
}

/**
 * plannr_journal_new:
 * @folder: (type filename) (nullable): the folder that it is kept in; %NULL to keep it in memory
 *   alone
 *
 * Returns: (transfer full): a journal that is not open
 */
PlannrJournal *
plannr_journal_new (const char *folder)
{
  PlannrJournal *self = g_object_new (PLANNR_TYPE_JOURNAL, NULL);

  self->folder = g_strdup (folder);

  return self;
}

/**
 * plannr_journal_open_async:
 * @self: a journal
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Opens the file, or tries to once more, and reads what a list shows from the start.
 */
void
plannr_journal_open_async (PlannrJournal *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (PLANNR_IS_JOURNAL (self));

  push_task (self, plannr_journal_job_new (plannr_journal_job_open), plannr_journal_open_async,
             cancellable, callback, user_data);
}

/**
 * plannr_journal_open_finish:
 * @self: a journal
 * @result: the result
 * @moved_to: (out) (nullable) (type filename): where a file that could not be read was moved to
 * @error: %PLANNR_ERROR_FILE_OPEN where another process has it, %PLANNR_ERROR_FILE_NEWER, or what is
 *   the matter with the disk
 *
 * Returns: (transfer full) (nullable) (element-type PlannrEntry): the rows
 */
GPtrArray *
plannr_journal_open_finish (PlannrJournal *self,
                            GAsyncResult *result,
                            char **moved_to,
                            GError **error)
{
  PlannrJournalOpened *opened = NULL;
  GPtrArray *entries = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  *moved_to = NULL;
  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return NULL;

  entries = g_steal_pointer (&opened->entries);
  *moved_to = g_steal_pointer (&opened->moved_to);
  plannr_journal_opened_free (opened);

  return entries;
}

/**
 * plannr_journal_write_async:
 * @self: a journal
 * @entry: (transfer full): a row, as it is now
 * @cancellable: (nullable): to cancel the waiting; what is written stays written
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes a row. Rows are written in the order of the calls.
 */
void
plannr_journal_write_async (PlannrJournal *self,
                            PlannrEntry *entry,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  PlannrJournalJob *job = NULL;

  g_return_if_fail (PLANNR_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  job = plannr_journal_job_new (plannr_journal_job_write);
  job->entry = entry;
  push_task (self, job, plannr_journal_write_async, cancellable, callback, user_data);
}

/**
 * plannr_journal_write_finish:
 * @self: a journal
 * @result: the result
 * @error: %PLANNR_ERROR_TAKEN where another row has that case; or what is the matter with the disk
 *
 * Returns: whether the row is on the disk
 */
gboolean
plannr_journal_write_finish (PlannrJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * plannr_journal_mark:
 * @self: a journal
 * @id: a row that is written as %PLANNR_STATE_QUEUED
 * @now: the time, in microseconds since the epoch
 * @on_server: the same by the server's clock; 0 where that is not known
 * @error: what is the matter
 *
 * Writes down that the row's bytes are about to leave, and waits until that is on the disk: about
 * half a millisecond.
 *
 * Returns: whether it is; where it is not, nothing may leave
 */
gboolean
plannr_journal_mark (
    PlannrJournal *self, const char *id, gint64 now, gint64 on_server, GError **error)
{
  PlannrJournalJob *job = NULL;
  gboolean good;

  g_return_val_if_fail (PLANNR_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  job = plannr_journal_job_new (plannr_journal_job_mark);
  g_atomic_int_inc (&job->n_references);
  job->text = g_strdup (id);
  job->now = now;
  job->on_server = on_server;
  push (self, job);

  plannr_journal_job_wait (job, 0);
  good = job->good;
  if (!good)
    g_propagate_error (error, g_steal_pointer (&job->error));
  plannr_journal_job_unref (job);

  return good;
}

/**
 * plannr_journal_read_answer_async:
 * @self: a journal
 * @id: a row
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the case that a row has become, as Plannr last showed it.
 */
void
plannr_journal_read_answer_async (PlannrJournal *self,
                                  const char *id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  PlannrJournalJob *job = NULL;

  g_return_if_fail (PLANNR_IS_JOURNAL (self));
  g_return_if_fail (id != NULL);

  job = plannr_journal_job_new (plannr_journal_job_read_answer);
  job->text = g_strdup (id);
  push_task (self, job, plannr_journal_read_answer_async, cancellable, callback, user_data);
}

/**
 * plannr_journal_read_answer_finish:
 * @self: a journal
 * @result: the result
 * @error: what is the matter with the disk
 *
 * Returns: (transfer full) (nullable): the answer; %NULL without @error where there is none
 */
GBytes *
plannr_journal_read_answer_finish (PlannrJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_journal_find_past_async:
 * @self: a journal
 * @text: (nullable): words to find in the names of the cases and their people; %NULL for all
 * @before: a time, in microseconds since the epoch
 * @limit: how many to look at
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds, of the newest @limit cases that were created before @before, those with @text, and the oldest
 * of them in any case, which says where to go on; the newest first. A mark may have to wait for it: to
 * look at 200 takes 4 ms.
 */
void
plannr_journal_find_past_async (PlannrJournal *self,
                                const char *text,
                                gint64 before,
                                guint limit,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  PlannrJournalJob *job = NULL;

  g_return_if_fail (PLANNR_IS_JOURNAL (self));

  job = plannr_journal_job_new (plannr_journal_job_find_past);
  job->text = g_strdup (text);
  job->now = before;
  job->limit = limit;
  push_task (self, job, plannr_journal_find_past_async, cancellable, callback, user_data);
}

/**
 * plannr_journal_find_past_finish:
 * @self: a journal
 * @result: the result
 * @error: what is the matter with the disk
 *
 * Returns: (transfer full) (nullable) (element-type PlannrEntry): the rows
 */
GPtrArray *
plannr_journal_find_past_finish (PlannrJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_journal_flush:
 * @self: a journal
 * @milliseconds: how long to wait at most
 *
 * Waits until all that it was told is on the disk, or could not be written.
 *
 * Returns: whether it has come to that
 */
gboolean
plannr_journal_flush (PlannrJournal *self, guint milliseconds)
{
  PlannrJournalJob *job = NULL;
  gboolean ended;

  g_return_val_if_fail (PLANNR_IS_JOURNAL (self), FALSE);

  if (self->thread == NULL)
    return TRUE;

  job = plannr_journal_job_new (plannr_journal_job_nothing);
  g_atomic_int_inc (&job->n_references);
  push (self, job);
  ended = plannr_journal_job_wait (job, milliseconds);
  plannr_journal_job_unref (job);

  return ended;
}
