/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-recorder-private.h"

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
G_DEFINE_FINAL_TYPE (PlannrRecorder, plannr_recorder, G_TYPE_OBJECT)

enum
{
  OPENED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void open_journal (PlannrRecorder *self);

static gboolean
retry_cb (gpointer user_data)
{
  PlannrRecorder *self = user_data;

  self->retry_timeout = 0;
  if (self->is_open)
    plannr_recorder_write_all (self);
  else
    open_journal (self);

  return G_SOURCE_REMOVE;
}

void
plannr_recorder_set_trouble (PlannrRecorder *self, const GError *trouble)
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
  plannr_recorder_set_trouble (self, NULL);
  g_signal_emit (self, signals[OPENED], 0, g_task_get_task_data (G_TASK (result)), rows);
  plannr_recorder_write_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
  plannr_recorder_end_waiting (self, NULL);
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
      plannr_recorder_set_trouble (self, error);
      plannr_recorder_end_waiting (self, error);
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
  plannr_recorder_write_all (self);

  return self->journal == NULL || plannr_journal_flush (self->journal, LAST_WAIT);
}
