/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plannr-window.h"

/* The application's window and nothing behind it: what its .ui files and its style cost by themselves. */

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrConnection) connection = plannr_connection_new (TRUE, schedule);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  PlannrWindow *window = NULL;

  gtk_css_provider_load_from_resource (style, "/org/example/PlannrCases/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = plannr_window_new (application, settings);
  plannr_window_set_connection (window, connection);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.example.UiOnly", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
