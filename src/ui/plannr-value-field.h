/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case-draft.h"
#include "plannr-form-field.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_VALUE_FIELD (plannr_value_field_get_type ())
G_DECLARE_FINAL_TYPE (PlannrValueField, plannr_value_field, PLANNR, VALUE_FIELD, GtkBox)

void plannr_value_field_set_draft (PlannrValueField *self, PlannrCaseDraft *draft);
PlannrFormField *plannr_value_field_get_field (PlannrValueField *self);
void plannr_value_field_show_problem (PlannrValueField *self);

G_END_DECLS
