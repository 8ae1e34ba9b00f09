/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-selectable.h"

/* No word of any language is that long. */
#define MAX_WORD 100

static gboolean
has_endless_word (const char *text)
{
  guint length = 0;

  for (const char *at = text; *at != '\0' && length <= MAX_WORD; at = g_utf8_next_char (at))
    length = g_unichar_isspace (g_utf8_get_char (at)) ? 0 : length + 1;

  return length > MAX_WORD;
}

/* Not to be focusable is not enough: a selectable label would swallow the Tab key then. */
static void
set_takes_focus (GtkWidget *label, gboolean takes_focus)
{
  gtk_widget_set_can_focus (label, takes_focus);
  gtk_widget_set_focusable (label, takes_focus);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  set_takes_focus (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), TRUE);
}

static void
leave_cb (GtkEventControllerFocus *controller, gpointer user_data)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  gtk_label_select_region (GTK_LABEL (label), 0, 0);
  set_takes_focus (label, FALSE);
}

/**
 * plannr_selectable_prepare:
 * @label: a label
 *
 * Lets the pointer select the text of @label, and Ctrl+C copy it. It takes the focus only for that:
 * a card has thirty texts, and none is to stand in the way of the Tab key.
 */
void
plannr_selectable_prepare (GtkLabel *label)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_selectable (label, TRUE);
  set_takes_focus (GTK_WIDGET (label), FALSE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (label), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (label), focus);
}

/**
 * plannr_selectable_set_text:
 * @label: a label that wraps
 * @text: plain text
 *
 * Shows @text, wrapped between words where there are any: Pango takes seconds to look for a place to
 * break ten thousand characters without a space.
 */
void
plannr_selectable_set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_wrap_mode (label, has_endless_word (text) ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
  gtk_label_set_text (label, text);
}

/**
 * plannr_selectable_new:
 * @text: plain text
 * @css_class: (nullable): a class of style.css
 *
 * Returns: (transfer floating): a label that shows @text in as many lines as it takes, and lets the
 *   pointer select it
 */
GtkWidget *
plannr_selectable_new (const char *text, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  plannr_selectable_set_text (label, text);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  plannr_selectable_prepare (label);

  return GTK_WIDGET (label);
}
