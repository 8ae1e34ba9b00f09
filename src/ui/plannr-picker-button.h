/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER_BUTTON (plannr_picker_button_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPickerButton, plannr_picker_button, PLANNR, PICKER_BUTTON, GtkButton)

void plannr_picker_button_set_flat (PlannrPickerButton *self, gboolean flat);
void plannr_picker_button_show (PlannrPickerButton *self,
                                const char *label,
                                const char *placeholder,
                                gpointer item);
void plannr_picker_button_set_expanded (PlannrPickerButton *self, gboolean expanded);

G_END_DECLS
