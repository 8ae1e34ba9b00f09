/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-recorder-private.h"

#include "plannr-error.h"
#include "plannr-submission-private.h"

/* What is written for somebody who waits for it. */
typedef struct
{
  PlannrSubmission *submission; /* (owned) */
  PlannrState state;
  PlannrCase *record; /* (owned) (nullable) */
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->submission);
  g_clear_object (&writing->record);
  g_free (writing);
}

static void write_one (PlannrRecorder *self, PlannrSubmission *submission);

void
plannr_recorder_write_all (PlannrRecorder *self)
{
  g_autoptr (GList) submissions = g_hash_table_get_keys (self->unwritten);

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  for (GList *l = submissions; l != NULL; l = l->next)
    write_one (self, l->data);
}

/* A row of the journal as it was when it was given to the disk: what has changed since is not on
 * it. */
static void
written (PlannrRecorder *self, PlannrSubmission *submission, guint revision)
{
  if (plannr_submission_get_revision (submission) != revision)
    return;

  g_hash_table_remove (self->unwritten, submission);
  plannr_submission_set_saved (submission, TRUE);
}

typedef struct
{
  PlannrRecorder *self;         /* (owned) */
  PlannrSubmission *submission; /* (owned) */
  guint revision;
  gboolean has_news;
  GTask *task; /* (owned) (nullable) */
} Pending;

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->submission);
  g_clear_object (&pending->task);
  g_object_unref (pending->self);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

/* What one row could do the others can, too. */
static void
recover (PlannrRecorder *self)
{
  if (self->trouble == NULL)
    return;

  plannr_recorder_set_trouble (self, NULL);
  plannr_recorder_write_all (self);
}

static void
write_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  PlannrRecorder *self = pending->self;
  g_autoptr (GError) error = NULL;

  if (pending->task != NULL)
    g_hash_table_remove (self->settling, pending->submission);

  if (plannr_journal_write_finish (PLANNR_JOURNAL (source), result, &error))
    {
      if (pending->has_news)
        plannr_passage_forget_news (plannr_submission_get_passage (pending->submission));
      written (self, pending->submission, pending->revision);
      recover (self);
      if (pending->task != NULL)
        g_task_return_boolean (pending->task, TRUE);
      return;
    }

  if (!g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_TAKEN))
    {
      g_hash_table_add (self->unwritten, g_object_ref (pending->submission));
      plannr_submission_set_saved (pending->submission, FALSE);
      plannr_recorder_set_trouble (self, error);
    }
  if (pending->task != NULL)
    g_task_return_error (pending->task, g_steal_pointer (&error));
}

static void
write_entry (PlannrRecorder *self, PlannrSubmission *submission, PlannrEntry *entry, GTask *task)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->self = g_object_ref (self);
  pending->submission = g_object_ref (submission);
  pending->revision = plannr_submission_get_revision (submission);
  pending->has_news = entry->ended || entry->decision != NULL || entry->answer != NULL;
  pending->task = task;

  plannr_journal_write_async (self->journal, entry, NULL, write_cb, pending);
}

static void
write_one (PlannrRecorder *self, PlannrSubmission *submission)
{
  /* As it is now is older than as it is about to be. */
  if (!self->is_open || g_hash_table_contains (self->settling, submission))
    return;

  write_entry (self, submission,
               plannr_submission_to_entry (submission, plannr_submission_get_state (submission),
                                           NULL),
               NULL);
}

static void
write_for (PlannrRecorder *self, GTask *task)
{
  Writing *writing = g_task_get_task_data (task);

  g_hash_table_add (self->settling, g_object_ref (writing->submission));
  write_entry (self, writing->submission,
               plannr_submission_to_entry (writing->submission, writing->state, writing->record),
               task);
}

/* What waited for the journal is written now, or kept in memory where it did not open. */
void
plannr_recorder_end_waiting (PlannrRecorder *self, const GError *error)
{
  while (!g_queue_is_empty (&self->waiting))
    {
      GTask *task = g_queue_pop_head (&self->waiting);

      if (self->is_open)
        write_for (self, task);
      else
        {
          Writing *writing = g_task_get_task_data (task);

          g_hash_table_add (self->unwritten, g_object_ref (writing->submission));
          g_task_return_error (task, g_error_copy (error));
          g_object_unref (task);
        }
    }
}

static gboolean
save_cb (gpointer user_data)
{
  PlannrRecorder *self = user_data;

  self->save_timeout = 0;
  plannr_recorder_write_all (self);

  return G_SOURCE_REMOVE;
}

/**
 * plannr_recorder_touch:
 * @self: a recorder
 * @submission: one that a person is changing
 *
 * Writes it down within a second, with whatever else they change by then.
 */
void
plannr_recorder_touch (PlannrRecorder *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_RECORDER (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  g_hash_table_add (self->unwritten, g_object_ref (submission));
  if (self->save_timeout == 0)
    self->save_timeout = g_timeout_add (plannr_schedule_get_save (self->schedule), save_cb, self);
}

/**
 * plannr_recorder_write:
 * @self: a recorder
 * @submission: one that is in another state than before
 *
 * Writes it down now. What is written later is on the disk later.
 */
void
plannr_recorder_write (PlannrRecorder *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_RECORDER (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  g_hash_table_add (self->unwritten, g_object_ref (submission));
  write_one (self, submission);
}

/**
 * plannr_recorder_write_as_async:
 * @self: a recorder
 * @submission: one that is about to go on
 * @state: where to
 * @record: (nullable): the case that it becomes
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Writes down what is about to become of a submission, before it does.
 */
void
plannr_recorder_write_as_async (PlannrRecorder *self,
                                PlannrSubmission *submission,
                                PlannrState state,
                                PlannrCase *record,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = NULL;
  Writing *writing = NULL;

  g_return_if_fail (PLANNR_IS_RECORDER (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  writing = g_new0 (Writing, 1);
  writing->submission = g_object_ref (submission);
  writing->state = state;
  g_set_object (&writing->record, record);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, plannr_recorder_write_as_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);

  if (self->is_open)
    write_for (self, task);
  else
    g_queue_push_tail (&self->waiting, task);
}

/**
 * plannr_recorder_write_as_finish:
 * @self: a recorder
 * @result: the result
 * @error: %PLANNR_ERROR_TAKEN where the case belongs to another submission; or why it is in memory
 *   alone for now, and will be written when that is over
 *
 * Returns: whether it is written
 */
gboolean
plannr_recorder_write_as_finish (PlannrRecorder *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * plannr_recorder_is_settling:
 * @self: a recorder
 * @submission: a submission
 *
 * Returns: whether what is about to become of it is being written
 */
gboolean
plannr_recorder_is_settling (PlannrRecorder *self, PlannrSubmission *submission)
{
  g_return_val_if_fail (PLANNR_IS_RECORDER (self), FALSE);

  return g_hash_table_contains (self->settling, submission);
}

/**
 * plannr_recorder_mark:
 * @self: a recorder
 * @submission: one whose bytes are about to leave
 * @offset: by how much the server's clock is ahead of this computer's, in microseconds; 0 where that
 *   is not known
 * @error: what is the matter with the disk
 *
 * Writes that down, and waits until it is on the disk.
 *
 * Returns: whether it is; where it is not, nothing may leave
 */
gboolean
plannr_recorder_mark (PlannrRecorder *self,
                      PlannrSubmission *submission,
                      gint64 offset,
                      GError **error)
{
  gint64 now = g_get_real_time ();
  gint64 on_server = offset != 0 ? now + offset : 0;
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (PLANNR_IS_RECORDER (self), FALSE);
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (submission), FALSE);

  if (!self->is_open)
    {
      if (error != NULL)
        *error = self->trouble != NULL ? g_error_copy (self->trouble)
                                       : g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_DISK,
                                                              "The journal is not open yet");
      return FALSE;
    }

  if (!plannr_journal_mark (self->journal, plannr_submission_get_id (submission), now, on_server,
                            &why))
    {
      plannr_recorder_set_trouble (self, why);
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  plannr_passage_mark (plannr_submission_get_passage (submission), now, on_server);

  return TRUE;
}

/**
 * plannr_recorder_save:
 * @self: a recorder
 *
 * Gives all that has changed to the disk, now.
 */
void
plannr_recorder_save (PlannrRecorder *self)
{
  g_return_if_fail (PLANNR_IS_RECORDER (self));

  plannr_recorder_write_all (self);
}
