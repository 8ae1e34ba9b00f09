/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-accessible.h"

/**
 * plannr_accessible_set_name:
 * @widget: (type GtkWidget): a widget
 * @name: what a screen reader calls it
 */
void
plannr_accessible_set_name (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * plannr_accessible_set_description:
 * @widget: (type GtkWidget): a widget
 * @description: (nullable): what a screen reader says of it after its name; a change to that of the
 *   widget that has the focus is how news is told
 */
void
plannr_accessible_set_description (gpointer widget, const char *description)
{
  if (description == NULL || *description == '\0')
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
}

/**
 * plannr_accessible_set_invalid:
 * @widget: (type GtkWidget): the widget of a field
 * @error: (nullable): what is wrong with what it holds; %NULL where nothing is
 */
void
plannr_accessible_set_invalid (gpointer widget, const char *error)
{
  if (error == NULL)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID);
  else
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  plannr_accessible_set_description (widget, error);
}
