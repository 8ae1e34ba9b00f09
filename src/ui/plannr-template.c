/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-template.h"

/**
 * plannr_template_dispose:
 * @widget: (type GtkWidget): a widget that is no container, with a template
 * @type: its type
 *
 * Lets go of the children of @widget in its dispose. GTK 4.8's gtk_widget_dispose_template() forgets
 * those that have no name.
 */
void
plannr_template_dispose (gpointer widget, GType type)
{
  GtkWidget *child = NULL;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
