/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-list.h"

#include "plannr-resources.h"

/**
 * PlannrCaseList:
 *
 * The list of all cases that this person has begun.
 */
struct _PlannrCaseList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrCaseList, plannr_case_list, GTK_TYPE_WIDGET)

static void
plannr_case_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_CASE_LIST);

  G_OBJECT_CLASS (plannr_case_list_parent_class)->dispose (object);
}

static void
plannr_case_list_class_init (PlannrCaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_case_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-case-list.ui");
}

static void
plannr_case_list_init (PlannrCaseList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plannr_case_list_set_outbox (PlannrCaseList *self, PlannrOutbox *outbox)
{
}

PlannrSubmission *
plannr_case_list_get_selected (PlannrCaseList *self)
{
  return NULL;
}

void
plannr_case_list_set_selected (PlannrCaseList *self, PlannrSubmission *submission)
{
}

void
plannr_case_list_focus_search (PlannrCaseList *self)
{
}
