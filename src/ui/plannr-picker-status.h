/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER_STATUS (plannr_picker_status_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPickerStatus, plannr_picker_status, PLANNR, PICKER_STATUS, GtkWidget)

void plannr_picker_status_say_searching (PlannrPickerStatus *self, gboolean slow);
void plannr_picker_status_say_error (PlannrPickerStatus *self, const GError *error);
void
plannr_picker_status_say_none (PlannrPickerStatus *self, const char *text, const char *none_found);
void plannr_picker_status_say_prompt (PlannrPickerStatus *self, const char *prompt);

char *plannr_picker_status_get_sentence (PlannrPickerStatus *self);
gboolean plannr_picker_status_has_focus (PlannrPickerStatus *self);

G_END_DECLS
