/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-profile.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_QUESTION (plannr_question_get_type ())
G_DECLARE_FINAL_TYPE (PlannrQuestion, plannr_question, PLANNR, QUESTION, GtkWidget)

void plannr_question_set_profile (PlannrQuestion *self, PlannrProfile *profile);
void plannr_question_set_submission (PlannrQuestion *self, PlannrSubmission *submission);
void plannr_question_focus_safe (PlannrQuestion *self);

G_END_DECLS
