/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-plan-check.h"

#include "plannr-accessible.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"

static void
toggled_cb (GtkCheckButton *check, PlannrCaseDraft *draft)
{
  PlannrPlan *plan = g_object_get_data (G_OBJECT (check), "plan");

  if (gtk_check_button_get_active (check))
    plannr_case_draft_add (draft, plan);
  else
    plannr_case_draft_remove (draft, plannr_plan_get_uuid (plan));
}

static void
toggle_cb (GtkCheckButton *check)
{
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static GtkWidget *
label (const char *text)
{
  GtkWidget *self = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (self), 0);
  gtk_label_set_wrap (GTK_LABEL (self), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self), PANGO_ELLIPSIZE_END);

  return self;
}

/**
 * plannr_plan_check_new:
 * @plan: a plan that can be chosen
 * @draft: the draft that it is chosen for
 *
 * Returns: (transfer floating): a check box for @plan, ticked where @draft has it
 */
GtkWidget *
plannr_plan_check_new (PlannrPlan *plan, PlannrCaseDraft *draft)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = plannr_describe_title (plan);
  g_autofree char *detail = plannr_describe_detail (plan);
  g_autofree char *value = plannr_describe_value (plan);
  g_autofree char *name =
      plannr_display_text_join (", ", (const char *[]){ title, detail, value, NULL });
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) toggle = g_simple_action_new ("toggle", NULL);
  GtkWidget *second = label (detail);

  gtk_widget_add_css_class (row, "plan-check");
  if (g_strcmp0 (plannr_plan_get_status (plan), "inactive") == 0)
    gtk_widget_add_css_class (row, "inactive");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_set_visible (second, *detail != '\0');
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (lines, detail);
  gtk_box_append (GTK_BOX (lines), label (title));
  gtk_box_append (GTK_BOX (lines), second);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), gtk_label_new (value));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               plannr_case_draft_has (draft, plannr_plan_get_uuid (plan)));
  plannr_accessible_set_name (check, name);

  g_object_set_data_full (G_OBJECT (check), "plan", g_object_ref (plan), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), draft, 0);

  /* A check button has no action of its own that a screen reader could take. It must not hold the
   * button that holds it, as a property's action would. */
  g_signal_connect_object (toggle, "activate", G_CALLBACK (toggle_cb), check, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (toggle));
  gtk_widget_insert_action_group (check, "check", G_ACTION_GROUP (group));

  return check;
}
