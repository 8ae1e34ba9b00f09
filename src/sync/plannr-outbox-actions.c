/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-outbox-private.h"

/* What was refused is a draft again as soon as something is done about it. */
void
plannr_outbox_to_draft (PlannrSubmission *submission)
{
  if (plannr_submission_get_state (submission) != PLANNR_STATE_REFUSED)
    return;

  plannr_submission_set_error (submission, NULL);
  plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
}

void
plannr_outbox_edited (PlannrSubmission *submission, PlannrOutbox *self)
{
  plannr_outbox_to_draft (submission);
  if (!g_list_store_find (self->rows, submission, NULL))
    {
      if (plannr_case_draft_get_blank (plannr_submission_get_draft (submission)))
        return;
      g_list_store_insert (self->rows, 0, submission);
    }
  plannr_recorder_touch (self->recorder, submission);
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
  g_signal_connect_object (submission, "edited", G_CALLBACK (plannr_outbox_edited), self, 0);
  plannr_outbox_edited (submission, self);

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

  plannr_outbox_to_draft (submission);
  plannr_submission_set_error (submission, NULL);
  plannr_passage_begin (plannr_submission_get_passage (submission), body, held_until);
  plannr_submission_set_state (submission, PLANNR_STATE_QUEUED);
  plannr_recorder_write (self->recorder, submission);
  plannr_hold_take (self->hold, submission);
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

  if (plannr_hold_give_back (self->hold, submission))
    {
      plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
      plannr_recorder_write (self->recorder, submission);
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

  if (plannr_hold_give_back (self->hold, submission))
    plannr_sender_send (self->sender, submission);
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

  plannr_outbox_to_draft (submission);
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
      plannr_passage_decide (plannr_submission_get_passage (submission), "keep", FALSE);
      plannr_submission_set_error (submission, NULL);
      plannr_submission_set_state (submission, PLANNR_STATE_DRAFT);
      plannr_recorder_write (self->recorder, submission);
      break;
    case PLANNR_ANSWER_SEND:
      plannr_passage_decide (plannr_submission_get_passage (submission), "send", TRUE);
      queue (self, submission, 0);
      break;
    case PLANNR_ANSWER_ADOPT:
      g_return_if_fail (PLANNR_IS_CASE (record));
      /* Where it became another row's since it was offered the question stays. */
      plannr_passage_decide (plannr_submission_get_passage (submission), "adopt", FALSE);
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
 * plannr_outbox_sign_out:
 * @self: an outbox
 * @error: how it turned out, elsewhere than here, that the token does not work
 *
 * Sends nothing more until there is another way to Plannr.
 */
void
plannr_outbox_sign_out (PlannrOutbox *self, const GError *error)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));

  if (plannr_sender_get_wait (self->sender) != PLANNR_WAIT_SIGN_IN)
    plannr_sender_sign_out (self->sender, error);
}

/**
 * plannr_outbox_load_past:
 * @self: an outbox
 * @search: (nullable): words of what is looked for; %NULL for the next ones, whatever they are called
 *
 * Adds older cases that were created here, which are too many to be in the list from the start.
 */
void
plannr_outbox_load_past (PlannrOutbox *self, const char *search)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));

  plannr_archive_load (self->archive, search);
}

/**
 * plannr_outbox_add_past:
 * @self: an outbox
 * @past: a case that was found in the journal, or a row
 *
 * Adds it to the list where it is not there yet.
 *
 * Returns: (transfer full): the row that it is
 */
PlannrSubmission *
plannr_outbox_add_past (PlannrOutbox *self, PlannrSubmission *past)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), NULL);
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (past), NULL);

  return plannr_archive_add (self->archive, past);
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
