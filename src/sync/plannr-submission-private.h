/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-passage.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

/* For those below the outbox, which alone move a case on. */

PlannrSubmission *plannr_submission_new (PlannrCaseDraft *draft);
PlannrSubmission *plannr_submission_new_from_entry (const PlannrEntry *entry);
PlannrEntry *
plannr_submission_to_entry (PlannrSubmission *self, PlannrState state, PlannrCase *record);

PlannrPassage *plannr_submission_get_passage (PlannrSubmission *self);
guint plannr_submission_get_revision (PlannrSubmission *self);

void plannr_submission_set_state (PlannrSubmission *self, PlannrState state);
void plannr_submission_set_wait (PlannrSubmission *self, PlannrWait wait, gint64 until);
void plannr_submission_set_error (PlannrSubmission *self, const GError *error);
void plannr_submission_set_record (PlannrSubmission *self, PlannrCase *record);
void plannr_submission_set_twin (PlannrSubmission *self, PlannrCase *twin);
void plannr_submission_set_candidates (PlannrSubmission *self, GListModel *candidates);
void plannr_submission_set_saved (PlannrSubmission *self, gboolean saved);

G_END_DECLS
