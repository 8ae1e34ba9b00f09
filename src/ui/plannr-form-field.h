/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_FORM_FIELD (plannr_form_field_get_type ())
G_DECLARE_FINAL_TYPE (PlannrFormField, plannr_form_field, PLANNR, FORM_FIELD, GtkBox)

void plannr_form_field_set_target (PlannrFormField *self, GtkWidget *target);
const char *plannr_form_field_get_error (PlannrFormField *self);
void plannr_form_field_set_error (PlannrFormField *self, const char *error);
void plannr_form_field_set_caption (PlannrFormField *self, const char *caption);
gboolean plannr_form_field_focus (PlannrFormField *self);

G_END_DECLS
