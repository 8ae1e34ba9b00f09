/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-case-draft.h"
#include "plannr-case.h"
#include "plannr-state.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_SUBMISSION (plannr_submission_get_type ())
G_DECLARE_FINAL_TYPE (PlannrSubmission, plannr_submission, PLANNR, SUBMISSION, GObject)

PlannrCaseDraft *plannr_submission_get_draft (PlannrSubmission *self);
PlannrState plannr_submission_get_state (PlannrSubmission *self);
PlannrWait plannr_submission_get_wait (PlannrSubmission *self);
gint64 plannr_submission_get_until (PlannrSubmission *self);
const GError *plannr_submission_get_error (PlannrSubmission *self);
PlannrCase *plannr_submission_get_record (PlannrSubmission *self);
GListModel *plannr_submission_get_candidates (PlannrSubmission *self);
const char *plannr_submission_get_id (PlannrSubmission *self);
const char *plannr_submission_get_case_uuid (PlannrSubmission *self);
PlannrCase *plannr_submission_get_twin (PlannrSubmission *self);
gboolean plannr_submission_get_saved (PlannrSubmission *self);
gint64 plannr_submission_get_changed_at (PlannrSubmission *self);
gint64 plannr_submission_get_last_attempt (PlannrSubmission *self);
gint64 plannr_submission_get_held_until (PlannrSubmission *self);

G_END_DECLS
