/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-help-window.h"

#include <locale.h>

#include "plannr-test-widget.h"

static void
test_shows (void)
{
  GtkWidget *window = g_object_new (PLANNR_TYPE_HELP_WINDOW, NULL);
  GtkWidget *scroller = plannr_test_find (window, GTK_TYPE_SCROLLED_WINDOW, NULL);
  const char *const texts[] = { "Ctrl+N", "Ctrl+Return",     "Ctrl+F",       "F10",       "Ctrl+Q",
                                "F1",     "Was it created?", "Not accepted", "Checking…", "Draft" };

  gtk_window_present (GTK_WINDOW (window));
  plannr_test_settle (window);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (plannr_test_find (window, GTK_TYPE_LABEL, texts[i]));

  /* The keys that scroll work at once, and what they scroll has a name. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == scroller);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Help with Plannr Cases");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
destroyed_cb (gpointer data, GObject *window)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_closes (void)
{
  GtkWidget *window = g_object_new (PLANNR_TYPE_HELP_WINDOW, NULL);
  gboolean destroyed = FALSE;

  gtk_window_present (GTK_WINDOW (window));
  plannr_test_settle (window);
  g_object_weak_ref (G_OBJECT (window), destroyed_cb, &destroyed);

  /* What Esc is bound to. */
  gtk_widget_activate_action (window, "window.close", NULL);
  g_assert_true (plannr_test_wait (is_true, &destroyed));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "en_GB.UTF-8");

  g_test_add_func ("/plannr/help-window/shows", test_shows);
  g_test_add_func ("/plannr/help-window/closes", test_closes);

  return g_test_run ();
}
