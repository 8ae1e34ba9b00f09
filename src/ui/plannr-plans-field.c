/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-plans-field.h"

#include <glib/gi18n.h>

#include "plannr-client-plans.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"
#include "plannr-form-field.h"
#include "plannr-picker.h"
#include "plannr-plan-groups.h"

/**
 * PlannrPlansField:
 *
 * The plans of those who take part, a check box each, under their client; and a picker for others.
 * Every plan of the draft has its check box here: nothing that is sent is invisible.
 */
struct _PlannrPlansField
{
  GtkBox parent_instance;

  GtkWidget *notice; /* that plans were unticked */
  GtkLabel *notice_label;
  PlannrPlanGroups *groups;
  PlannrFormField *field;
  PlannrPicker *picker;

  PlannrDirectory *directory; /* (owned) (nullable) */
  PlannrCaseDraft *draft;     /* (owned) (nullable) */
  GPtrArray *clients;         /* (owned), of PlannrClientPlans */
  PlannrAccount *removed;     /* (owned) (nullable): whom Undo brings back */
  GPtrArray *unticked;        /* (owned), of PlannrPlan: what Undo ticks again */
};

G_DEFINE_FINAL_TYPE (PlannrPlansField, plannr_plans_field, GTK_TYPE_BOX)

static void
forget_client (gpointer client)
{
  plannr_client_plans_cancel (client);
  g_object_unref (client);
}

static void
update (PlannrPlansField *self)
{
  if (!plannr_plan_groups_show (self->groups, self->draft, self->clients))
    plannr_plans_field_focus (self);
}

static PlannrClientPlans *
find_client (PlannrPlansField *self, const char *uuid, guint *position)
{
  for (guint i = 0; i < self->clients->len; i++)
    {
      PlannrClientPlans *client = g_ptr_array_index (self->clients, i);

      if (g_strcmp0 (plannr_account_get_uuid (plannr_client_plans_get_client (client)), uuid) == 0)
        {
          *position = i;
          return client;
        }
    }

  return NULL;
}

static gboolean
is_brought (PlannrPlansField *self, const char *plan_uuid)
{
  for (guint i = 0; i < self->clients->len; i++)
    if (plannr_client_plans_has (g_ptr_array_index (self->clients, i), plan_uuid))
      return TRUE;

  return FALSE;
}

static void
set_notice (PlannrPlansField *self, PlannrAccount *removed)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  g_set_object (&self->removed, removed);
  gtk_widget_set_visible (self->notice, removed != NULL);
  if (removed == NULL)
    {
      g_ptr_array_set_size (self->unticked, 0);
      return;
    }

  name = plannr_describe_title (removed);
  shown = plannr_display_text_isolate (name);
  /* Translators: %1$u is how many plans, %2$s the name of the client who was removed. */
  text = g_strdup_printf (ngettext ("%1$u plan of %2$s was unticked.",
                                    "%1$u plans of %2$s were unticked.", self->unticked->len),
                          self->unticked->len, shown);
  gtk_label_set_label (self->notice_label, text);
}

/* A client has gone: what only they brought goes too. */
static void
drop_client (PlannrPlansField *self, guint position)
{
  g_autoptr (PlannrClientPlans) gone = g_object_ref (g_ptr_array_index (self->clients, position));
  GPtrArray *plans = plannr_client_plans_get_plans (gone);

  g_ptr_array_remove_index (self->clients, position);
  set_notice (self, NULL);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      PlannrPlan *plan = g_ptr_array_index (plans, i);
      const char *uuid = plannr_plan_get_uuid (plan);

      if (!is_brought (self, uuid) && plannr_case_draft_remove (self->draft, uuid))
        g_ptr_array_add (self->unticked, g_object_ref (plan));
    }
  if (self->unticked->len > 0)
    set_notice (self, plannr_client_plans_get_client (gone));
}

static void
people_changed_cb (PlannrPlansField *self)
{
  GListModel *people = plannr_case_draft_get_people (self->draft);
  guint n = g_list_model_get_n_items (people);
  guint position;

  for (guint i = self->clients->len; i > 0; i--)
    {
      PlannrClientPlans *client = g_ptr_array_index (self->clients, i - 1);
      PlannrAccount *person = plannr_client_plans_get_client (client);

      if (!plannr_case_draft_has (self->draft, plannr_account_get_uuid (person)))
        drop_client (self, i - 1);
    }

  for (guint i = 0; i < n && self->directory != NULL; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);
      PlannrClientPlans *client = NULL;

      if (plannr_account_get_kind (person) != PLANNR_ACCOUNT_KIND_CLIENT
          || find_client (self, plannr_account_get_uuid (person), &position) != NULL)
        continue;

      client = plannr_client_plans_new (self->directory, person);
      g_ptr_array_add (self->clients, client);
      plannr_client_plans_load (client);
      g_signal_connect_object (client, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }

  update (self);
}

static void
plans_changed_cb (PlannrPlansField *self)
{
  plannr_plans_field_set_error (self, NULL);
  if (!plannr_plan_groups_show_ticks (self->groups))
    update (self);
}

static void
picked_cb (PlannrPlansField *self, PlannrPlan *plan)
{
  if (self->draft != NULL)
    plannr_case_draft_add (self->draft, plan);
}

static void
undo_cb (PlannrPlansField *self)
{
  g_autoptr (PlannrAccount) removed = g_object_ref (self->removed);
  g_autoptr (GPtrArray) unticked = g_steal_pointer (&self->unticked);

  self->unticked = g_ptr_array_new_with_free_func (g_object_unref);
  set_notice (self, NULL);
  for (guint i = 0; i < unticked->len; i++)
    plannr_case_draft_add (self->draft, g_ptr_array_index (unticked, i));
  plannr_case_draft_add (self->draft, removed);
  plannr_plans_field_focus (self);
}

/* So that the heading's mnemonic leads there too. */
static gboolean
plannr_plans_field_grab_focus (GtkWidget *widget)
{
  return plannr_form_field_focus (PLANNR_PLANS_FIELD (widget)->field);
}

static void
plannr_plans_field_dispose (GObject *object)
{
  PlannrPlansField *self = PLANNR_PLANS_FIELD (object);

  if (self->clients != NULL)
    plannr_plans_field_set_draft (self, NULL);
  g_clear_object (&self->directory);
  g_clear_object (&self->removed);
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_clear_pointer (&self->unticked, g_ptr_array_unref);

  G_OBJECT_CLASS (plannr_plans_field_parent_class)->dispose (object);
}

static void
plannr_plans_field_class_init (PlannrPlansFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_plans_field_dispose;
  widget_class->grab_focus = plannr_plans_field_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plannr_plans_field_init (PlannrPlansField *self)
{
  GtkWidget *undo = gtk_button_new_with_label (_ ("Undo"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->clients = g_ptr_array_new_with_free_func (forget_client);
  self->unticked = g_ptr_array_new_with_free_func (g_object_unref);

  self->notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->notice_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->notice_label, 0);
  gtk_label_set_wrap (self->notice_label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->notice_label), TRUE);
  gtk_box_append (GTK_BOX (self->notice), GTK_WIDGET (self->notice_label));
  g_signal_connect_swapped (undo, "clicked", G_CALLBACK (undo_cb), self);
  gtk_widget_set_valign (undo, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->notice), undo);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_box_append (GTK_BOX (self), self->notice);

  self->groups = g_object_new (PLANNR_TYPE_PLAN_GROUPS, "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->groups));

  self->picker =
      g_object_new (PLANNR_TYPE_PICKER, "label", _ ("Find another plan…"), "flat", TRUE,
                    "keeps-item", FALSE, "none-found",
                    _ ("Is it written like that in the policy number or the name?"), "prompt",
                    _ ("Type a policy number or a part of a plan’s name."), NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->picker), GTK_ALIGN_START);
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
  self->field = g_object_new (PLANNR_TYPE_FORM_FIELD, "content", self->picker, NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->field));
}

/**
 * plannr_plans_field_set_directory:
 * @self: a plans field
 * @directory: the firm's plans
 */
void
plannr_plans_field_set_directory (PlannrPlansField *self, PlannrDirectory *directory)
{
  g_return_if_fail (PLANNR_IS_PLANS_FIELD (self));

  g_set_object (&self->directory, directory);
  plannr_picker_set_source (self->picker, directory, plannr_picker_source_get (PLANNR_CACHE_PLANS));
}

/**
 * plannr_plans_field_set_draft:
 * @self: a plans field
 * @draft: (nullable): whose plans it holds
 */
void
plannr_plans_field_set_draft (PlannrPlansField *self, PlannrCaseDraft *draft)
{
  g_return_if_fail (PLANNR_IS_PLANS_FIELD (self));

  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (plannr_case_draft_get_people (self->draft), self);
      g_signal_handlers_disconnect_by_data (plannr_case_draft_get_plans (self->draft), self);
    }

  for (guint i = 0; i < self->clients->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->clients, i), self);
  g_ptr_array_set_size (self->clients, 0);
  set_notice (self, NULL);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;

  g_signal_connect_swapped (plannr_case_draft_get_people (draft), "items-changed",
                            G_CALLBACK (people_changed_cb), self);
  g_signal_connect_swapped (plannr_case_draft_get_plans (draft), "items-changed",
                            G_CALLBACK (plans_changed_cb), self);
  people_changed_cb (self);
}

/**
 * plannr_plans_field_set_error:
 * @self: a plans field
 * @error: (nullable): what is wrong with the plans, as a sentence
 */
void
plannr_plans_field_set_error (PlannrPlansField *self, const char *error)
{
  g_return_if_fail (PLANNR_IS_PLANS_FIELD (self));

  plannr_form_field_set_error (self->field, error);
}

/**
 * plannr_plans_field_get_error:
 * Returns: (transfer none) (nullable): what is wrong with the plans
 */
const char *
plannr_plans_field_get_error (PlannrPlansField *self)
{
  g_return_val_if_fail (PLANNR_IS_PLANS_FIELD (self), NULL);

  return plannr_form_field_get_error (self->field);
}

/**
 * plannr_plans_field_focus:
 * @self: a plans field
 *
 * Gives the focus to the button that finds another plan.
 */
void
plannr_plans_field_focus (PlannrPlansField *self)
{
  g_return_if_fail (PLANNR_IS_PLANS_FIELD (self));

  plannr_form_field_focus (self->field);
}
