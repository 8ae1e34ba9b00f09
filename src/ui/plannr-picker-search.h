/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-picker.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PICKER_SEARCH (plannr_picker_search_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPickerSearch, plannr_picker_search, PLANNR, PICKER_SEARCH, GObject)

PlannrPickerSearch *plannr_picker_search_new (void);

void plannr_picker_search_set_source (PlannrPickerSearch *self,
                                      PlannrDirectory *directory,
                                      const PlannrPickerSource *source);

const char *plannr_picker_search_get_text (PlannrPickerSearch *self);
void plannr_picker_search_set_text (PlannrPickerSearch *self, const char *text);

GListModel *plannr_picker_search_get_found (PlannrPickerSearch *self);
gboolean plannr_picker_search_is_searching (PlannrPickerSearch *self);
gboolean plannr_picker_search_is_asking (PlannrPickerSearch *self);
gboolean plannr_picker_search_is_kept (PlannrPickerSearch *self);
gboolean plannr_picker_search_has_more (PlannrPickerSearch *self);
const GError *plannr_picker_search_get_error (PlannrPickerSearch *self);

void plannr_picker_search_begin (PlannrPickerSearch *self, const char *text);
void plannr_picker_search_look_further (PlannrPickerSearch *self);
void plannr_picker_search_hurry (PlannrPickerSearch *self);
void plannr_picker_search_repeat (PlannrPickerSearch *self);
void plannr_picker_search_stop (PlannrPickerSearch *self);

G_END_DECLS
