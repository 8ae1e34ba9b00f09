/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-submission-private.h"

G_BEGIN_DECLS

PlannrCaseDraft *
plannr_test_draft_new (const char *name, const char *value, const char *const *people);
void plannr_test_fill (PlannrCaseDraft *draft,
                       const char *name,
                       const char *value,
                       const char *const *people);
PlannrSubmission *plannr_test_submission_new (const char *name, PlannrState state);
void plannr_test_submission_bring (PlannrSubmission *submission, PlannrState state);
void plannr_test_submission_create (PlannrSubmission *submission, const char *created_at);

G_END_DECLS
