/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-outbox.h"

#include "plannr-checker.h"
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

  PlannrSchedule *schedule; /* (owned) */
  PlannrApi *api;           /* (owned) (nullable) */
  PlannrSender *sender;     /* (owned) (nullable) */
  GListStore *rows;         /* (owned), of PlannrSubmission */
  GPtrArray *checkers;      /* of owned PlannrChecker */
  GCancellable *closing;    /* (owned), of what follows an answer */
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

static GParamSpec *properties[N_PROPS];

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
      PlannrCase *record = plannr_submission_get_record (row);

      if (record != NULL && g_strcmp0 (plannr_case_get_uuid (record), uuid) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
edited_cb (PlannrSubmission *submission, gpointer user_data)
{
  PlannrOutbox *self = user_data;

  if (plannr_submission_get_state (submission) == PLANNR_STATE_REFUSED)
    {
      plannr_submission_set_error (submission, NULL);
      plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
    }

  if (!plannr_case_draft_get_blank (plannr_submission_get_draft (submission))
      && !g_list_store_find (self->rows, submission, NULL))
    g_list_store_insert (self->rows, 0, submission);
}

/* What the answer to a create leaves out is fetched; without it the card stands with what is known. */
static void
complete_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrSubmission) submission = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrCase) record = plannr_api_get_case_finish (PLANNR_API (source), result, &error);

  if (record != NULL
      && g_strcmp0 (plannr_case_get_uuid (record),
                    plannr_case_get_uuid (plannr_submission_get_record (submission)))
             == 0)
    plannr_submission_set_record (submission, record);
  else if (error != NULL)
    g_debug ("The case could not be completed: %s", error->message);
}

static void
complete (PlannrOutbox *self, PlannrSubmission *submission)
{
  if (self->api == NULL)
    return;

  plannr_api_get_case_async (self->api,
                             plannr_case_get_uuid (plannr_submission_get_record (submission)),
                             self->closing, complete_cb, g_object_ref (submission));
}

static void
check_done_cb (PlannrChecker *checker, gpointer user_data)
{
  PlannrOutbox *self = user_data;
  g_autoptr (PlannrSubmission) submission = g_object_ref (plannr_checker_get_submission (checker));

  g_ptr_array_remove (self->checkers, checker);
  if (plannr_submission_get_state (submission) == PLANNR_STATE_CREATED)
    complete (self, submission);
}

static void
check_signed_out_cb (PlannrChecker *checker, const GError *error, gpointer user_data)
{
  plannr_sender_sign_out (PLANNR_OUTBOX (user_data)->sender, error);
}

/* A look that is under way holds a checker, which must not call an outbox that is gone. */
static void
checker_free (gpointer checker)
{
  g_object_run_dispose (checker);
  g_object_unref (checker);
}

static void
check (PlannrOutbox *self, PlannrSubmission *submission)
{
  PlannrChecker *checker =
      plannr_checker_new (self->api, self->schedule, submission, is_taken, self);

  g_ptr_array_add (self->checkers, checker);
  g_signal_connect_object (checker, "done", G_CALLBACK (check_done_cb), self, 0);
  g_signal_connect_object (checker, "signed-out", G_CALLBACK (check_signed_out_cb), self, 0);
  plannr_checker_look (checker);
}

static void
created (PlannrOutbox *self, PlannrSubmission *submission, PlannrCase *record)
{
  plannr_submission_set_error (submission, NULL);
  plannr_submission_set_record (submission, record);
  plannr_submission_set_state (submission, PLANNR_STATE_CREATED);
  complete (self, submission);
}

static void
not_created (PlannrOutbox *self,
             PlannrSubmission *submission,
             PlannrState state,
             const GError *error)
{
  plannr_submission_set_error (submission, state == PLANNR_STATE_DRAFT ? NULL : error);
  plannr_submission_set_state (submission, state);
  if (state == PLANNR_STATE_CHECKING)
    check (self, submission);
}

static void
ended_cb (PlannrSender *sender,
          PlannrSubmission *submission,
          PlannrState state,
          PlannrCase *record,
          const GError *error,
          gpointer user_data)
{
  PlannrOutbox *self = user_data;
  g_autoptr (GError) taken = NULL;

  if (record == NULL)
    {
      not_created (self, submission, state, error);
      return;
    }

  if (is_taken (plannr_case_get_uuid (record), self))
    {
      taken = g_error_new (PLANNR_ERROR, PLANNR_ERROR_UNEXPECTED,
                           "The answer named a case that belongs to another submission");
      not_created (self, submission, PLANNR_STATE_CHECKING, taken);
      return;
    }

  created (self, submission, record);
}

static void
sender_changed_cb (PlannrOutbox *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
look_now (PlannrOutbox *self)
{
  for (guint i = 0; i < self->checkers->len; i++)
    plannr_checker_look (g_ptr_array_index (self->checkers, i));
}

static void
network_changed_cb (PlannrOutbox *self, gboolean available)
{
  if (available && plannr_outbox_get_wait (self) == PLANNR_WAIT_NETWORK)
    plannr_outbox_try_now (self);
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

  g_cancellable_cancel (self->closing);
  g_ptr_array_set_size (self->checkers, 0);
  /* An attempt under way keeps the sender until it ends; nothing is to follow it. */
  if (self->sender != NULL)
    plannr_sender_set_api (self->sender, NULL);
  g_clear_object (&self->sender);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_outbox_parent_class)->dispose (object);
}

static void
plannr_outbox_finalize (GObject *object)
{
  PlannrOutbox *self = PLANNR_OUTBOX (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->schedule);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->checkers, g_ptr_array_unref);

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
}

static void
plannr_outbox_init (PlannrOutbox *self)
{
  self->rows = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  self->checkers = g_ptr_array_new_with_free_func (checker_free);
  self->closing = g_cancellable_new ();
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
  self->sender = plannr_sender_new (schedule);
  g_signal_connect_object (self->sender, "ended", G_CALLBACK (ended_cb), self, 0);
  g_signal_connect_object (self->sender, "changed", G_CALLBACK (sender_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
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

  for (guint i = 0; i < self->checkers->len; i++)
    plannr_checker_set_api (g_ptr_array_index (self->checkers, i), api);

  if (api != NULL && !self->monitoring)
    {
      self->monitoring = TRUE;
      g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                               G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
    }
  plannr_sender_set_api (self->sender, api);
  if (api != NULL)
    look_now (self);
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

  plannr_sender_send (self->sender, submission);

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

  plannr_sender_cancel (self->sender, submission);
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

  if (!plannr_state_may_become (plannr_submission_get_state (submission), PLANNR_STATE_DISCARDED))
    return;

  plannr_submission_set_error (submission, NULL);
  plannr_submission_set_state (submission, PLANNR_STATE_DISCARDED);
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

  if (plannr_submission_get_state (submission) == PLANNR_STATE_DISCARDED)
    plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
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

  if (plannr_submission_get_state (submission) != PLANNR_STATE_ASKING)
    return;

  if (answer == PLANNR_ANSWER_ADOPT)
    {
      g_return_if_fail (PLANNR_IS_CASE (record));

      /* It became another row's since it was offered: the question stays. */
      if (is_taken (plannr_case_get_uuid (record), self))
        return;
    }

  plannr_submission_set_candidates (submission, NULL);
  switch (answer)
    {
    case PLANNR_ANSWER_KEEP:
      plannr_submission_set_error (submission, NULL);
      plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
      break;
    case PLANNR_ANSWER_SEND:
      plannr_sender_send (self->sender, submission);
      break;
    case PLANNR_ANSWER_ADOPT:
      created (self, submission, record);
      break;
    default:
      g_return_if_reached ();
    }
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

  if (self->api == NULL || plannr_outbox_get_wait (self) == PLANNR_WAIT_SIGN_IN)
    return;

  plannr_sender_resume (self->sender);
  look_now (self);
}

/**
 * plannr_outbox_get_wait:
 * Returns: what holds the outbox up
 */
PlannrWait
plannr_outbox_get_wait (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), PLANNR_WAIT_NOTHING);

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

  return plannr_sender_get_trouble (self->sender);
}

/**
 * plannr_outbox_get_n_unsent:
 * Returns: how many cases are on their way and not yet known to have arrived
 */
guint
plannr_outbox_get_n_unsent (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), 0);

  return plannr_sender_get_n_unsent (self->sender) + self->checkers->len;
}
