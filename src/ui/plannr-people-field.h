/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case-draft.h"
#include "plannr-directory.h"
#include "plannr-form-field.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PEOPLE_FIELD (plannr_people_field_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPeopleField, plannr_people_field, PLANNR, PEOPLE_FIELD, GtkBox)

void plannr_people_field_set_directory (PlannrPeopleField *self, PlannrDirectory *directory);
void plannr_people_field_set_draft (PlannrPeopleField *self, PlannrCaseDraft *draft);
void plannr_people_field_set_error (PlannrPeopleField *self, const char *error);
const char *plannr_people_field_get_error (PlannrPeopleField *self);
void plannr_people_field_focus (PlannrPeopleField *self);

G_END_DECLS
