/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-account-chooser.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"

/**
 * PlannrAccountChooser:
 *
 * The accounts that a token stands for, as a group of radio buttons, one of them always active.
 */
struct _PlannrAccountChooser
{
  GtkWidget parent_instance;

  PlannrLogin *chosen; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlannrAccountChooser, plannr_account_chooser, GTK_TYPE_WIDGET)

static char *
describe (PlannrLogin *login)
{
  g_autofree char *firm = plannr_display_text_isolate (plannr_login_get_firm_name (login));
  g_autofree char *name = plannr_display_text_isolate (plannr_login_get_account_name (login));

  /* Translators: an account to choose, as in “Harbour & Vale — Zoë Müller (staff)”: %1$s is a firm,
   * %2$s a person, %3$s what they are there. */
  return g_strdup_printf (_ ("%1$s — %2$s (%3$s)"), firm, name,
                          plannr_describe_kind (plannr_login_get_account_kind (login)));
}

static void
toggled_cb (PlannrAccountChooser *self, GtkCheckButton *row)
{
  if (gtk_check_button_get_active (row))
    g_set_object (&self->chosen, g_object_get_data (G_OBJECT (row), "login"));
}

static void
toggle_cb (GtkCheckButton *row)
{
  gtk_check_button_set_active (row, TRUE);
}

static GtkWidget *
row_new (PlannrAccountChooser *self, PlannrLogin *login)
{
  g_autofree char *text = describe (login);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) toggle = g_simple_action_new ("toggle", NULL);
  GtkWidget *row = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), label);
  plannr_accessible_set_name (row, text);

  /* GTK's check buttons cannot be activated by assistive technology without an action of their own. It
   * must not hold the button that holds it, as a property's action would. */
  g_signal_connect_object (toggle, "activate", G_CALLBACK (toggle_cb), row, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (toggle));
  gtk_widget_insert_action_group (row, "check", G_ACTION_GROUP (group));

  g_object_set_data_full (G_OBJECT (row), "login", g_object_ref (login), g_object_unref);
  g_signal_connect_swapped (row, "toggled", G_CALLBACK (toggled_cb), self);

  return row;
}

static void
clear (PlannrAccountChooser *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (row);
  g_clear_object (&self->chosen);
}

static void
plannr_account_chooser_dispose (GObject *object)
{
  clear (PLANNR_ACCOUNT_CHOOSER (object));

  G_OBJECT_CLASS (plannr_account_chooser_parent_class)->dispose (object);
}

static gboolean
plannr_account_chooser_grab_focus (GtkWidget *widget)
{
  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
      return gtk_widget_grab_focus (row);

  return FALSE;
}

static void
plannr_account_chooser_class_init (PlannrAccountChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_account_chooser_dispose;
  widget_class->grab_focus = plannr_account_chooser_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
plannr_account_chooser_init (PlannrAccountChooser *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 4);
}

/**
 * plannr_account_chooser_get_chosen:
 * Returns: (transfer none) (nullable): the account that is chosen; %NULL where there is none
 */
PlannrLogin *
plannr_account_chooser_get_chosen (PlannrAccountChooser *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT_CHOOSER (self), NULL);

  return self->chosen;
}

/**
 * plannr_account_chooser_set_logins:
 * @self: a chooser
 * @logins: (element-type PlannrLogin): the accounts; the one that Plannr says is preferred is chosen
 *   to begin with, else the first
 */
void
plannr_account_chooser_set_logins (PlannrAccountChooser *self, GPtrArray *logins)
{
  GtkCheckButton *first = NULL;
  GtkCheckButton *preferred = NULL;

  g_return_if_fail (PLANNR_IS_ACCOUNT_CHOOSER (self));
  g_return_if_fail (logins != NULL);

  clear (self);
  for (guint i = 0; i < logins->len; i++)
    {
      PlannrLogin *login = g_ptr_array_index (logins, i);
      GtkWidget *row = row_new (self, login);

      if (first == NULL)
        first = GTK_CHECK_BUTTON (row);
      else
        gtk_check_button_set_group (GTK_CHECK_BUTTON (row), first);
      if (preferred == NULL && plannr_login_get_preferred (login))
        preferred = GTK_CHECK_BUTTON (row);
      gtk_widget_set_parent (row, GTK_WIDGET (self));
    }

  if (first != NULL)
    gtk_check_button_set_active (preferred != NULL ? preferred : first, TRUE);
}
