/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case-draft.h"
#include "plannr-directory.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PLANS_FIELD (plannr_plans_field_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPlansField, plannr_plans_field, PLANNR, PLANS_FIELD, GtkBox)

void plannr_plans_field_set_directory (PlannrPlansField *self, PlannrDirectory *directory);
void plannr_plans_field_set_draft (PlannrPlansField *self, PlannrCaseDraft *draft);
void plannr_plans_field_set_error (PlannrPlansField *self, const char *error);
const char *plannr_plans_field_get_error (PlannrPlansField *self);
void plannr_plans_field_focus (PlannrPlansField *self);

G_END_DECLS
