/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-sender.h"

#include "plannr-outcome.h"
#include "plannr-submission-private.h"

/**
 * PlannrSender:
 *
 * Takes submissions to Plannr, one after the other, in the order in which they came. What holds one
 * up, a lost network or a token that does not work, holds up all. Where an attempt is the last one
 * for now it emits #PlannrSender::ended.
 */
struct _PlannrSender
{
  GObject parent_instance;

  PlannrSchedule *schedule; /* (owned) */
  PlannrRecorder *recorder; /* (owned) */
  PlannrApi *api;           /* (owned) (nullable) */
  GQueue queue;             /* of owned PlannrSubmission, all of them QUEUED */

  PlannrSubmission *sending; /* (owned) (nullable) */
  gboolean on_wire;
  GError *unmarked;          /* (owned) (nullable): why it could not be marked */
  GCancellable *cancellable; /* (owned) (nullable), of the attempt */

  PlannrWait wait;
  gint64 until;
  GError *trouble; /* (owned) (nullable) */
  guint n_failures;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (PlannrSender, plannr_sender, G_TYPE_OBJECT)

enum
{
  CHANGED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void send_next (PlannrSender *self);

static gboolean
timeout_cb (gpointer user_data)
{
  PlannrSender *self = user_data;

  self->timeout = 0;
  send_next (self);

  return G_SOURCE_REMOVE;
}

/* What can't be written down is not sent, and waits for that where it waits for nothing else. */
static void
tell (PlannrSender *self, PlannrSubmission *submission)
{
  gboolean disk =
      self->wait == PLANNR_WAIT_NOTHING && plannr_recorder_get_trouble (self->recorder) != NULL;

  plannr_submission_set_wait (submission, disk ? PLANNR_WAIT_DISK : self->wait, self->until);
}

static void
set_wait (PlannrSender *self, PlannrWait wait, guint milliseconds, const GError *trouble)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->until = 0;
  if (wait == PLANNR_WAIT_NETWORK || wait == PLANNR_WAIT_BUSY || wait == PLANNR_WAIT_DISK)
    {
      self->until = g_get_real_time () + (gint64) milliseconds * 1000;
      self->timeout = g_timeout_add (milliseconds, timeout_cb, self);
    }

  g_clear_error (&self->trouble);
  self->trouble = trouble != NULL ? g_error_copy (trouble) : NULL;
  self->wait = wait;

  plannr_sender_tell (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
enqueue (PlannrSender *self, PlannrSubmission *submission, gboolean first)
{
  tell (self, submission);
  plannr_submission_set_state (submission, PLANNR_STATE_QUEUED);
  if (first)
    g_queue_push_head (&self->queue, g_object_ref (submission));
  else
    g_queue_push_tail (&self->queue, g_object_ref (submission));
}

/* Nothing was made: the same submission is the first to be tried again. */
static void
hold (PlannrSender *self, PlannrSubmission *submission, PlannrWait wait, const GError *error)
{
  guint milliseconds = 0;

  if (wait == PLANNR_WAIT_NETWORK || wait == PLANNR_WAIT_DISK)
    milliseconds = plannr_schedule_get_back_off (self->schedule, ++self->n_failures);
  else if (wait == PLANNR_WAIT_BUSY)
    milliseconds = plannr_schedule_get_retry_after (self->schedule,
                                                    plannr_error_get_details (error)->retry_after);

  plannr_submission_set_error (submission, error);
  enqueue (self, submission, TRUE);
  plannr_recorder_write (self->recorder, submission);
  set_wait (self, wait, milliseconds, error);
}

static gboolean
mark_cb (gpointer user_data)
{
  PlannrSender *self = user_data;

  if (g_cancellable_is_cancelled (self->cancellable) || self->api == NULL)
    return FALSE;

  /* This waits for the disk. What is not written down is not sent. */
  if (!plannr_recorder_mark (self->recorder, self->sending, plannr_api_get_clock_offset (self->api),
                             &self->unmarked))
    return FALSE;

  self->on_wire = TRUE;
  plannr_submission_set_state (self->sending, PLANNR_STATE_ON_WIRE);

  return TRUE;
}

static void
create_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrSender) self = user_data;
  g_autoptr (PlannrSubmission) submission = g_steal_pointer (&self->sending);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrCase) record =
      plannr_api_create_case_finish (PLANNR_API (source), result, &error);
  g_autoptr (GError) unmarked = g_steal_pointer (&self->unmarked);
  PlannrOutcome outcome = { PLANNR_STATE_CREATED, PLANNR_WAIT_NOTHING };

  g_clear_object (&self->cancellable);
  if (self->on_wire)
    plannr_passage_take_receipt (plannr_submission_get_passage (submission),
                                 plannr_api_get_receipt (result), TRUE);

  if (self->on_wire && self->wait != PLANNR_WAIT_NOTHING && self->wait != PLANNR_WAIT_SIGN_IN)
    set_wait (self, PLANNR_WAIT_NOTHING, 0, NULL);
  if (self->on_wire)
    self->n_failures = 0;

  if (record == NULL)
    outcome = plannr_outcome_judge (error, self->on_wire);
  if (unmarked != NULL)
    hold (self, submission, PLANNR_WAIT_DISK, unmarked);
  else if (!self->on_wire && self->api == NULL)
    hold (self, submission, PLANNR_WAIT_SIGN_IN, NULL);
  else if (outcome.state == PLANNR_STATE_QUEUED)
    hold (self, submission, outcome.wait, error);
  else
    g_signal_emit (self, signals[ENDED], 0, submission, outcome.state, record, error);

  /* That an old token was refused says nothing about the one that took its place. */
  if (self->wait == PLANNR_WAIT_SIGN_IN && self->api != NULL && self->api != PLANNR_API (source))
    set_wait (self, PLANNR_WAIT_NOTHING, 0, NULL);

  if (self->wait == PLANNR_WAIT_NOTHING)
    send_next (self);
}

static void
send_next (PlannrSender *self)
{
  if (self->sending != NULL || self->api == NULL || self->timeout != 0
      || self->wait == PLANNR_WAIT_SIGN_IN || g_queue_is_empty (&self->queue)
      || plannr_recorder_get_journal (self->recorder) == NULL)
    return;

  self->sending = g_queue_pop_head (&self->queue);
  self->on_wire = FALSE;
  self->cancellable = g_cancellable_new ();
  plannr_submission_set_state (self->sending, PLANNR_STATE_CONNECTING);

  plannr_api_create_case_async (self->api, plannr_submission_get_passage (self->sending)->body,
                                mark_cb, self, self->cancellable, create_cb, g_object_ref (self));
}

static void
plannr_sender_dispose (GObject *object)
{
  PlannrSender *self = PLANNR_SENDER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->queue, g_object_unref);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_sender_parent_class)->dispose (object);
}

static void
plannr_sender_finalize (GObject *object)
{
  PlannrSender *self = PLANNR_SENDER (object);

  g_clear_object (&self->schedule);
  g_clear_object (&self->recorder);
  g_clear_error (&self->unmarked);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->trouble);

  G_OBJECT_CLASS (plannr_sender_parent_class)->finalize (object);
}

static void
plannr_sender_class_init (PlannrSenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_sender_dispose;
  object_class->finalize = plannr_sender_finalize;

  /**
   * PlannrSender::changed:
   *
   * What it waits for, until when, or why has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlannrSender::ended:
   * @submission: the submission, still in the state that the attempt left it in
   * @state: where it goes
   * @record: (nullable): the case, with %PLANNR_STATE_CREATED
   * @error: (nullable): how the attempt ended otherwise
   *
   * An attempt has ended, and is not to be made again by itself.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 4, PLANNR_TYPE_SUBMISSION,
                                 PLANNR_TYPE_STATE, PLANNR_TYPE_CASE, G_TYPE_ERROR);
}

static void
plannr_sender_init (PlannrSender *self)
{
  g_queue_init (&self->queue);
}

/**
 * plannr_sender_new:
 * @schedule: how long to wait for what
 * @recorder: writes down what is about to be sent
 *
 * Returns: (transfer full): a sender that has no way to Plannr yet
 */
PlannrSender *
plannr_sender_new (PlannrSchedule *schedule, PlannrRecorder *recorder)
{
  PlannrSender *self = NULL;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (PLANNR_TYPE_SENDER, NULL);
  self->schedule = g_object_ref (schedule);
  self->recorder = g_object_ref (recorder);

  return self;
}

/**
 * plannr_sender_set_api:
 * @self: a sender
 * @api: (nullable): how to speak to Plannr; with %NULL everything waits for a sign-in
 */
void
plannr_sender_set_api (PlannrSender *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_SENDER (self));

  if (!g_set_object (&self->api, api))
    return;

  if (api == NULL)
    set_wait (self, PLANNR_WAIT_SIGN_IN, 0, NULL);
  else
    plannr_sender_resume (self);
}

/**
 * plannr_sender_get_wait:
 * Returns: what holds it up
 */
PlannrWait
plannr_sender_get_wait (PlannrSender *self)
{
  g_return_val_if_fail (PLANNR_IS_SENDER (self), PLANNR_WAIT_NOTHING);

  return self->wait;
}

/**
 * plannr_sender_get_until:
 * Returns: when it tries again, in microseconds of g_get_real_time(); 0 where it does not by itself
 */
gint64
plannr_sender_get_until (PlannrSender *self)
{
  g_return_val_if_fail (PLANNR_IS_SENDER (self), 0);

  return self->until;
}

/**
 * plannr_sender_get_trouble:
 * Returns: (transfer none) (nullable): why it is held up
 */
const GError *
plannr_sender_get_trouble (PlannrSender *self)
{
  g_return_val_if_fail (PLANNR_IS_SENDER (self), NULL);

  return self->trouble;
}

/**
 * plannr_sender_get_n_unsent:
 * Returns: how many submissions wait or are on their way
 */
guint
plannr_sender_get_n_unsent (PlannrSender *self)
{
  g_return_val_if_fail (PLANNR_IS_SENDER (self), 0);

  return self->queue.length + (self->sending != NULL);
}

/**
 * plannr_sender_send:
 * @self: a sender
 * @submission: one that is, or may become, %PLANNR_STATE_QUEUED, with the bytes to be sent
 *
 * Sends @submission when its turn comes.
 */
void
plannr_sender_send (PlannrSender *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_SENDER (self));

  plannr_submission_set_error (submission, NULL);
  enqueue (self, submission, FALSE);
  send_next (self);
}

/**
 * plannr_sender_cancel:
 * @self: a sender
 * @submission: one that waits or is on its way
 *
 * What waits is a draft again; an attempt under way is ended, and judged by whether it had left.
 */
void
plannr_sender_cancel (PlannrSender *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_SENDER (self));

  if (submission == self->sending)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }

  if (!g_queue_remove (&self->queue, submission))
    return;

  plannr_submission_set_error (submission, NULL);
  plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
  plannr_recorder_write (self->recorder, submission);
  g_object_unref (submission);
  if (plannr_sender_get_n_unsent (self) == 0 && self->wait != PLANNR_WAIT_SIGN_IN)
    set_wait (self, PLANNR_WAIT_NOTHING, 0, NULL);
}

/**
 * plannr_sender_sign_out:
 * @self: a sender
 * @error: how it turned out that the token does not work
 *
 * Sends nothing more until there is another way to Plannr.
 */
void
plannr_sender_sign_out (PlannrSender *self, const GError *error)
{
  g_return_if_fail (PLANNR_IS_SENDER (self));

  set_wait (self, PLANNR_WAIT_SIGN_IN, 0, error);
}

/**
 * plannr_sender_resume:
 * @self: a sender
 *
 * Waits no longer.
 */
void
plannr_sender_resume (PlannrSender *self)
{
  g_return_if_fail (PLANNR_IS_SENDER (self));

  set_wait (self, PLANNR_WAIT_NOTHING, 0, NULL);
  send_next (self);
}

/**
 * plannr_sender_tell:
 * @self: a sender
 *
 * Says to all that wait what for, as it is now.
 */
void
plannr_sender_tell (PlannrSender *self)
{
  g_return_if_fail (PLANNR_IS_SENDER (self));

  for (GList *l = self->queue.head; l != NULL; l = l->next)
    tell (self, l->data);
}
