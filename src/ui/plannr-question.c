/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-question.h"

#include "plannr-resources.h"

/**
 * PlannrQuestion:
 *
 * The question whether a case was created, while it is being checked and once the person is asked.
 */
struct _PlannrQuestion
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrQuestion, plannr_question, GTK_TYPE_WIDGET)

static void
plannr_question_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_QUESTION);

  G_OBJECT_CLASS (plannr_question_parent_class)->dispose (object);
}

static void
plannr_question_class_init (PlannrQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_question_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-question.ui");
}

static void
plannr_question_init (PlannrQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plannr_question_set_profile (PlannrQuestion *self, PlannrProfile *profile)
{
}

void
plannr_question_set_submission (PlannrQuestion *self, PlannrSubmission *submission)
{
}

void
plannr_question_focus_safe (PlannrQuestion *self)
{
}
