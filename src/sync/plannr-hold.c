/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-hold.h"

#include "plannr-submission-private.h"

/**
 * PlannrHold:
 *
 * Holds back submissions that a person may still take back, each until its own time; then it emits
 * #PlannrHold::released.
 */
struct _PlannrHold
{
  GObject parent_instance;

  GQueue held; /* of owned PlannrSubmission, in the order in which they came */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (PlannrHold, plannr_hold, G_TYPE_OBJECT)

enum
{
  RELEASED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void wait_for_next (PlannrHold *self);

static void
release (PlannrHold *self, PlannrSubmission *submission)
{
  g_autoptr (PlannrSubmission) released = submission;

  plannr_submission_set_wait (released, PLANNR_WAIT_NOTHING, 0);
  g_signal_emit (self, signals[RELEASED], 0, released);
}

/* A clock that was put back must not hold a case for longer than the person was told. */
static gboolean
is_over (PlannrSubmission *submission)
{
  gint64 left = plannr_submission_get_held_until (submission) - g_get_real_time ();

  return left <= 0 || left > PLANNR_MAX_UNDO * G_USEC_PER_SEC;
}

static gboolean
timeout_cb (gpointer user_data)
{
  PlannrHold *self = user_data;
  GList *next = NULL;

  self->timeout = 0;
  for (GList *l = self->held.head; l != NULL; l = next)
    {
      PlannrSubmission *submission = l->data;

      next = l->next;
      if (!is_over (submission))
        continue;

      g_queue_delete_link (&self->held, l);
      release (self, submission);
    }
  wait_for_next (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_next (PlannrHold *self)
{
  gint64 next = G_MAXINT64;

  g_clear_handle_id (&self->timeout, g_source_remove);
  for (GList *l = self->held.head; l != NULL; l = l->next)
    next = MIN (next, plannr_submission_get_held_until (l->data));

  if (next != G_MAXINT64)
    self->timeout = g_timeout_add ((guint) CLAMP ((next - g_get_real_time ()) / 1000 + 1, 0,
                                                  PLANNR_MAX_UNDO * 1000),
                                   timeout_cb, self);
}

static void
plannr_hold_dispose (GObject *object)
{
  PlannrHold *self = PLANNR_HOLD (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_queue_clear_full (&self->held, g_object_unref);

  G_OBJECT_CLASS (plannr_hold_parent_class)->dispose (object);
}

static void
plannr_hold_class_init (PlannrHoldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_hold_dispose;

  /**
   * PlannrHold::released:
   * @submission: the submission
   *
   * Its time is over, and nobody has taken it back.
   */
  signals[RELEASED] = g_signal_new ("released", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, PLANNR_TYPE_SUBMISSION);
}

static void
plannr_hold_init (PlannrHold *self)
{
  g_queue_init (&self->held);
}

/**
 * plannr_hold_new:
 * Returns: (transfer full): a hold that holds nothing
 */
PlannrHold *
plannr_hold_new (void)
{
  return g_object_new (PLANNR_TYPE_HOLD, NULL);
}

/**
 * plannr_hold_take:
 * @self: a hold
 * @submission: one that is %PLANNR_STATE_QUEUED
 *
 * Holds it back until its time; where that is over already it is released at once.
 */
void
plannr_hold_take (PlannrHold *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_HOLD (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  if (is_over (submission))
    {
      release (self, g_object_ref (submission));
      return;
    }

  plannr_submission_set_wait (submission, PLANNR_WAIT_UNDO,
                              plannr_submission_get_held_until (submission));
  g_queue_push_tail (&self->held, g_object_ref (submission));
  wait_for_next (self);
}

/**
 * plannr_hold_give_back:
 * @self: a hold
 * @submission: a submission
 *
 * Holds it no longer.
 *
 * Returns: whether it was held
 */
gboolean
plannr_hold_give_back (PlannrHold *self, PlannrSubmission *submission)
{
  g_return_val_if_fail (PLANNR_IS_HOLD (self), FALSE);

  if (!g_queue_remove (&self->held, submission))
    return FALSE;

  plannr_submission_set_wait (submission, PLANNR_WAIT_NOTHING, 0);
  g_object_unref (submission);
  wait_for_next (self);

  return TRUE;
}
