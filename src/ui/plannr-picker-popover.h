/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-picker.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER_POPOVER (plannr_picker_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    PlannrPickerPopover, plannr_picker_popover, PLANNR, PICKER_POPOVER, GtkPopover)

GtkWidget *plannr_picker_popover_new (void);

void plannr_picker_popover_set_source (PlannrPickerPopover *self,
                                       PlannrDirectory *directory,
                                       const PlannrPickerSource *source);
void plannr_picker_popover_set_words (PlannrPickerPopover *self,
                                      const char *search_name,
                                      const char *none_found,
                                      const char *prompt);

void plannr_picker_popover_open (PlannrPickerPopover *self,
                                 gpointer item,
                                 gboolean clearable,
                                 int width);
GtkWidget *plannr_picker_popover_get_text (PlannrPickerPopover *self);

G_END_DECLS
