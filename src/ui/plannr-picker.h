/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-picker-source.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER (plannr_picker_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPicker, plannr_picker, PLANNR, PICKER, GtkWidget)

/**
 * PlannrPicker:label: the name of the field, for assistive technology; what is chosen is added to it
 * PlannrPicker:search-label: (nullable): the name of the search entry, “Search types” say; by default
 *   something with the label in it
 * PlannrPicker:placeholder: (nullable): what the button shows while nothing is chosen; by default the
 *   label
 * PlannrPicker:none-found: (nullable): what the list says, below “No match”, where nothing matches:
 *   what to do about it
 * PlannrPicker:prompt: (nullable): what the list says before anything is typed, for a source that has
 *   nothing for that: what to type
 * PlannrPicker:item: (nullable): what is chosen: a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 * PlannrPicker:keeps-item: whether what is picked becomes the item, as it does by default; not so
 *   where it is added to something else
 * PlannrPicker:clearable: whether the list offers to choose nothing again
 * PlannrPicker:flat: whether it looks like a plain button rather than like a field
 *
 * PlannrPicker::picked: a person has picked (GObject *item), %NULL to clear it. By then the list is
 * closed, the button has the focus, and the item, where it is kept, is the new one.
 */
void plannr_picker_set_source (PlannrPicker *self,
                               PlannrDirectory *directory,
                               const PlannrPickerSource *source);
void plannr_picker_set_item (PlannrPicker *self, gpointer item);
gpointer plannr_picker_get_item (PlannrPicker *self);
void plannr_picker_set_error (PlannrPicker *self, const char *error);
void plannr_picker_open (PlannrPicker *self);

G_END_DECLS
