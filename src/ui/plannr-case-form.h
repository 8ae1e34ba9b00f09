/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-profile.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CASE_FORM (plannr_case_form_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCaseForm, plannr_case_form, PLANNR, CASE_FORM, GtkWidget)

void plannr_case_form_set_profile (PlannrCaseForm *self, PlannrProfile *profile);
PlannrSubmission *plannr_case_form_get_submission (PlannrCaseForm *self);
void plannr_case_form_set_submission (PlannrCaseForm *self, PlannrSubmission *submission);
gboolean plannr_case_form_check (PlannrCaseForm *self);
void plannr_case_form_focus_name (PlannrCaseForm *self);
void plannr_case_form_focus_people (PlannrCaseForm *self);
void plannr_case_form_focus_error (PlannrCaseForm *self);

G_END_DECLS
