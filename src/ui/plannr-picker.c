/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker.h"

#include "plannr-resources.h"

/**
 * PlannrPicker:
 *
 * A button that opens a searchable list.
 */
struct _PlannrPicker
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrPicker, plannr_picker, GTK_TYPE_WIDGET)

static void
plannr_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_PICKER);

  G_OBJECT_CLASS (plannr_picker_parent_class)->dispose (object);
}

static void
plannr_picker_class_init (PlannrPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_picker_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-picker.ui");
}

static void
plannr_picker_init (PlannrPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plannr_picker_set_source (PlannrPicker *self, PlannrDirectory *directory, PlannrPickerFindFunc find)
{
}

void
plannr_picker_set_item (PlannrPicker *self, gpointer item)
{
}

gpointer
plannr_picker_get_item (PlannrPicker *self)
{
  return NULL;
}

void
plannr_picker_open (PlannrPicker *self)
{
}
