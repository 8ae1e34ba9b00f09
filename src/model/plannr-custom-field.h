/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_CUSTOM_FIELD (plannr_custom_field_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCustomField, plannr_custom_field, PLANNR, CUSTOM_FIELD, GObject)

const char *plannr_custom_field_get_uuid (PlannrCustomField *self);
const char *plannr_custom_field_get_name (PlannrCustomField *self);
const char *plannr_custom_field_get_value (PlannrCustomField *self);
const char *plannr_custom_field_get_help_text (PlannrCustomField *self);

G_END_DECLS
