/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-reconciler.h"

#include "plannr-checker.h"
#include "plannr-completion.h"
#include "plannr-submission-private.h"

/**
 * PlannrReconciler:
 *
 * What becomes of a case once it has been on the wire: writes down how an attempt ended before it
 * shows it, looks up what may have arrived, and sees to it that no case belongs to two submissions.
 */
struct _PlannrReconciler
{
  GObject parent_instance;

  PlannrSchedule *schedule; /* (owned) */
  PlannrRecorder *recorder; /* (owned) */
  PlannrApi *api;           /* (owned) (nullable) */
  PlannrTakenFunc taken;
  gpointer taken_data;
  GPtrArray *checkers;   /* of owned PlannrChecker */
  GCancellable *closing; /* (owned), of what follows an answer */
};

/* Where a submission goes once that is written down. */
typedef struct
{
  PlannrReconciler *self;       /* (owned) */
  PlannrSubmission *submission; /* (owned) */
  PlannrState state;
  PlannrCase *record;     /* (owned) (nullable) */
  GError *error;          /* (owned) (nullable) */
  GListModel *candidates; /* (owned) (nullable) */
} Settlement;

G_DEFINE_FINAL_TYPE (PlannrReconciler, plannr_reconciler, G_TYPE_OBJECT)

enum
{
  SIGNED_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void settle (PlannrReconciler *self,
                    PlannrSubmission *submission,
                    PlannrState state,
                    PlannrCase *record,
                    const GError *error,
                    GListModel *candidates);

static void
settlement_free (Settlement *settlement)
{
  g_clear_object (&settlement->submission);
  g_clear_object (&settlement->record);
  g_clear_error (&settlement->error);
  g_clear_object (&settlement->candidates);
  g_clear_object (&settlement->self);
  g_free (settlement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Settlement, settlement_free)

static GError *
taken_error (void)
{
  return g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_TAKEN,
                              "The case belongs to another submission");
}

static void
apply (Settlement *settlement, gboolean saved)
{
  PlannrReconciler *self = settlement->self;
  PlannrSubmission *submission = settlement->submission;

  if (!plannr_state_may_become (plannr_submission_get_state (submission), settlement->state))
    return;

  plannr_submission_set_error (submission, settlement->error);
  if (settlement->record != NULL)
    plannr_submission_set_record (submission, settlement->record);
  plannr_submission_set_candidates (submission, settlement->candidates);
  plannr_submission_set_state (submission, settlement->state);
  plannr_submission_set_saved (submission, saved);

  if (settlement->state == PLANNR_STATE_CHECKING
      || (settlement->state == PLANNR_STATE_CREATED
          && plannr_submission_get_passage (submission)->sent_again))
    plannr_reconciler_check (self, submission);
}

/* The case belongs to another submission: this one has to be looked up, or asked about. */
static void
turn_away (Settlement *settlement)
{
  PlannrSubmission *submission = settlement->submission;
  g_autoptr (GError) taken = taken_error ();

  if (plannr_submission_get_state (submission) == PLANNR_STATE_ON_WIRE)
    settle (settlement->self, submission, PLANNR_STATE_CHECKING, NULL, taken, NULL);
  else if (plannr_submission_get_state (submission) == PLANNR_STATE_CHECKING)
    settle (settlement->self, submission, PLANNR_STATE_ASKING, NULL, taken, settlement->candidates);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Settlement) settlement = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = plannr_recorder_write_as_finish (PLANNR_RECORDER (source), result, &error);

  /* What the disk does not take now it takes later; the answer is there. */
  if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_TAKEN))
    turn_away (settlement);
  else
    apply (settlement, saved);
}

static void
settle (PlannrReconciler *self,
        PlannrSubmission *submission,
        PlannrState state,
        PlannrCase *record,
        const GError *error,
        GListModel *candidates)
{
  Settlement *settlement = g_new0 (Settlement, 1);

  settlement->self = g_object_ref (self);
  settlement->submission = g_object_ref (submission);
  settlement->state = state;
  settlement->error = error != NULL ? g_error_copy (error) : NULL;
  g_set_object (&settlement->record, record);
  g_set_object (&settlement->candidates, candidates);

  if (record != NULL && self->taken (plannr_case_get_uuid (record), self->taken_data))
    {
      turn_away (settlement);
      settlement_free (settlement);
      return;
    }

  plannr_recorder_write_as_async (self->recorder, submission, state, record, settled_cb,
                                  settlement);
}

static void
check_done_cb (PlannrChecker *checker,
               PlannrCase *match,
               GListModel *candidates,
               gpointer user_data)
{
  PlannrReconciler *self = user_data;
  g_autoptr (PlannrSubmission) submission = g_object_ref (plannr_checker_get_submission (checker));

  g_ptr_array_remove (self->checkers, checker);
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_CHECKING:
      settle (self, submission, match != NULL ? PLANNR_STATE_CREATED : PLANNR_STATE_ASKING, match,
              match != NULL ? NULL : plannr_submission_get_error (submission), candidates);
      break;
    case PLANNR_STATE_ASKING:
      if (match != NULL)
        settle (self, submission, PLANNR_STATE_CREATED, match, NULL, candidates);
      else
        plannr_submission_set_candidates (submission, candidates);
      break;
    case PLANNR_STATE_CREATED:
      if (match != NULL)
        plannr_submission_set_twin (submission, match);
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      /* The person was asked, and has answered meanwhile. */
      break;
    }
}

static void
check_signed_out_cb (PlannrChecker *checker, const GError *error, gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNED_OUT], 0, error);
}

/* A look that is under way holds a checker, which must not call one that is gone. */
static void
checker_free (gpointer checker)
{
  g_object_run_dispose (checker);
  g_object_unref (checker);
}

static void
plannr_reconciler_dispose (GObject *object)
{
  PlannrReconciler *self = PLANNR_RECONCILER (object);

  g_cancellable_cancel (self->closing);
  g_ptr_array_set_size (self->checkers, 0);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_reconciler_parent_class)->dispose (object);
}

static void
plannr_reconciler_finalize (GObject *object)
{
  PlannrReconciler *self = PLANNR_RECONCILER (object);

  g_clear_object (&self->schedule);
  g_clear_object (&self->recorder);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->checkers, g_ptr_array_unref);

  G_OBJECT_CLASS (plannr_reconciler_parent_class)->finalize (object);
}

static void
plannr_reconciler_class_init (PlannrReconcilerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_reconciler_dispose;
  object_class->finalize = plannr_reconciler_finalize;

  /**
   * PlannrReconciler::signed-out:
   * @error: what Plannr said
   *
   * Plannr does not take the token; nothing more is looked up until there is another way.
   */
  signals[SIGNED_OUT] = g_signal_new ("signed-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plannr_reconciler_init (PlannrReconciler *self)
{
  self->checkers = g_ptr_array_new_with_free_func (checker_free);
  self->closing = g_cancellable_new ();
}

/**
 * plannr_reconciler_new:
 * @schedule: how long to wait for what
 * @recorder: writes down what becomes of a submission
 * @taken: tells which cases belong to submissions
 * @taken_data: for @taken, and alive for as long as the reconciler
 *
 * Returns: (transfer full): a reconciler that has no way to Plannr yet
 */
PlannrReconciler *
plannr_reconciler_new (PlannrSchedule *schedule,
                       PlannrRecorder *recorder,
                       PlannrTakenFunc taken,
                       gpointer taken_data)
{
  PlannrReconciler *self = g_object_new (PLANNR_TYPE_RECONCILER, NULL);

  self->schedule = g_object_ref (schedule);
  self->recorder = g_object_ref (recorder);
  self->taken = taken;
  self->taken_data = taken_data;

  return self;
}

/**
 * plannr_reconciler_get_n_checking:
 * Returns: how many submissions are being looked up
 */
guint
plannr_reconciler_get_n_checking (PlannrReconciler *self)
{
  g_return_val_if_fail (PLANNR_IS_RECONCILER (self), 0);

  return self->checkers->len;
}

/**
 * plannr_reconciler_set_api:
 * @self: a reconciler
 * @api: (nullable): how to speak to Plannr; %NULL while there is no way
 */
void
plannr_reconciler_set_api (PlannrReconciler *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_RECONCILER (self));

  if (!g_set_object (&self->api, api))
    return;

  for (guint i = 0; i < self->checkers->len; i++)
    plannr_checker_set_api (g_ptr_array_index (self->checkers, i), api);
  if (api != NULL)
    plannr_reconciler_look_now (self);
}

/**
 * plannr_reconciler_settle:
 * @self: a reconciler
 * @submission: one whose attempt has ended, or that a person has answered for
 * @state: where it goes
 * @record: (nullable): the case that it has become, with %PLANNR_STATE_CREATED
 * @error: (nullable): how the attempt ended otherwise
 *
 * Writes that down, and then does it. A case that belongs to another submission is not taken: the
 * submission is looked up instead, or stays asked about.
 */
void
plannr_reconciler_settle (PlannrReconciler *self,
                          PlannrSubmission *submission,
                          PlannrState state,
                          PlannrCase *record,
                          const GError *error)
{
  g_return_if_fail (PLANNR_IS_RECONCILER (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  settle (self, submission, state, record, error, NULL);
}

/**
 * plannr_reconciler_check:
 * @self: a reconciler
 * @submission: one that is %PLANNR_STATE_CHECKING; one that is %PLANNR_STATE_ASKING, to find what to
 *   ask about; or one that was sent again, to find whether there are two
 *
 * Looks it up.
 */
void
plannr_reconciler_check (PlannrReconciler *self, PlannrSubmission *submission)
{
  PlannrChecker *checker = NULL;

  g_return_if_fail (PLANNR_IS_RECONCILER (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  plannr_reconciler_forget (self, submission);
  checker =
      plannr_checker_new (self->api, self->schedule, submission, self->taken, self->taken_data);
  g_ptr_array_add (self->checkers, checker);
  g_signal_connect_object (checker, "done", G_CALLBACK (check_done_cb), self, 0);
  g_signal_connect_object (checker, "signed-out", G_CALLBACK (check_signed_out_cb), self, 0);
  plannr_checker_look (checker);
}

/**
 * plannr_reconciler_forget:
 * @self: a reconciler
 * @submission: one that a person has answered for
 *
 * Looks it up no more.
 */
void
plannr_reconciler_forget (PlannrReconciler *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_RECONCILER (self));

  for (guint i = self->checkers->len; i > 0; i--)
    if (plannr_checker_get_submission (g_ptr_array_index (self->checkers, i - 1)) == submission)
      g_ptr_array_remove_index (self->checkers, i - 1);
}

/**
 * plannr_reconciler_complete:
 * @self: a reconciler
 * @submission: one that was created
 *
 * Fetches what a card shows: plannr_completion_begin().
 */
void
plannr_reconciler_complete (PlannrReconciler *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_RECONCILER (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  plannr_completion_begin (self->api, self->recorder, submission, self->closing);
}

/**
 * plannr_reconciler_look_now:
 * @self: a reconciler
 *
 * Looks at once for all that are being looked up.
 */
void
plannr_reconciler_look_now (PlannrReconciler *self)
{
  g_return_if_fail (PLANNR_IS_RECONCILER (self));

  for (guint i = 0; i < self->checkers->len; i++)
    plannr_checker_look (g_ptr_array_index (self->checkers, i));
}
