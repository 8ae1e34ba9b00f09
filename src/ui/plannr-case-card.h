/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CASE_CARD (plannr_case_card_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCaseCard, plannr_case_card, PLANNR, CASE_CARD, GtkWidget)

void plannr_case_card_set_submission (PlannrCaseCard *self, PlannrSubmission *submission);
void plannr_case_card_focus_heading (PlannrCaseCard *self);
char *plannr_case_card_get_text (PlannrCaseCard *self);

G_END_DECLS
