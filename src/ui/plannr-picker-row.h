/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-emphasis.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER_ROW (plannr_picker_row_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPickerRow, plannr_picker_row, PLANNR, PICKER_ROW, GtkWidget)

GtkWidget *plannr_picker_row_new (void);

void plannr_picker_row_bind (PlannrPickerRow *self,
                             GtkListItem *list_item,
                             gboolean current,
                             PlannrEmphasis *emphasis);
void plannr_picker_row_unbind (PlannrPickerRow *self);
void plannr_picker_row_set_emphasis (PlannrPickerRow *self, PlannrEmphasis *emphasis);

char *plannr_picker_row_get_sentence (gpointer item);

G_END_DECLS
