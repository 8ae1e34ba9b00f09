/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-create-press.h"
#include "plannr-outbox.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_FORM_BAR (plannr_form_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlannrFormBar, plannr_form_bar, PLANNR, FORM_BAR, GtkBox)

void plannr_form_bar_set_outbox (PlannrFormBar *self, PlannrOutbox *outbox);
void plannr_form_bar_set_press (PlannrFormBar *self, PlannrCreatePress *press);
void plannr_form_bar_set_submission (PlannrFormBar *self, PlannrSubmission *submission);
void plannr_form_bar_focus (PlannrFormBar *self);

G_END_DECLS
