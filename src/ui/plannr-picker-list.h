/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER_LIST (plannr_picker_list_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPickerList, plannr_picker_list, PLANNR, PICKER_LIST, GtkWidget)

void plannr_picker_list_set_found (PlannrPickerList *self, GListModel *found);
void plannr_picker_list_set_more (PlannrPickerList *self, gboolean more);
void plannr_picker_list_set_current (PlannrPickerList *self, gpointer item);
void plannr_picker_list_set_words (PlannrPickerList *self, const char *text);
void plannr_picker_list_set_stale (PlannrPickerList *self, gboolean stale);
void plannr_picker_list_set_kept (PlannrPickerList *self, gboolean kept);

gint64 plannr_picker_list_find_current (PlannrPickerList *self);
gint64 plannr_picker_list_get_mark (PlannrPickerList *self);
void plannr_picker_list_set_mark (PlannrPickerList *self, gint64 position);
void plannr_picker_list_keep_mark (PlannrPickerList *self);
gint64 plannr_picker_list_get_page (PlannrPickerList *self);
char *plannr_picker_list_get_sentence (PlannrPickerList *self);

G_END_DECLS
