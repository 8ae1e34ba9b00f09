/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-card.h"

#include "plannr-resources.h"

/**
 * PlannrCaseCard:
 *
 * The card of a case that Plannr has created.
 */
struct _PlannrCaseCard
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrCaseCard, plannr_case_card, GTK_TYPE_WIDGET)

static void
plannr_case_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_CASE_CARD);

  G_OBJECT_CLASS (plannr_case_card_parent_class)->dispose (object);
}

static void
plannr_case_card_class_init (PlannrCaseCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_case_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-case-card.ui");
}

static void
plannr_case_card_init (PlannrCaseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plannr_case_card_set_submission (PlannrCaseCard *self, PlannrSubmission *submission)
{
}

void
plannr_case_card_focus_heading (PlannrCaseCard *self)
{
}

char *
plannr_case_card_get_text (PlannrCaseCard *self)
{
  return NULL;
}
