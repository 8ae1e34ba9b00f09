/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-form-private.h"

#include "plannr-accessible.h"
#include "plannr-problem-text.h"
#include "plannr-refusal.h"
#include "plannr-scroll-to.h"

static PlannrFormField *
get_field (PlannrCaseForm *self, PlannrField field)
{
  switch (field)
    {
    case PLANNR_FIELD_NAME:
      return self->name_field;
    case PLANNR_FIELD_TYPE:
      return self->type_field;
    case PLANNR_FIELD_STATUS:
      return self->status_field;
    case PLANNR_FIELD_VALUE:
      return plannr_value_field_get_field (self->value_field);
    case PLANNR_FIELD_PEOPLE:
    case PLANNR_FIELD_PLANS:
    case PLANNR_FIELD_OTHER:
    case PLANNR_N_FIELDS:
    default:
      return NULL;
    }
}

void
plannr_case_form_set_error (PlannrCaseForm *self, PlannrField field, const char *error)
{
  if (field == PLANNR_FIELD_PEOPLE)
    plannr_people_field_set_error (self->people_field, error);
  else if (field == PLANNR_FIELD_PLANS)
    plannr_plans_field_set_error (self->plans_field, error);
  else
    plannr_form_field_set_error (get_field (self, field), error);
}

static const char *
get_error (PlannrCaseForm *self, PlannrField field)
{
  if (field == PLANNR_FIELD_PEOPLE)
    return plannr_people_field_get_error (self->people_field);
  if (field == PLANNR_FIELD_PLANS)
    return plannr_plans_field_get_error (self->plans_field);

  return plannr_form_field_get_error (get_field (self, field));
}

/* The field takes the focus, and what is wrong with it is seen. */
static void
focus_field (PlannrCaseForm *self, PlannrField field)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = NULL;
  GtkWidget *shown = NULL;

  if (field == PLANNR_FIELD_PEOPLE)
    plannr_people_field_focus (self->people_field);
  else if (field == PLANNR_FIELD_PLANS)
    plannr_plans_field_focus (self->plans_field);
  else
    plannr_form_field_focus (get_field (self, field));

  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL)
    shown = gtk_widget_get_ancestor (focus, field == PLANNR_FIELD_VALUE ? PLANNR_TYPE_VALUE_FIELD
                                                                        : PLANNR_TYPE_FORM_FIELD);
  if (shown != NULL)
    plannr_scroll_to (shown);
}

void
plannr_case_form_set_message (PlannrCaseForm *self, const char *text)
{
  gtk_label_set_label (self->message_label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->message, text);
  gtk_widget_set_visible (self->message, text != NULL);
  plannr_accessible_set_name (self->message, text != NULL ? text : "");
  plannr_accessible_set_description (self->message, NULL); /* which the tooltip has set */
}

void
plannr_case_form_clear_errors (PlannrCaseForm *self)
{
  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    plannr_case_form_set_error (self, field, NULL);
  plannr_case_form_set_message (self, NULL);
}

void
plannr_case_form_show_refusal (PlannrCaseForm *self, const GError *error)
{
  g_autofree char *others = plannr_refusal_get_words (error, PLANNR_FIELD_OTHER);

  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    {
      g_autofree char *words = plannr_refusal_get_words (error, field);

      plannr_case_form_set_error (self, field, words);
    }
  plannr_case_form_set_message (self, others);
}

/**
 * plannr_case_form_check:
 * @self: a form
 *
 * Says under each field what is wrong with it.
 *
 * Returns: whether nothing is
 */
gboolean
plannr_case_form_check (PlannrCaseForm *self)
{
  PlannrCaseDraft *draft = NULL;
  gboolean right = TRUE;

  g_return_val_if_fail (PLANNR_IS_CASE_FORM (self), FALSE);

  draft = plannr_submission_get_draft (self->submission);
  plannr_case_form_clear_errors (self);
  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    {
      g_autofree char *text = plannr_problem_text (plannr_problem_find (draft, field));

      if (text != NULL)
        right = FALSE;
      if (field == PLANNR_FIELD_VALUE)
        plannr_value_field_show_problem (self->value_field);
      else
        plannr_case_form_set_error (self, field, text);
    }

  return right;
}

/**
 * plannr_case_form_focus_error:
 * @self: a form
 *
 * Gives the focus to the first field that is wrong, or to what is said above the bar.
 */
void
plannr_case_form_focus_error (PlannrCaseForm *self)
{
  g_return_if_fail (PLANNR_IS_CASE_FORM (self));

  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    if (get_error (self, field) != NULL)
      {
        focus_field (self, field);
        return;
      }

  if (gtk_widget_get_visible (self->message))
    gtk_widget_grab_focus (self->message);
}
