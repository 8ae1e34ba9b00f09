/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-held-key.h"

/**
 * PlannrHeldKey:
 *
 * The key that is being held down in a widget. The windowing system repeats it; where one press has
 * had its effect, the repetitions are not to have another one on what came in its place.
 */
struct _PlannrHeldKey
{
  guint down; /* 0 where none is */
  gboolean used_up;
};

static gboolean
pressed_cb (
    GtkEventController *controller, guint key, guint code, GdkModifierType modifiers, gpointer data)
{
  PlannrHeldKey *self = data;

  if (key == self->down && self->used_up)
    return GDK_EVENT_STOP;

  self->down = key;
  self->used_up = FALSE;

  return GDK_EVENT_PROPAGATE;
}

static void
release (PlannrHeldKey *self)
{
  self->down = 0;
  self->used_up = FALSE;
}

static void
free_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * plannr_held_key_watch:
 * @widget: a widget, which hears of a key before what is in it
 *
 * Returns: (transfer none): the key that is held down in @widget; it lives as long as @widget
 */
PlannrHeldKey *
plannr_held_key_watch (GtkWidget *widget)
{
  PlannrHeldKey *self;
  GtkEventController *keys;
  GtkEventController *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (PlannrHeldKey, 1);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (pressed_cb), self, free_cb, 0);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (release), self);
  gtk_widget_add_controller (widget, keys);

  /* Where the focus goes away, the release goes unseen. */
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (release), self);
  gtk_widget_add_controller (widget, focus);

  return self;
}

/**
 * plannr_held_key_is_down:
 * Returns: whether a key is held down
 */
gboolean
plannr_held_key_is_down (PlannrHeldKey *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->down != 0;
}

/**
 * plannr_held_key_use_up:
 * @self: the key of a widget
 *
 * Says that the key which is held down has had its effect: it has no more until it is released.
 */
void
plannr_held_key_use_up (PlannrHeldKey *self)
{
  g_return_if_fail (self != NULL);

  self->used_up = self->down != 0;
}
