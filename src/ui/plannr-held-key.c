/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-held-key.h"

/* A key that is held down is repeated sooner than this, after the first press too, in microseconds.
 * After that it has been released, though its release may have gone to another window. */
#define REPETITION G_TIME_SPAN_SECOND

/**
 * PlannrHeldKey:
 *
 * The key that is being held down in some widgets. The windowing system repeats it; where one press
 * has had its effect, the repetitions are not to have another one on what came in its place.
 */
struct _PlannrHeldKey
{
  GObject parent_instance;

  guint down; /* 0 where none is */
  gint64 time;
  gboolean used_up;
};

G_DEFINE_FINAL_TYPE (PlannrHeldKey, plannr_held_key, G_TYPE_OBJECT)

static gboolean
pressed_cb (PlannrHeldKey *self, guint key)
{
  gint64 now = g_get_monotonic_time ();

  if (key != self->down || now - self->time > REPETITION)
    self->used_up = FALSE;
  self->down = key;
  self->time = now;

  return self->used_up;
}

static void
released_cb (PlannrHeldKey *self)
{
  self->down = 0;
  self->used_up = FALSE;
}

static void
plannr_held_key_class_init (PlannrHeldKeyClass *klass)
{
}

static void
plannr_held_key_init (PlannrHeldKey *self)
{
}

/**
 * plannr_held_key_new:
 * Returns: (transfer full): a key that is not known to be held down anywhere yet
 */
PlannrHeldKey *
plannr_held_key_new (void)
{
  return g_object_new (PLANNR_TYPE_HELD_KEY, NULL);
}

/**
 * plannr_held_key_watch:
 * @self: a key
 * @widget: a widget; from now on, what is in it does not hear of a key that is used up. What is in a
 *   popover of it does: that is to be watched as well
 */
void
plannr_held_key_watch (PlannrHeldKey *self, GtkWidget *widget)
{
  GtkEventController *keys;

  g_return_if_fail (PLANNR_IS_HELD_KEY (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

/**
 * plannr_held_key_is_down:
 * Returns: whether a key is held down
 */
gboolean
plannr_held_key_is_down (PlannrHeldKey *self)
{
  g_return_val_if_fail (PLANNR_IS_HELD_KEY (self), FALSE);

  return self->down != 0;
}

/**
 * plannr_held_key_use_up:
 * @self: a key
 *
 * Says that the key which is held down has had its effect: it has no more until it is released.
 */
void
plannr_held_key_use_up (PlannrHeldKey *self)
{
  g_return_if_fail (PLANNR_IS_HELD_KEY (self));

  self->used_up = self->down != 0;
}
