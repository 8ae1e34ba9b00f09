/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-second-click.h"

typedef struct
{
  double x; /* where the pointer was, in the window's own coordinates */
  double y;
} Place;

/* How far apart, in pixels, the two halves of a double click can be. */
#define NEAR 8

static void
over_cb (gpointer data)
{
  GtkEventController *gesture = data;
  GtkWidget *root = gtk_event_controller_get_widget (gesture);

  /* The window may be gone by now. */
  if (root != NULL)
    gtk_widget_remove_controller (root, gesture);
  g_object_unref (gesture);
}

/* A click somewhere else is meant. */
static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, gpointer user_data)
{
  const Place *first = user_data;

  if (ABS (x - first->x) <= NEAR && ABS (y - first->y) <= NEAR)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static Place *
find_pointer (GtkNative *native)
{
  GdkSurface *surface = gtk_native_get_surface (native);
  GdkDevice *pointer =
      gdk_seat_get_pointer (gdk_display_get_default_seat (gdk_surface_get_display (surface)));
  Place *place = g_new0 (Place, 1);
  double x = 0;
  double y = 0;

  if (pointer != NULL)
    gdk_surface_get_device_position (surface, pointer, &place->x, &place->y, NULL);
  gtk_native_get_surface_transform (native, &x, &y);
  place->x -= x;
  place->y -= y;

  return place;
}

static void
free_cb (gpointer place, GClosure *closure)
{
  g_free (place);
}

/**
 * plannr_second_click_swallow:
 * @widget: a widget in a window
 *
 * Keeps a click at the same place from having an effect on the window of @widget for as long as it
 * could be the second half of a double click: to be called when a single click has closed what was
 * in front of it.
 */
void
plannr_second_click_swallow (GtkWidget *widget)
{
  GtkEventController *gesture;
  GtkRoot *root;
  int milliseconds = 0;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  if (root == NULL || !gtk_widget_get_realized (GTK_WIDGET (root)))
    return;

  gesture = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_event_controller_set_propagation_phase (gesture, GTK_PHASE_CAPTURE);
  g_signal_connect_data (gesture, "pressed", G_CALLBACK (pressed_cb),
                         find_pointer (GTK_NATIVE (root)), free_cb, 0);
  gtk_widget_add_controller (GTK_WIDGET (root), g_object_ref (gesture));

  g_object_get (gtk_widget_get_settings (widget), "gtk-double-click-time", &milliseconds, NULL);
  g_timeout_add_once ((guint) MAX (milliseconds, 0), over_cb, gesture);
}
