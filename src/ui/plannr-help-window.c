/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-help-window.h"

#include "plannr-resources.h"

/**
 * PlannrHelpWindow:
 *
 * The help page, with the shortcuts. Esc closes it.
 */
struct _PlannrHelpWindow
{
  GtkWindow parent_instance;

  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (PlannrHelpWindow, plannr_help_window, GTK_TYPE_WINDOW)

static void
plannr_help_window_class_init (PlannrHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrHelpWindow, scroller);
}

static void
plannr_help_window_init (PlannrHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The arrow and page keys scroll at once. */
  gtk_widget_grab_focus (self->scroller);
}
