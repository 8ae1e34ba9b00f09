/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plannr-window.h"
#include "recovery-desk.h"

/* The outbox and the application's window, which shows what becomes of the cases. */

static PlannrConnection *connection;

static void
after_paint_cb (GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, NULL);
  recovery_desk_open (connection);
}

static void
activate_cb (GtkApplication *application)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  PlannrWindow *window = NULL;

  gtk_css_provider_load_from_resource (style, "/org/example/PlannrCases/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = plannr_window_new (application, settings);
  plannr_window_set_connection (window, connection);
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (after_paint_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.example.RecoveryWindow", G_APPLICATION_NON_UNIQUE);

  recovery_desk_read_options (&argc, &argv);
  connection = recovery_desk_new ();
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
