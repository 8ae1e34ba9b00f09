/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-submission-struct.h"

/* There is something that is not on the disk. */
void
plannr_submission_touch (PlannrSubmission *self)
{
  self->changed_at = g_get_real_time ();
  self->revision++;
  plannr_submission_set_saved (self, FALSE);
}

/**
 * plannr_submission_set_state:
 * @self: a submission
 * @state: a state that may follow its own
 */
void
plannr_submission_set_state (PlannrSubmission *self, PlannrState state)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->state == state)
    return;

  g_assert (plannr_state_may_become (self->state, state));

  self->state = state;
  /* Of these the disk knows by other ways: nothing has left yet, and the mark. */
  if (state != PLANNR_STATE_CONNECTING && state != PLANNR_STATE_ON_WIRE)
    plannr_submission_touch (self);
  g_object_notify (G_OBJECT (self), "state");
}

/**
 * plannr_submission_set_wait:
 * @self: a submission
 * @wait: what it waits for
 * @until: until when, in microseconds of g_get_real_time(); 0 for no time
 */
void
plannr_submission_set_wait (PlannrSubmission *self, PlannrWait wait, gint64 until)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->until != until)
    {
      self->until = until;
      g_object_notify (G_OBJECT (self), "until");
    }
  if (self->wait != wait)
    {
      self->wait = wait;
      g_object_notify (G_OBJECT (self), "wait");
    }
}

/**
 * plannr_submission_set_error:
 * @self: a submission
 * @error: (nullable): why it is not further on its way
 */
void
plannr_submission_set_error (PlannrSubmission *self, const GError *error)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify (G_OBJECT (self), "error");
}

/**
 * plannr_submission_set_record:
 * @self: a submission
 * @record: the case that Plannr made
 */
void
plannr_submission_set_record (PlannrSubmission *self, PlannrCase *record)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  g_free (self->case_uuid);
  self->case_uuid = g_strdup (plannr_case_get_uuid (record));
  if (g_set_object (&self->record, record))
    g_object_notify (G_OBJECT (self), "record");
}

/**
 * plannr_submission_set_twin:
 * @self: a submission
 * @twin: the other case that Plannr made of it
 */
void
plannr_submission_set_twin (PlannrSubmission *self, PlannrCase *twin)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (g_set_object (&self->twin, twin))
    g_object_notify (G_OBJECT (self), "twin");
}

/**
 * plannr_submission_set_candidates:
 * @self: a submission
 * @candidates: (nullable): the cases that it might have become, a list of #PlannrCase
 */
void
plannr_submission_set_candidates (PlannrSubmission *self, GListModel *candidates)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (g_set_object (&self->candidates, candidates))
    g_object_notify (G_OBJECT (self), "candidates");
}

/**
 * plannr_submission_set_saved:
 * @self: a submission
 * @saved: whether all of it is on the disk
 */
void
plannr_submission_set_saved (PlannrSubmission *self, gboolean saved)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->saved == saved)
    return;

  self->saved = saved;
  g_object_notify (G_OBJECT (self), "saved");
}
