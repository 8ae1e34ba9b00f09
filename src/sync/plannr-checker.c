/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-checker.h"

#include "plannr-submission-private.h"

/**
 * PlannrChecker:
 *
 * Looks a submission that is %PLANNR_STATE_CHECKING up until it is found, or until it was looked
 * for often enough to ask; then it emits #PlannrChecker::done. One in another state is looked up
 * once. A look that could not be made is no look: it says why, and looks again.
 */
struct _PlannrChecker
{
  GObject parent_instance;

  PlannrApi *api;               /* (owned) (nullable) */
  PlannrSchedule *schedule;     /* (owned) */
  PlannrSubmission *submission; /* (owned) */
  PlannrTakenFunc taken;
  gpointer taken_data;
  GCancellable *cancellable; /* (owned) */
  gboolean looking;
  gboolean again; /* what it looks with was replaced meanwhile */
  guint n_looks;
  guint n_failures;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (PlannrChecker, plannr_checker, G_TYPE_OBJECT)

enum
{
  DONE,
  SIGNED_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
timeout_cb (gpointer user_data)
{
  PlannrChecker *self = user_data;

  self->timeout = 0;
  plannr_checker_look (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for (PlannrChecker *self, guint milliseconds)
{
  self->timeout = g_timeout_add (milliseconds, timeout_cb, self);
}

/* Where the case is there already, or the person is being asked, all that can be known is what there
 * is now. */
static guint
get_n_looks (PlannrChecker *self)
{
  return plannr_submission_get_state (self->submission) == PLANNR_STATE_CHECKING
             ? plannr_schedule_get_n_looks (self->schedule)
             : 1;
}

static void
look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrChecker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrLook) look = plannr_look_finish (result, &error);

  self->looking = FALSE;
  if (self->submission == NULL)
    return;

  /* There is another way to Plannr since: what the old one says counts for nothing. */
  if (self->again)
    {
      self->again = FALSE;
      plannr_checker_look (self);
      return;
    }

  /* Another look would say the same until there is another token. */
  if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED))
    {
      plannr_submission_set_error (self->submission, error);
      g_signal_emit (self, signals[SIGNED_OUT], 0, error);
      return;
    }

  if (look == NULL)
    {
      plannr_submission_set_error (self->submission, error);
      wait_for (self, plannr_schedule_get_back_off (self->schedule, ++self->n_failures));
      return;
    }

  self->n_failures = 0;
  self->n_looks++;

  if (look->match != NULL || self->n_looks >= get_n_looks (self))
    g_signal_emit (self, signals[DONE], 0, look->match, look->candidates);
  else
    wait_for (self, plannr_schedule_get_look (self->schedule, self->n_looks));
}

static void
plannr_checker_dispose (GObject *object)
{
  PlannrChecker *self = PLANNR_CHECKER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->api);
  g_clear_object (&self->schedule);
  g_clear_object (&self->submission);

  G_OBJECT_CLASS (plannr_checker_parent_class)->dispose (object);
}

static void
plannr_checker_class_init (PlannrCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_checker_dispose;

  /**
   * PlannrChecker::done:
   * @match: (nullable): the one case that it has become
   * @candidates: a list of #PlannrCase: those that it may have become otherwise
   *
   * It has looked, and looks no more.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, PLANNR_TYPE_CASE, G_TYPE_LIST_MODEL);

  /**
   * PlannrChecker::signed-out:
   * @error: what Plannr said
   *
   * Plannr does not take the token; it looks no more until it is told to.
   */
  signals[SIGNED_OUT] = g_signal_new ("signed-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plannr_checker_init (PlannrChecker *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plannr_checker_new:
 * @api: (nullable): how to speak to Plannr
 * @schedule: how long to wait between looks
 * @submission: what to look for, %PLANNR_STATE_CHECKING
 * @taken: tells which cases belong to other submissions
 * @taken_data: for @taken, and alive for as long as the checker
 *
 * Returns: (transfer full): a checker that has not looked yet
 */
PlannrChecker *
plannr_checker_new (PlannrApi *api,
                    PlannrSchedule *schedule,
                    PlannrSubmission *submission,
                    PlannrTakenFunc taken,
                    gpointer taken_data)
{
  PlannrChecker *self = g_object_new (PLANNR_TYPE_CHECKER, NULL);

  g_set_object (&self->api, api);
  self->schedule = g_object_ref (schedule);
  self->submission = g_object_ref (submission);
  self->taken = taken;
  self->taken_data = taken_data;

  return self;
}

/**
 * plannr_checker_get_submission:
 * Returns: (transfer none): what it looks for
 */
PlannrSubmission *
plannr_checker_get_submission (PlannrChecker *self)
{
  g_return_val_if_fail (PLANNR_IS_CHECKER (self), NULL);

  return self->submission;
}

/**
 * plannr_checker_set_api:
 * @self: a checker
 * @api: (nullable): how to speak to Plannr from now on
 *
 * A look that is under way with another is made again.
 */
void
plannr_checker_set_api (PlannrChecker *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_CHECKER (self));

  if (!g_set_object (&self->api, api) || !self->looking)
    return;

  self->again = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/**
 * plannr_checker_look:
 * @self: a checker
 *
 * Looks now, unless it is looking already or has no way to Plannr.
 */
void
plannr_checker_look (PlannrChecker *self)
{
  g_return_if_fail (PLANNR_IS_CHECKER (self));

  if (self->looking || self->api == NULL)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->looking = TRUE;
  plannr_look_async (self->api, self->submission, self->taken, self->taken_data, self->cancellable,
                     look_cb, g_object_ref (self));
}
