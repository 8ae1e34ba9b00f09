/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-form.h"

#include "plannr-resources.h"

/**
 * PlannrCaseForm:
 *
 * The form in which a case is written.
 */
struct _PlannrCaseForm
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrCaseForm, plannr_case_form, GTK_TYPE_WIDGET)

static void
plannr_case_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_CASE_FORM);

  G_OBJECT_CLASS (plannr_case_form_parent_class)->dispose (object);
}

static void
plannr_case_form_class_init (PlannrCaseFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_case_form_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-case-form.ui");
}

static void
plannr_case_form_init (PlannrCaseForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plannr_case_form_set_profile (PlannrCaseForm *self, PlannrProfile *profile)
{
}

PlannrSubmission *
plannr_case_form_get_submission (PlannrCaseForm *self)
{
  return NULL;
}

void
plannr_case_form_set_submission (PlannrCaseForm *self, PlannrSubmission *submission)
{
}

gboolean
plannr_case_form_check (PlannrCaseForm *self)
{
  return 0;
}

void
plannr_case_form_focus_name (PlannrCaseForm *self)
{
}

void
plannr_case_form_focus_people (PlannrCaseForm *self)
{
}

void
plannr_case_form_focus_error (PlannrCaseForm *self)
{
}
