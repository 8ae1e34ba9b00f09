/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "sample-window"

#include "config.h"

#include <gtk/gtk.h>

/* A window with one of each thing that the harness has to cope with, for test-harness.c. */

static void
name_widget (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
count_cb (GtkButton *button, gpointer label)
{
  static int n_clicks = 0;
  g_autofree char *text = g_strdup_printf ("%s %d", gtk_button_get_label (button), ++n_clicks);

  gtk_label_set_text (label, text);
}

static GtkWidget *
make_counting_button (const char *name, GtkWidget *label)
{
  GtkWidget *button = gtk_button_new_with_label (name);

  g_signal_connect (button, "clicked", G_CALLBACK (count_cb), label);
  return button;
}

static void
unparent_cb (GtkWidget *button, gpointer popover)
{
  gtk_widget_unparent (popover);
}

static GtkWidget *
make_opener (GtkWidget *label)
{
  GtkWidget *opener = gtk_button_new_with_label ("Open");
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();

  name_widget (search, "Search");
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), make_counting_button ("Inside", label));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, opener);
  g_signal_connect (opener, "destroy", G_CALLBACK (unparent_cb), popover);
  g_signal_connect_swapped (opener, "clicked", G_CALLBACK (gtk_popover_popup), popover);
  return opener;
}

static void
activate_cb (GtkApplication *application, gpointer data)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *label = gtk_label_new ("None");
  GtkWidget *gap = gtk_label_new ("Gap");

  name_widget (entry, "Name");
  gtk_widget_set_size_request (gap, -1, 2000);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), make_opener (label));
  gtk_box_append (GTK_BOX (box), gap);
  gtk_box_append (GTK_BOX (box), make_counting_button ("Far", label));
  gtk_box_append (GTK_BOX (box), label);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  gtk_window_present (GTK_WINDOW (window));
  if (g_getenv ("SAMPLE_WARNING") != NULL)
    g_warning ("as asked");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.example.SampleWindow", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
