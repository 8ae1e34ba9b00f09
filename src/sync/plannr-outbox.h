/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-api.h"
#include "plannr-journal.h"
#include "plannr-schedule.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

/**
 * PlannrAnswer:
 * @PLANNR_ANSWER_KEEP: it was not created; keep it as a draft
 * @PLANNR_ANSWER_SEND: send it again
 * @PLANNR_ANSWER_ADOPT: this is the case that was created
 *
 * What a person says when asked whether a case was created.
 */
typedef enum
{
  PLANNR_ANSWER_KEEP,
  PLANNR_ANSWER_SEND,
  PLANNR_ANSWER_ADOPT,
} PlannrAnswer;

#define PLANNR_TYPE_OUTBOX (plannr_outbox_get_type ())
G_DECLARE_FINAL_TYPE (PlannrOutbox, plannr_outbox, PLANNR, OUTBOX, GObject)

PlannrOutbox *plannr_outbox_new (PlannrSchedule *schedule);

void plannr_outbox_open (PlannrOutbox *self, PlannrJournal *journal);
void plannr_outbox_save (PlannrOutbox *self);
gboolean plannr_outbox_flush (PlannrOutbox *self);

void plannr_outbox_set_undo_seconds (PlannrOutbox *self, guint seconds);
void plannr_outbox_set_api (PlannrOutbox *self, PlannrApi *api);

PlannrSubmission *plannr_outbox_begin (PlannrOutbox *self, PlannrCaseDraft *draft);
gboolean plannr_outbox_submit (PlannrOutbox *self, PlannrSubmission *submission);
void plannr_outbox_cancel (PlannrOutbox *self, PlannrSubmission *submission);
void plannr_outbox_send_now (PlannrOutbox *self, PlannrSubmission *submission);
void plannr_outbox_complete (PlannrOutbox *self, PlannrSubmission *submission);
void plannr_outbox_discard (PlannrOutbox *self, PlannrSubmission *submission);
void plannr_outbox_restore (PlannrOutbox *self, PlannrSubmission *submission);
void plannr_outbox_answer (PlannrOutbox *self,
                           PlannrSubmission *submission,
                           PlannrAnswer answer,
                           PlannrCase *record);
void plannr_outbox_try_now (PlannrOutbox *self);
void plannr_outbox_sign_out (PlannrOutbox *self, const GError *error);
PlannrSubmission *plannr_outbox_add_past (PlannrOutbox *self, PlannrSubmission *past);
void plannr_outbox_load_past (PlannrOutbox *self, const char *search);

PlannrJournal *plannr_outbox_get_journal (PlannrOutbox *self);
PlannrWait plannr_outbox_get_wait (PlannrOutbox *self);
gint64 plannr_outbox_get_until (PlannrOutbox *self);
const GError *plannr_outbox_get_trouble (PlannrOutbox *self);
const char *plannr_outbox_get_moved_to (PlannrOutbox *self);
guint plannr_outbox_get_n_unsent (PlannrOutbox *self);

G_END_DECLS
