/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-entry.h"
#include "plannr-receipt.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

/* For those below the outbox, which alone move a case on. */

/**
 * PlannrWindowOfTime:
 * @first: when the first request left, by this computer's clock
 * @last: when the last one did
 * @first_on_server: the first by the server's clock, as far as that is known
 * @last_on_server: the last
 *
 * Between when and when a case may have been made. In microseconds since the epoch.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  gint64 first_on_server;
  gint64 last_on_server;
} PlannrWindowOfTime;

PlannrSubmission *plannr_submission_new (PlannrCaseDraft *draft);
PlannrSubmission *plannr_submission_new_from_entry (const PlannrEntry *entry);
PlannrEntry *
plannr_submission_to_entry (PlannrSubmission *self, PlannrState state, PlannrCase *record);
void plannr_submission_forget_news (PlannrSubmission *self);

guint plannr_submission_get_revision (PlannrSubmission *self);
GBytes *plannr_submission_get_body (PlannrSubmission *self);
gint64 plannr_submission_get_queued_at (PlannrSubmission *self);
gboolean plannr_submission_get_sent_again (PlannrSubmission *self);
PlannrWindowOfTime plannr_submission_get_window (PlannrSubmission *self, gint64 offset);

void plannr_submission_set_state (PlannrSubmission *self, PlannrState state);
void plannr_submission_set_wait (PlannrSubmission *self, PlannrWait wait, gint64 until);
void plannr_submission_set_error (PlannrSubmission *self, const GError *error);
void plannr_submission_set_record (PlannrSubmission *self, PlannrCase *record);
void plannr_submission_set_twin (PlannrSubmission *self, PlannrCase *twin);
void plannr_submission_set_candidates (PlannrSubmission *self, GListModel *candidates);
void plannr_submission_set_saved (PlannrSubmission *self, gboolean saved);
void plannr_submission_set_body (PlannrSubmission *self, GBytes *body, gint64 held_until);
void plannr_submission_set_receipt (PlannrSubmission *self, PlannrReceipt *receipt, gboolean ended);
void plannr_submission_decide (PlannrSubmission *self, const char *decision, gboolean again);
void plannr_submission_mark_attempt (PlannrSubmission *self, gint64 now, gint64 on_server);

G_END_DECLS
