/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-submission.h"

G_BEGIN_DECLS

/* For the outbox, which alone moves a case on. */

PlannrSubmission *plannr_submission_new (PlannrCaseDraft *draft);
void plannr_submission_set_state (PlannrSubmission *self, PlannrState state);
void plannr_submission_set_wait (PlannrSubmission *self, PlannrWait wait, gint64 until);
void plannr_submission_set_error (PlannrSubmission *self, const GError *error);
void plannr_submission_set_record (PlannrSubmission *self, PlannrCase *record);
void plannr_submission_set_candidates (PlannrSubmission *self, GListModel *candidates);
void plannr_submission_mark_attempt (PlannrSubmission *self, gint64 now);

G_END_DECLS
