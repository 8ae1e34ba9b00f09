/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-recorder.h"

#include "plannr-error.h"

#include "plannr-submission-private.h"

/* How long to wait for the disk before the application ends all the same, in milliseconds. */
#define LAST_WAIT 5000

/**
 * PlannrRecorder:
 *
 * Keeps the journal in step with the submissions. What can't be written now is kept in memory and
 * tried again: the disk may have room by then, or the other place where the file is open may have
 * closed it.
 */
struct _PlannrRecorder
{
  GObject parent_instance;

  PlannrSchedule *schedule; /* (owned) */
  PlannrJournal *journal;   /* (owned) (nullable) */
  gboolean is_opening;
  gboolean is_open;
  GError *trouble; /* (owned) (nullable) */
  char *moved_to;
  GHashTable *unwritten; /* of owned PlannrSubmission: what has changed since it was written */
  GHashTable *settling;  /* of owned PlannrSubmission: what is being written as it is about to be */
  GQueue waiting;        /* of owned GTask: what waits for the journal to be open */
  guint save_timeout;
  guint retry_timeout;
  guint n_failures;
};

/* What is written for somebody who waits for it. */
typedef struct
{
  PlannrSubmission *submission; /* (owned) */
  PlannrState state;
  PlannrCase *record; /* (owned) (nullable) */
} Writing;

G_DEFINE_FINAL_TYPE (PlannrRecorder, plannr_recorder, G_TYPE_OBJECT)

enum
{
  OPENED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void write_one (PlannrRecorder *self, PlannrSubmission *submission);

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->submission);
  g_clear_object (&writing->record);
  g_free (writing);
}

static void
write_all (PlannrRecorder *self)
{
  g_autoptr (GList) submissions = g_hash_table_get_keys (self->unwritten);

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  for (GList *l = submissions; l != NULL; l = l->next)
    write_one (self, l->data);
}

static void open_journal (PlannrRecorder *self);

static gboolean
retry_cb (gpointer user_data)
{
  PlannrRecorder *self = user_data;

  self->retry_timeout = 0;
  if (self->is_open)
    write_all (self);
  else
    open_journal (self);

  return G_SOURCE_REMOVE;
}

static void
set_trouble (PlannrRecorder *self, const GError *trouble)
{
  gboolean changed = (trouble != NULL) != (self->trouble != NULL)
                     || (trouble != NULL && trouble->code != self->trouble->code);

  if (trouble == NULL)
    {
      self->n_failures = 0;
      g_clear_handle_id (&self->retry_timeout, g_source_remove);
    }
  else if (self->retry_timeout == 0
           && !g_error_matches (trouble, PLANNR_ERROR, PLANNR_ERROR_FILE_NEWER))
    self->retry_timeout =
        g_timeout_add (plannr_schedule_get_back_off (self->schedule, ++self->n_failures), retry_cb,
                       self);

  if (!changed)
    return;

  g_clear_error (&self->trouble);
  self->trouble = trouble != NULL ? g_error_copy (trouble) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
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

  set_trouble (self, NULL);
  write_all (self);
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
      set_trouble (self, error);
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
static void
end_waiting (PlannrRecorder *self, const GError *error)
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

static void
revive (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GPtrArray *entries = task_data;
  GPtrArray *rows = g_ptr_array_new_full (entries->len, g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (rows, plannr_submission_new_from_entry (g_ptr_array_index (entries, i)));

  g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static void
revived_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannrRecorder *self = PLANNR_RECORDER (source);
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_opening = FALSE;
  if (self->journal == NULL)
    return;

  self->is_open = TRUE;
  set_trouble (self, NULL);
  g_signal_emit (self, signals[OPENED], 0, g_task_get_task_data (G_TASK (result)), rows);
  write_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
  end_waiting (self, NULL);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrRecorder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  GPtrArray *entries = NULL;

  g_free (self->moved_to);
  entries = plannr_journal_open_finish (PLANNR_JOURNAL (source), result, &self->moved_to, &error);
  if (entries == NULL)
    {
      self->is_opening = FALSE;
      set_trouble (self, error);
      end_waiting (self, error);
      return;
    }

  /* A thousand of them take longer than a window may stand still. */
  task = g_task_new (self, NULL, revived_cb, NULL);
  g_task_set_source_tag (task, revive);
  g_task_set_task_data (task, entries, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, revive);
}

static void
open_journal (PlannrRecorder *self)
{
  if (self->is_opening)
    return;

  self->is_opening = TRUE;
  plannr_journal_open_async (self->journal, NULL, open_cb, g_object_ref (self));
}

static gboolean
save_cb (gpointer user_data)
{
  PlannrRecorder *self = user_data;

  self->save_timeout = 0;
  write_all (self);

  return G_SOURCE_REMOVE;
}

static void
plannr_recorder_dispose (GObject *object)
{
  PlannrRecorder *self = PLANNR_RECORDER (object);

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  g_clear_handle_id (&self->retry_timeout, g_source_remove);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (plannr_recorder_parent_class)->dispose (object);
}

static void
plannr_recorder_finalize (GObject *object)
{
  PlannrRecorder *self = PLANNR_RECORDER (object);

  g_clear_object (&self->schedule);
  g_clear_error (&self->trouble);
  g_free (self->moved_to);
  g_hash_table_unref (self->unwritten);
  g_hash_table_unref (self->settling);

  G_OBJECT_CLASS (plannr_recorder_parent_class)->finalize (object);
}

static void
plannr_recorder_class_init (PlannrRecorderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_recorder_dispose;
  object_class->finalize = plannr_recorder_finalize;

  /**
   * PlannrRecorder::opened:
   * @entries: (element-type PlannrEntry): what is in the journal
   * @rows: (element-type PlannrSubmission): the same, as it goes on from here
   *
   * The journal is open, and what was written down before is here.
   */
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_PTR_ARRAY);

  /**
   * PlannrRecorder::changed:
   *
   * Whether it can write, or why it can't, has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_recorder_init (PlannrRecorder *self)
{
  self->unwritten = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->settling = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_queue_init (&self->waiting);
}

/**
 * plannr_recorder_new:
 * @schedule: how long to wait for what
 *
 * Returns: (transfer full): a recorder without a journal
 */
PlannrRecorder *
plannr_recorder_new (PlannrSchedule *schedule)
{
  PlannrRecorder *self = NULL;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (PLANNR_TYPE_RECORDER, NULL);
  self->schedule = g_object_ref (schedule);

  return self;
}

/**
 * plannr_recorder_open:
 * @self: a recorder without a journal
 * @journal: the journal to keep
 *
 * Opens the journal, however often it takes. What is to be written until then waits.
 */
void
plannr_recorder_open (PlannrRecorder *self, PlannrJournal *journal)
{
  g_return_if_fail (PLANNR_IS_RECORDER (self));
  g_return_if_fail (self->journal == NULL);

  self->journal = g_object_ref (journal);
  open_journal (self);
}

/**
 * plannr_recorder_get_journal:
 * Returns: (transfer none) (nullable): the journal, once there is one and it is open
 */
PlannrJournal *
plannr_recorder_get_journal (PlannrRecorder *self)
{
  g_return_val_if_fail (PLANNR_IS_RECORDER (self), NULL);

  return self->is_open ? self->journal : NULL;
}

/**
 * plannr_recorder_get_trouble:
 * Returns: (transfer none) (nullable): why what a person writes is in memory alone
 */
const GError *
plannr_recorder_get_trouble (PlannrRecorder *self)
{
  g_return_val_if_fail (PLANNR_IS_RECORDER (self), NULL);

  return self->trouble;
}

/**
 * plannr_recorder_get_moved_to:
 * Returns: (transfer none) (nullable) (type filename): where a journal that was broken has been moved
 */
const char *
plannr_recorder_get_moved_to (PlannrRecorder *self)
{
  g_return_val_if_fail (PLANNR_IS_RECORDER (self), NULL);

  return self->moved_to;
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
      set_trouble (self, why);
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

  write_all (self);
}

/**
 * plannr_recorder_try_now:
 * @self: a recorder that can't write
 *
 * Tries again without waiting.
 */
void
plannr_recorder_try_now (PlannrRecorder *self)
{
  g_return_if_fail (PLANNR_IS_RECORDER (self));

  g_clear_handle_id (&self->retry_timeout, g_source_remove);
  retry_cb (self);
}

static gboolean
stop_waiting_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_CONTINUE;
}

/* A person may have closed a window that has hardly opened. */
static void
wait_for_open (PlannrRecorder *self)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add (LAST_WAIT, stop_waiting_cb, &late);

  while (self->journal != NULL && !self->is_open && self->trouble == NULL && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/**
 * plannr_recorder_flush:
 * @self: a recorder
 *
 * Writes all that has changed and waits for it, for a process that is about to end.
 *
 * Returns: whether the disk was done with it in time
 */
gboolean
plannr_recorder_flush (PlannrRecorder *self)
{
  g_return_val_if_fail (PLANNR_IS_RECORDER (self), FALSE);

  wait_for_open (self);
  write_all (self);

  return self->journal == NULL || plannr_journal_flush (self->journal, LAST_WAIT);
}
