/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-submission.h"

G_BEGIN_DECLS

char *plannr_case_summary_get_name (PlannrSubmission *submission);
char *plannr_case_summary_get_people (PlannrSubmission *submission);
char *plannr_case_summary_get_value (PlannrSubmission *submission);
char *plannr_case_summary_get_state (PlannrSubmission *submission, GDateTime *now);
const char *plannr_case_summary_get_css_class (PlannrSubmission *submission);
gint64 plannr_case_summary_get_created_at (PlannrSubmission *submission);
char *plannr_case_summary_get_sentence (PlannrSubmission *submission, GDateTime *now);

G_END_DECLS
