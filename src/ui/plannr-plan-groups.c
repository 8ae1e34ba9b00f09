/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-plan-groups.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-client-plans.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"
#include "plannr-message.h"
#include "plannr-namesakes.h"
#include "plannr-plan-check.h"

/**
 * PlannrPlanGroups:
 *
 * The plans that can be chosen, a check box each, in a group for each client; and those of the draft
 * that none of the clients is known to have.
 */
struct _PlannrPlanGroups
{
  GtkBox parent_instance;

  PlannrCaseDraft *draft; /* (owned) (nullable) */
  GHashTable *rows;       /* (owned), UUID → its check box, or the button that tries again */
};

G_DEFINE_FINAL_TYPE (PlannrPlanGroups, plannr_plan_groups, GTK_TYPE_BOX)

static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
add_group (PlannrPlanGroups *self, const char *name, gboolean with_heading)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  plannr_accessible_set_name (box, name);
  if (with_heading)
    add_label (box, name, "field-label");
  gtk_box_append (GTK_BOX (self), box);

  return box;
}

static void
add_again (PlannrPlanGroups *self, GtkWidget *box, PlannrClientPlans *client)
{
  PlannrAccount *account = plannr_client_plans_get_client (client);
  GtkWidget *button = gtk_button_new_with_label (_ ("Try again"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (plannr_client_plans_load), client,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  g_hash_table_insert (self->rows, g_strdup (plannr_account_get_uuid (account)), button);
}

static void
add_error (PlannrPlanGroups *self, GtkWidget *box, PlannrClientPlans *client)
{
  g_autofree char *sentence = plannr_message_get_sentence (plannr_client_plans_get_error (client));

  add_label (box, sentence, "field-error");
  add_again (self, box, client);
}

/* Returns whether any was added: a plan that two clients share has its check box once. */
static gboolean
add_checks (PlannrPlanGroups *self, GtkWidget *box, GPtrArray *plans)
{
  gboolean added = FALSE;

  for (guint i = 0; i < plans->len; i++)
    {
      PlannrPlan *plan = g_ptr_array_index (plans, i);
      const char *uuid = plannr_plan_get_uuid (plan);
      GtkWidget *check = NULL;

      if (g_hash_table_contains (self->rows, uuid))
        continue;

      check = plannr_plan_check_new (plan, self->draft);
      gtk_box_append (GTK_BOX (box), check);
      g_hash_table_insert (self->rows, g_strdup (uuid), check);
      added = TRUE;
    }

  return added;
}

static void
add_client (PlannrPlanGroups *self, PlannrClientPlans *client, gboolean with_heading)
{
  GPtrArray *plans = plannr_client_plans_get_plans (client);
  PlannrAccount *account = plannr_client_plans_get_client (client);
  g_autofree char *title = plannr_describe_title (account);
  g_autofree char *apart =
      plannr_namesakes_tell_apart (account, plannr_case_draft_get_people (self->draft));
  g_autofree char *name =
      plannr_display_text_join (" · ", (const char *[]){ title, apart != NULL ? apart : "", NULL });
  GtkWidget *box = add_group (self, name, with_heading);

  if (plannr_client_plans_get_error (client) != NULL)
    add_error (self, box, client);
  else if (plans == NULL)
    add_label (box, _ ("Looking for plans…"), "caption");
  else if (plans->len == 0)
    add_label (box, _ ("This client has no plans."), "caption");
  else if (!add_checks (self, box, plans))
    /* Translators: every plan of this client is also one of a client further up. */
    add_label (box, _ ("The plans of this client stand above."), "caption");

  if (plannr_client_plans_is_kept (client))
    {
      add_label (box, _ ("Plannr can’t be reached: this is what is kept on this computer."),
                 "caption");
      add_again (self, box, client);
    }
}

/* Ticked plans that none of the clients is known to have: found by number, or not looked up yet. */
static void
add_others (PlannrPlanGroups *self)
{
  GListModel *ticked = plannr_case_draft_get_plans (self->draft);
  guint n = g_list_model_get_n_items (ticked);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrPlan) plan = g_list_model_get_item (ticked, i);

      if (!g_hash_table_contains (self->rows, plannr_plan_get_uuid (plan)))
        g_ptr_array_add (others, g_steal_pointer (&plan));
    }

  if (others->len > 0)
    add_checks (self, add_group (self, _ ("Other plans"), TRUE), others);
}

/* Returns the UUID of the row that has the focus. */
static char *
get_focused_row (PlannrPlanGroups *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer uuid;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &uuid, &row))
    if (row == focus)
      return g_strdup (uuid);

  return NULL;
}

static void
plannr_plan_groups_dispose (GObject *object)
{
  PlannrPlanGroups *self = PLANNR_PLAN_GROUPS (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (plannr_plan_groups_parent_class)->dispose (object);
}

static void
plannr_plan_groups_class_init (PlannrPlanGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_plan_groups_dispose;
}

static void
plannr_plan_groups_init (PlannrPlanGroups *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * plannr_plan_groups_show:
 * @self: the groups
 * @draft: the draft that plans are chosen for
 * @clients: (element-type PlannrClientPlans): the plans of each client
 *
 * Shows a check box for each plan of @clients and each of @draft. News of one client's plans takes the
 * focus from none of another's.
 *
 * Returns: %FALSE where what had the focus is gone
 */
gboolean
plannr_plan_groups_show (PlannrPlanGroups *self, PlannrCaseDraft *draft, GPtrArray *clients)
{
  g_autofree char *focused = NULL;
  GtkWidget *child = NULL;

  g_return_val_if_fail (PLANNR_IS_PLAN_GROUPS (self), FALSE);
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), FALSE);

  focused = get_focused_row (self);
  g_set_object (&self->draft, draft);
  g_hash_table_remove_all (self->rows);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  for (guint i = 0; i < clients->len; i++)
    add_client (self, g_ptr_array_index (clients, i), clients->len > 1);
  add_others (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);

  if (focused == NULL)
    return TRUE;
  child = g_hash_table_lookup (self->rows, focused);

  return child != NULL && gtk_widget_grab_focus (child);
}

/**
 * plannr_plan_groups_show_ticks:
 * @self: the groups
 *
 * Ticks the check boxes of the plans that the draft has, and no others.
 *
 * Returns: %FALSE where a plan of the draft has no check box yet
 */
gboolean
plannr_plan_groups_show_ticks (PlannrPlanGroups *self)
{
  GListModel *plans = NULL;
  GHashTableIter iter;
  gpointer uuid;
  gpointer row;
  guint n;

  g_return_val_if_fail (PLANNR_IS_PLAN_GROUPS (self), FALSE);

  plans = plannr_case_draft_get_plans (self->draft);
  n = g_list_model_get_n_items (plans);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrPlan) plan = g_list_model_get_item (plans, i);

      if (!g_hash_table_contains (self->rows, plannr_plan_get_uuid (plan)))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &uuid, &row))
    if (GTK_IS_CHECK_BUTTON (row))
      gtk_check_button_set_active (row, plannr_case_draft_has (self->draft, uuid));

  return TRUE;
}
