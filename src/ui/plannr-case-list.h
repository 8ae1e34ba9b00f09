/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-outbox.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CASE_LIST (plannr_case_list_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCaseList, plannr_case_list, PLANNR, CASE_LIST, GtkWidget)

/* Property: "selected" (PlannrSubmission, nullable).
 * Signal: "activated" (PlannrSubmission): Return or a double click on a row, or Return in the search:
 * the focus may go to where the case is shown. */
void plannr_case_list_set_outbox (PlannrCaseList *self, PlannrOutbox *outbox);
PlannrSubmission *plannr_case_list_get_selected (PlannrCaseList *self);
void plannr_case_list_set_selected (PlannrCaseList *self, PlannrSubmission *submission);
void plannr_case_list_focus_search (PlannrCaseList *self);

G_END_DECLS
