/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-second-click.h"

typedef struct
{
  GtkWidget *root; /* (owned) */
  GtkEventController *gesture;
  double x; /* where the pointer was, in the root's own coordinates */
  double y;
} Swallow;

/* How far apart, in pixels, the two halves of a double click can be. */
#define NEAR 8

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

/* A click somewhere else is meant. */
static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, gpointer user_data)
{
  const Swallow *swallow = user_data;

  if (ABS (x - swallow->x) <= NEAR && ABS (y - swallow->y) <= NEAR)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
find_pointer (Swallow *swallow)
{
  GtkNative *native = GTK_NATIVE (swallow->root);
  GdkSurface *surface = gtk_native_get_surface (native);
  GdkDevice *pointer =
      gdk_seat_get_pointer (gdk_display_get_default_seat (gdk_surface_get_display (surface)));
  double x = 0;
  double y = 0;

  if (pointer != NULL)
    gdk_surface_get_device_position (surface, pointer, &swallow->x, &swallow->y, NULL);
  gtk_native_get_surface_transform (native, &x, &y);
  swallow->x -= x;
  swallow->y -= y;
}

/**
 * plannr_second_click_swallow:
 * @widget: a widget in a window
 *
 * Keeps a click at the same place from having an effect on the window of @widget for as long as it
 * could be the second half of a double click: to be called when a single click has closed what was in front of it.
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
  g_signal_connect (swallow->gesture, "pressed", G_CALLBACK (pressed_cb), swallow);
  find_pointer (swallow);
  gtk_widget_add_controller (swallow->root, swallow->gesture);

  g_object_get (gtk_widget_get_settings (widget), "gtk-double-click-time", &milliseconds, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) MAX (milliseconds, 0), over_cb, swallow,
                      (GDestroyNotify) swallow_free);
}
