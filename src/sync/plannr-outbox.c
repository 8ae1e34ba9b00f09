/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-outbox.h"

#include "plannr-reconciler.h"
#include "plannr-sender.h"
#include "plannr-submission-private.h"

/**
 * PlannrOutbox:
 *
 * Every case that a person has begun, a #GListModel of #PlannrSubmission: what may become of each,
 * the one sender that takes them to Plannr, and those who look up what may have arrived.
 */
struct _PlannrOutbox
{
  GObject parent_instance;

  PlannrSchedule *schedule;     /* (owned) */
  PlannrRecorder *recorder;     /* (owned) */
  PlannrReconciler *reconciler; /* (owned) */
  PlannrSender *sender;         /* (owned) */
  PlannrApi *api;               /* (owned) (nullable) */
  GListStore *rows;             /* (owned), of PlannrSubmission */
  guint undo_seconds;
  guint hold_timeout;
  gboolean monitoring;
};

enum
{
  PROP_0,
  PROP_WAIT,
  PROP_UNTIL,
  PROP_TROUBLE,
  N_PROPS
};

enum
{
  OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void plannr_outbox_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannrOutbox,
                               plannr_outbox,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      plannr_outbox_list_model_init))

static gboolean
is_taken (const char *uuid, gpointer user_data)
{
  PlannrOutbox *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (g_strcmp0 (plannr_submission_get_case_uuid (row), uuid) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What was refused is a draft again as soon as something is done about it. */
static void
to_draft (PlannrSubmission *submission)
{
  if (plannr_submission_get_state (submission) != PLANNR_STATE_REFUSED)
    return;

  plannr_submission_set_error (submission, NULL);
  plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
}

static void
edited_cb (PlannrSubmission *submission, gpointer user_data)
{
  PlannrOutbox *self = user_data;

  to_draft (submission);
  if (!g_list_store_find (self->rows, submission, NULL))
    {
      if (plannr_case_draft_get_blank (plannr_submission_get_draft (submission)))
        return;
      g_list_store_insert (self->rows, 0, submission);
    }
  plannr_recorder_touch (self->recorder, submission);
}

static void
ended_cb (PlannrOutbox *self,
          PlannrSubmission *submission,
          PlannrState state,
          PlannrCase *record,
          const GError *error)
{
  plannr_reconciler_settle (self->reconciler, submission, state, record,
                            state == PLANNR_STATE_DRAFT ? NULL : error);
}

static void
notify_all (PlannrOutbox *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
recorder_changed_cb (PlannrOutbox *self)
{
  PlannrWait wait = plannr_sender_get_wait (self->sender);

  if (plannr_recorder_get_trouble (self->recorder) == NULL
      && (wait == PLANNR_WAIT_DISK || wait == PLANNR_WAIT_NOTHING))
    plannr_sender_resume (self->sender);
  notify_all (self);
}

static gboolean send_held_cb (gpointer user_data);

/* Those that may still be taken back wait for the first of their times. */
static void
wait_for_held (PlannrOutbox *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gint64 next = G_MAXINT64;

  g_clear_handle_id (&self->hold_timeout, g_source_remove);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (plannr_submission_get_wait (row) == PLANNR_WAIT_UNDO)
        next = MIN (next, plannr_submission_get_held_until (row));
    }

  if (next != G_MAXINT64)
    self->hold_timeout = g_timeout_add ((guint) CLAMP ((next - g_get_real_time ()) / 1000 + 1, 0,
                                                       PLANNR_MAX_UNDO * 1000),
                                        send_held_cb, self);
}

static gboolean
send_held_cb (gpointer user_data)
{
  PlannrOutbox *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  self->hold_timeout = 0;
  /* From the oldest to the newest. */
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i - 1);

      if (plannr_submission_get_wait (row) == PLANNR_WAIT_UNDO
          && plannr_submission_get_held_until (row) <= g_get_real_time ())
        plannr_sender_send (self->sender, row);
    }
  wait_for_held (self);

  return G_SOURCE_REMOVE;
}

/* A clock that was put back must not hold a case for longer than the person was told. */
static void
hold_or_send (PlannrOutbox *self, PlannrSubmission *submission)
{
  gint64 held_until = plannr_submission_get_held_until (submission);
  gint64 now = g_get_real_time ();

  if (held_until > now && held_until <= now + PLANNR_MAX_UNDO * G_USEC_PER_SEC)
    {
      plannr_submission_set_wait (submission, PLANNR_WAIT_UNDO, held_until);
      wait_for_held (self);
    }
  else
    plannr_sender_send (self->sender, submission);
}

static gint
compare_turns (gconstpointer a, gconstpointer b)
{
  gint64 first = plannr_submission_get_queued_at (*(PlannrSubmission *const *) a);
  gint64 second = plannr_submission_get_queued_at (*(PlannrSubmission *const *) b);

  return (first > second) - (first < second);
}

static void
go_on (PlannrOutbox *self, PlannrSubmission *submission)
{
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_QUEUED:
      hold_or_send (self, submission);
      break;
    case PLANNR_STATE_ON_WIRE:
      plannr_reconciler_settle (self->reconciler, submission, PLANNR_STATE_CHECKING, NULL, NULL);
      break;
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      plannr_reconciler_check (self->reconciler, submission);
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_CREATED:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      break;
    }
}

/* Everything stands as it stood, and what was on its way goes on, in its order. */
static void
opened_cb (PlannrOutbox *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      PlannrSubmission *row = plannr_submission_new_from_entry (g_ptr_array_index (entries, i));

      g_ptr_array_add (rows, row);
      g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, 0);
    }
  g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0,
                       rows->pdata, rows->len);

  g_ptr_array_sort (rows, compare_turns);
  for (guint i = 0; i < rows->len; i++)
    go_on (self, g_ptr_array_index (rows, i));

  g_signal_emit (self, signals[OPENED], 0);
}

static void
network_changed_cb (PlannrOutbox *self, gboolean available)
{
  if (!available)
    return;
  if (plannr_outbox_get_wait (self) == PLANNR_WAIT_NETWORK)
    plannr_sender_resume (self->sender);
  plannr_reconciler_look_now (self->reconciler);
}

static GType
plannr_outbox_get_item_type (GListModel *model)
{
  return PLANNR_TYPE_SUBMISSION;
}

static guint
plannr_outbox_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PLANNR_OUTBOX (model)->rows));
}

static gpointer
plannr_outbox_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLANNR_OUTBOX (model)->rows), position);
}

static void
plannr_outbox_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plannr_outbox_get_item_type;
  iface->get_n_items = plannr_outbox_get_n_items;
  iface->get_item = plannr_outbox_get_item;
}

static void
plannr_outbox_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrOutbox *self = PLANNR_OUTBOX (object);

  switch (id)
    {
    case PROP_WAIT:
      g_value_set_enum (value, plannr_outbox_get_wait (self));
      break;
    case PROP_UNTIL:
      g_value_set_int64 (value, plannr_outbox_get_until (self));
      break;
    case PROP_TROUBLE:
      g_value_set_boxed (value, plannr_outbox_get_trouble (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_outbox_dispose (GObject *object)
{
  PlannrOutbox *self = PLANNR_OUTBOX (object);

  g_clear_handle_id (&self->hold_timeout, g_source_remove);
  /* What is under way keeps these until it ends; nothing is to follow it. */
  if (self->sender != NULL)
    plannr_sender_set_api (self->sender, NULL);
  if (self->reconciler != NULL)
    g_object_run_dispose (G_OBJECT (self->reconciler));
  if (self->recorder != NULL)
    plannr_recorder_flush (self->recorder);
  g_clear_object (&self->sender);
  g_clear_object (&self->reconciler);
  g_clear_object (&self->recorder);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_outbox_parent_class)->dispose (object);
}

static void
plannr_outbox_finalize (GObject *object)
{
  PlannrOutbox *self = PLANNR_OUTBOX (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (plannr_outbox_parent_class)->finalize (object);
}

static void
plannr_outbox_class_init (PlannrOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plannr_outbox_dispose;
  object_class->finalize = plannr_outbox_finalize;
  object_class->get_property = plannr_outbox_get_property;

  properties[PROP_WAIT] =
      g_param_spec_enum ("wait", NULL, NULL, PLANNR_TYPE_WAIT, PLANNR_WAIT_NOTHING, flags);
  properties[PROP_UNTIL] = g_param_spec_int64 ("until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TROUBLE] = g_param_spec_boxed ("trouble", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrOutbox::opened:
   *
   * What was written down before is in the list.
   */
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_outbox_init (PlannrOutbox *self)
{
  self->rows = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (g_list_model_items_changed),
                            self);
}

/**
 * plannr_outbox_new:
 * @schedule: how long to wait for what
 *
 * Returns: (transfer full): an empty outbox
 */
PlannrOutbox *
plannr_outbox_new (PlannrSchedule *schedule)
{
  PlannrOutbox *self = NULL;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (PLANNR_TYPE_OUTBOX, NULL);
  self->schedule = g_object_ref (schedule);
  self->recorder = plannr_recorder_new (schedule);
  self->sender = plannr_sender_new (schedule, self->recorder);
  self->reconciler = plannr_reconciler_new (schedule, self->recorder, is_taken, self);
  g_signal_connect_object (self->recorder, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "changed", G_CALLBACK (recorder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "changed", G_CALLBACK (notify_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reconciler, "signed-out", G_CALLBACK (plannr_sender_sign_out),
                           self->sender, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_outbox_open:
 * @self: an outbox without a journal
 * @journal: where to keep it
 *
 * Brings back what was written down before, and goes on with it. Until then nothing is sent.
 */
void
plannr_outbox_open (PlannrOutbox *self, PlannrJournal *journal)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_JOURNAL (journal));

  plannr_recorder_open (self->recorder, journal);
}

/**
 * plannr_outbox_set_undo_seconds:
 * @self: an outbox
 * @seconds: for how long a case may be taken back from now on, at most 30; 0 for not at all
 */
void
plannr_outbox_set_undo_seconds (PlannrOutbox *self, guint seconds)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));

  self->undo_seconds = MIN (seconds, PLANNR_MAX_UNDO);
}

/**
 * plannr_outbox_set_api:
 * @self: an outbox
 * @api: (nullable): how to speak to Plannr; %NULL while there is no way yet
 *
 * With a way to Plannr, everything that was waiting for a sign-in goes out.
 */
void
plannr_outbox_set_api (PlannrOutbox *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));

  if (!g_set_object (&self->api, api))
    return;

  if (api != NULL && !self->monitoring)
    {
      self->monitoring = TRUE;
      g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                               G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
    }
  plannr_sender_set_api (self->sender, api);
  plannr_reconciler_set_api (self->reconciler, api);
}

/**
 * plannr_outbox_begin:
 * @self: an outbox
 * @draft: what is to be created
 *
 * It becomes a row of the list as soon as there is anything in it.
 *
 * Returns: (transfer full): a submission of @draft
 */
PlannrSubmission *
plannr_outbox_begin (PlannrOutbox *self, PlannrCaseDraft *draft)
{
  PlannrSubmission *submission = NULL;

  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), NULL);
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), NULL);

  submission = plannr_submission_new (draft);
  g_signal_connect_object (submission, "edited", G_CALLBACK (edited_cb), self, 0);
  edited_cb (submission, self);

  return submission;
}

/* What is sent is fixed here, to the byte, and given to the disk; the sender's mark waits for it. */
static void
queue (PlannrOutbox *self, PlannrSubmission *submission, guint undo_seconds)
{
  g_autoptr (GBytes) body = plannr_api_write_case (plannr_submission_get_draft (submission));
  gint64 held_until = 0;

  if (undo_seconds > 0)
    held_until = g_get_real_time ()
                 + (gint64) plannr_schedule_get_undo (self->schedule, undo_seconds) * 1000;

  to_draft (submission);
  plannr_submission_set_error (submission, NULL);
  plannr_submission_set_body (submission, body, held_until);
  plannr_submission_set_state (submission, PLANNR_STATE_QUEUED);
  plannr_recorder_write (self->recorder, submission);
  hold_or_send (self, submission);
}

/**
 * plannr_outbox_submit:
 * @self: an outbox
 * @submission: a draft, or one that was refused
 *
 * Returns: whether it is on its way now; %FALSE where it was already
 */
gboolean
plannr_outbox_submit (PlannrOutbox *self, PlannrSubmission *submission)
{
  PlannrState state;

  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), FALSE);
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (submission), FALSE);

  state = plannr_submission_get_state (submission);
  if (state != PLANNR_STATE_DRAFT && state != PLANNR_STATE_REFUSED)
    return FALSE;

  queue (self, submission, self->undo_seconds);

  return TRUE;
}

/**
 * plannr_outbox_cancel:
 * @self: an outbox
 * @submission: one that is on its way
 *
 * What has not left is a draft again; what may have left is looked up.
 */
void
plannr_outbox_cancel (PlannrOutbox *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  if (plannr_submission_get_wait (submission) == PLANNR_WAIT_UNDO)
    {
      plannr_submission_set_wait (submission, PLANNR_WAIT_NOTHING, 0);
      plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
      plannr_recorder_write (self->recorder, submission);
      wait_for_held (self);
    }
  else
    plannr_sender_cancel (self->sender, submission);
}

/**
 * plannr_outbox_send_now:
 * @self: an outbox
 * @submission: one that may still be taken back
 *
 * Sends it without waiting any longer.
 */
void
plannr_outbox_send_now (PlannrOutbox *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  if (plannr_submission_get_wait (submission) != PLANNR_WAIT_UNDO)
    return;

  plannr_sender_send (self->sender, submission);
  wait_for_held (self);
}

/**
 * plannr_outbox_discard:
 * @self: an outbox
 * @submission: a draft, or one that was refused
 *
 * Throws it away, so that plannr_outbox_restore() can bring it back.
 */
void
plannr_outbox_discard (PlannrOutbox *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  to_draft (submission);
  if (!plannr_state_may_become (plannr_submission_get_state (submission), PLANNR_STATE_DISCARDED))
    return;

  plannr_submission_set_state (submission, PLANNR_STATE_DISCARDED);
  plannr_recorder_write (self->recorder, submission);
}

/**
 * plannr_outbox_restore:
 * @self: an outbox
 * @submission: one that was discarded
 *
 * Makes it a draft again.
 */
void
plannr_outbox_restore (PlannrOutbox *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  if (plannr_submission_get_state (submission) != PLANNR_STATE_DISCARDED)
    return;

  plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
  plannr_recorder_write (self->recorder, submission);
}

/**
 * plannr_outbox_answer:
 * @self: an outbox
 * @submission: one that is %PLANNR_STATE_ASKING
 * @answer: what the person says
 * @record: (nullable): the case that it is, with %PLANNR_ANSWER_ADOPT
 *
 * Does as the person says; a case that belongs to another submission is not adopted.
 */
void
plannr_outbox_answer (PlannrOutbox *self,
                      PlannrSubmission *submission,
                      PlannrAnswer answer,
                      PlannrCase *record)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  if (plannr_submission_get_state (submission) != PLANNR_STATE_ASKING
      || plannr_recorder_is_settling (self->recorder, submission))
    return;

  switch (answer)
    {
    case PLANNR_ANSWER_KEEP:
      plannr_submission_decide (submission, "keep", FALSE);
      plannr_submission_set_error (submission, NULL);
      plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
      plannr_recorder_write (self->recorder, submission);
      break;
    case PLANNR_ANSWER_SEND:
      plannr_submission_decide (submission, "send", TRUE);
      queue (self, submission, 0);
      break;
    case PLANNR_ANSWER_ADOPT:
      g_return_if_fail (PLANNR_IS_CASE (record));
      /* Where it became another row's since it was offered the question stays. */
      plannr_submission_decide (submission, "adopt", FALSE);
      plannr_reconciler_settle (self->reconciler, submission, PLANNR_STATE_CREATED, record, NULL);
      return;
    default:
      g_return_if_reached ();
    }

  plannr_reconciler_forget (self->reconciler, submission);
  plannr_submission_set_candidates (submission, NULL);
}

/**
 * plannr_outbox_complete:
 * @self: an outbox
 * @submission: one whose card is shown
 *
 * Fetches what the card shows and is not here yet.
 */
void
plannr_outbox_complete (PlannrOutbox *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  if (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED)
    plannr_reconciler_complete (self->reconciler, submission);
}

/**
 * plannr_outbox_save:
 * @self: an outbox
 *
 * Gives what a person has just typed to the disk, now.
 */
void
plannr_outbox_save (PlannrOutbox *self)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));

  plannr_recorder_save (self->recorder);
}

/**
 * plannr_outbox_flush:
 * @self: an outbox
 *
 * Writes everything down and waits for that, for a process that is about to end.
 *
 * Returns: whether the disk was done with it in time
 */
gboolean
plannr_outbox_flush (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), FALSE);

  return plannr_recorder_flush (self->recorder);
}

/**
 * plannr_outbox_try_now:
 * @self: an outbox
 *
 * Waits no longer, and looks at once for those that are being checked.
 */
void
plannr_outbox_try_now (PlannrOutbox *self)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));

  if (plannr_recorder_get_trouble (self->recorder) != NULL)
    plannr_recorder_try_now (self->recorder);

  if (self->api == NULL || plannr_sender_get_wait (self->sender) == PLANNR_WAIT_SIGN_IN)
    return;

  plannr_sender_resume (self->sender);
  plannr_reconciler_look_now (self->reconciler);
}

/**
 * plannr_outbox_get_journal:
 * Returns: (transfer none) (nullable): where it is kept; %NULL before plannr_outbox_open()
 */
PlannrJournal *
plannr_outbox_get_journal (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), NULL);

  return plannr_recorder_get_journal (self->recorder);
}

/**
 * plannr_outbox_get_wait:
 * Returns: what holds the outbox up
 */
PlannrWait
plannr_outbox_get_wait (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), PLANNR_WAIT_NOTHING);

  if (plannr_recorder_get_trouble (self->recorder) != NULL)
    return PLANNR_WAIT_DISK;

  return plannr_sender_get_wait (self->sender);
}

/**
 * plannr_outbox_get_until:
 * Returns: when it tries again, in microseconds of g_get_real_time(); 0 where it does not by itself
 */
gint64
plannr_outbox_get_until (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), 0);

  return plannr_sender_get_until (self->sender);
}

/**
 * plannr_outbox_get_trouble:
 * Returns: (transfer none) (nullable): why it is held up
 */
const GError *
plannr_outbox_get_trouble (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), NULL);

  if (plannr_recorder_get_trouble (self->recorder) != NULL)
    return plannr_recorder_get_trouble (self->recorder);

  return plannr_sender_get_trouble (self->sender);
}

/**
 * plannr_outbox_get_moved_to:
 * Returns: (transfer none) (nullable) (type filename): where a file with the cases that was broken
 *   has been moved
 */
const char *
plannr_outbox_get_moved_to (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), NULL);

  return plannr_recorder_get_moved_to (self->recorder);
}

/**
 * plannr_outbox_get_n_unsent:
 * Returns: how many cases are on their way and not yet known to have arrived
 */
guint
plannr_outbox_get_n_unsent (PlannrOutbox *self)
{
  guint n = 0;

  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      PlannrState state = plannr_submission_get_state (row);

      n += state == PLANNR_STATE_QUEUED || state == PLANNR_STATE_CONNECTING
           || state == PLANNR_STATE_ON_WIRE || state == PLANNR_STATE_CHECKING;
    }

  return n;
}
