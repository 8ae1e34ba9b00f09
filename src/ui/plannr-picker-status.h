/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-picker-search.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER_STATUS (plannr_picker_status_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPickerStatus, plannr_picker_status, PLANNR, PICKER_STATUS, GtkWidget)

void plannr_picker_status_tell (PlannrPickerStatus *self,
                                PlannrPickerSearch *search,
                                gboolean slow,
                                const char *prompt,
                                const char *none_found);
char *plannr_picker_status_get_sentence (PlannrPickerStatus *self);
gboolean plannr_picker_status_has_focus (PlannrPickerStatus *self);

G_END_DECLS
