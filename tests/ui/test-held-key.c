/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-held-key.h"

static GtkEventController *
get_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *widget, guint key)
{
  gboolean stopped = FALSE;

  g_signal_emit_by_name (get_keys (widget), "key-pressed", key, 0, 0, &stopped);

  return stopped;
}

static void
release (GtkWidget *widget, guint key)
{
  g_signal_emit_by_name (get_keys (widget), "key-released", key, 0, 0);
}

static void
test_used_up (void)
{
  g_autoptr (PlannrHeldKey) key = plannr_held_key_new ();
  GtkWidget *first = g_object_ref_sink (gtk_drawing_area_new ());
  GtkWidget *second = g_object_ref_sink (gtk_drawing_area_new ());

  plannr_held_key_watch (key, first);
  plannr_held_key_watch (key, second);

  /* Where nothing has come of it yet, it repeats. */
  g_assert_false (plannr_held_key_is_down (key));
  plannr_held_key_use_up (key);
  g_assert_false (press (first, GDK_KEY_Return));
  g_assert_false (press (first, GDK_KEY_Return));
  g_assert_true (plannr_held_key_is_down (key));

  /* Once it is used up it does not, wherever the focus is; another key is another key. */
  plannr_held_key_use_up (key);
  g_assert_true (press (first, GDK_KEY_Return));
  g_assert_true (press (second, GDK_KEY_Return));
  release (second, GDK_KEY_Return);
  g_assert_false (plannr_held_key_is_down (key));
  g_assert_false (press (second, GDK_KEY_Return));

  plannr_held_key_use_up (key);
  g_assert_false (press (second, GDK_KEY_a));
  g_assert_false (press (second, GDK_KEY_Return));

  g_object_unref (first);
  g_object_unref (second);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/held-key/used-up", test_used_up);

  return g_test_run ();
}
