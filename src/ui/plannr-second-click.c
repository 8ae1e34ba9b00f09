/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-second-click.h"

typedef struct
{
  GtkWidget *root; /* (owned) */
  GtkEventController *gesture;
} Swallow;

static void
swallow_free (Swallow *swallow)
{
  gtk_widget_remove_controller (swallow->root, swallow->gesture);
  g_object_unref (swallow->root);
  g_free (swallow);
}

static gboolean
over_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

static void
pressed_cb (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * plannr_second_click_swallow:
 * @widget: a widget in a window
 *
 * Keeps a click from having an effect on the window of @widget for as long as it could be the second
 * half of a double click: to be called when a single click has closed what was in front of it.
 */
void
plannr_second_click_swallow (GtkWidget *widget)
{
  GtkRoot *root;
  Swallow *swallow;
  int milliseconds = 0;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  if (root == NULL)
    return;

  swallow = g_new0 (Swallow, 1);
  swallow->root = g_object_ref (GTK_WIDGET (root));
  swallow->gesture = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_event_controller_set_propagation_phase (swallow->gesture, GTK_PHASE_CAPTURE);
  g_signal_connect (swallow->gesture, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (swallow->root, swallow->gesture);

  g_object_get (gtk_widget_get_settings (widget), "gtk-double-click-time", &milliseconds, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) MAX (milliseconds, 0), over_cb, swallow,
                      (GDestroyNotify) swallow_free);
}
