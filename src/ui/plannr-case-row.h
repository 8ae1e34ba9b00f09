/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-emphasis.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CASE_ROW (plannr_case_row_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCaseRow, plannr_case_row, PLANNR, CASE_ROW, GtkWidget)

GtkWidget *plannr_case_row_new (void);

PlannrSubmission *plannr_case_row_get_submission (PlannrCaseRow *self);
void plannr_case_row_set_submission (PlannrCaseRow *self, PlannrSubmission *submission);
void plannr_case_row_set_emphasis (PlannrCaseRow *self, PlannrEmphasis *emphasis);

G_END_DECLS
