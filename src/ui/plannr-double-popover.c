/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-double-popover.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-case-facts.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"
#include "plannr-fact-card.h"
#include "plannr-selectable.h"

#define WIDTH      360
#define MAX_HEIGHT 220

static void
copy_cb (GtkWidget *button, PlannrCase *record)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), plannr_case_get_uuid (record));
}

static GtkWidget *
create_copy_button (PlannrCase *record)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: a button: copies the number (a UUID) by which Plannr knows the case */
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Copy case number"));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), record, 0);

  return button;
}

static char *
describe (PlannrCase *record)
{
  PlannrChoice *status = plannr_case_get_status (record);
  PlannrChoice *kind = plannr_case_get_kind (record);
  g_autofree char *value = plannr_describe_value (record);
  g_autofree char *shown_status = status != NULL ? plannr_describe_title (status) : g_strdup ("");
  g_autofree char *shown_kind = kind != NULL ? plannr_describe_title (kind) : g_strdup ("");

  return plannr_display_text_join (" · ",
                                   (const char *const[]){ shown_kind, shown_status, value, NULL });
}

static GtkWidget *
create_facts (PlannrCase *record)
{
  g_autoptr (PlannrCaseDraft) nothing = plannr_case_draft_new ();
  g_autoptr (GPtrArray) groups = plannr_case_facts_collect (record, nothing);
  g_autofree char *title = plannr_describe_title (record);
  g_autofree char *detail = describe (record);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), plannr_selectable_new (title, "candidate-name"));
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (box), plannr_selectable_new (detail, "caption"));
  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (GTK_BOX (box), plannr_fact_card_new (g_ptr_array_index (groups, i)));

  return box;
}

/**
 * plannr_double_popover_new:
 * @record: a case that Plannr has and that is no row of the list
 *
 * Returns: (transfer floating): a popover with what is known of @record
 */
GtkWidget *
plannr_double_popover_new (PlannrCase *record)
{
  GtkWidget *popover = NULL;
  GtkWidget *box = NULL;
  GtkWidget *scroller = NULL;
  GtkWidget *button = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (PLANNR_IS_CASE (record), NULL);

  title = plannr_describe_title (record);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE, "max-content-height", MAX_HEIGHT,
                           "child", create_facts (record), NULL);
  button = create_copy_button (record);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), button);

  popover = gtk_popover_new ();
  gtk_widget_add_css_class (popover, "double-popover");
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  plannr_accessible_set_name (popover, title);
  g_signal_connect_object (popover, "map", G_CALLBACK (gtk_widget_grab_focus), button,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return popover;
}
