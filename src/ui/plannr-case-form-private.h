/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-form.h"
#include "plannr-double-line.h"
#include "plannr-form-bar.h"
#include "plannr-form-field.h"
#include "plannr-people-field.h"
#include "plannr-picker.h"
#include "plannr-plans-field.h"
#include "plannr-value-field.h"

G_BEGIN_DECLS

/* The form is written in two files: what it shows, and what it says to be wrong. */

struct _PlannrCaseForm
{
  GtkWidget parent_instance;

  PlannrFormBar *bar;
  GtkWidget *column;
  PlannrDoubleLine *double_line;
  GtkWidget *message;
  GtkLabel *message_label;
  GtkWidget *name_entry;
  PlannrFormField *name_field;
  PlannrPeopleField *people_field;
  PlannrPlansField *plans_field;
  GtkScrolledWindow *scroller;
  PlannrFormField *status_field;
  PlannrPicker *status_picker;
  PlannrFormField *type_field;
  PlannrPicker *type_picker;
  PlannrValueField *value_field;

  PlannrSubmission *submission; /* (owned) (nullable) */
  PlannrCreatePress *press;     /* (owned) (nullable) */
  GBindingGroup *bindings;      /* (owned) */
  GtkWidget *left;              /* (unowned) (nullable): what had the focus when it was sent */
};

void plannr_case_form_set_error (PlannrCaseForm *self, PlannrField field, const char *error);
void plannr_case_form_set_message (PlannrCaseForm *self, const char *text);
void plannr_case_form_clear_errors (PlannrCaseForm *self);
void plannr_case_form_show_refusal (PlannrCaseForm *self, const GError *error);

G_END_DECLS
