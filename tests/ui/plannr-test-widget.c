/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-test-widget.h"

#include <glib/gstdio.h>

#define DEADLINE (20 * G_TIME_SPAN_SECOND)

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds of @data. Returns whether it did in time. */
gboolean
plannr_test_wait (PlannrTestCondition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;
  guint wake = g_timeout_add (100, wake_cb, NULL);
  gboolean held = FALSE;

  while (!(held = condition (data)) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);

  return held;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  int *frames = data;

  (*frames)++;

  return G_SOURCE_CONTINUE;
}

static gboolean
has_frames (gpointer data)
{
  return *(int *) data >= 3;
}

/* Waits until what was queued for @widget, which is shown, has been laid out and drawn. */
void
plannr_test_settle (GtkWidget *widget)
{
  int frames = 0;
  guint tick = gtk_widget_add_tick_callback (widget, tick_cb, &frames, NULL);

  g_assert_true (plannr_test_wait (has_frames, &frames));
  gtk_widget_remove_tick_callback (widget, tick);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Returns the first widget of @type in @root, itself included; with @label, the first one that is, or
 * holds, a label that says this. */
GtkWidget *
plannr_test_find (gpointer root, GType type, const char *label)
{
  GtkWidget *widget = root;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      GtkWidget *named = label == NULL || GTK_IS_LABEL (widget)
                             ? widget
                             : plannr_test_find (widget, GTK_TYPE_LABEL, label);

      if (label == NULL
          || (named != NULL && GTK_IS_LABEL (named)
              && g_str_equal (gtk_label_get_text (GTK_LABEL (named)), label)))
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = plannr_test_find (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns whether @widget is on the screen, in so far as its window is. */
gboolean
plannr_test_is_shown (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget);
}

/* Returns a window that shows @child, once it is mapped. */
GtkWidget *
plannr_test_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  plannr_test_settle (window);

  return window;
}

/* Removes @folder, and the files in it. */
void
plannr_test_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
