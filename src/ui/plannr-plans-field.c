/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-plans-field.h"

#include <glib/gi18n.h>

#include "plannr-client-plans.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"
#include "plannr-form-field.h"
#include "plannr-message.h"
#include "plannr-picker.h"
#include "plannr-plan-check.h"

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
  GtkWidget *groups;
  PlannrFormField *field;
  PlannrPicker *picker;

  PlannrDirectory *directory; /* (owned) (nullable) */
  PlannrCaseDraft *draft;     /* (owned) (nullable) */
  GPtrArray *clients;         /* (owned), of PlannrClientPlans */
  PlannrAccount *removed;     /* (owned) (nullable): whom Undo brings back */
  GPtrArray *unticked;        /* (owned), of PlannrPlan: what Undo ticks again */
};

G_DEFINE_FINAL_TYPE (PlannrPlansField, plannr_plans_field, GTK_TYPE_BOX)

static void update (PlannrPlansField *self);

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

static void
add_error (GtkWidget *box, PlannrClientPlans *client)
{
  g_autofree char *sentence = plannr_message_get_sentence (plannr_client_plans_get_error (client));
  GtkWidget *button = gtk_button_new_with_label (_ ("Try again"));

  add_label (box, sentence, "field-error");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (plannr_client_plans_load), client,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_checks (PlannrPlansField *self, GtkWidget *box, GPtrArray *plans, GHashTable *shown)
{
  for (guint i = 0; i < plans->len; i++)
    {
      PlannrPlan *plan = g_ptr_array_index (plans, i);

      if (g_hash_table_add (shown, (gpointer) plannr_plan_get_uuid (plan)))
        gtk_box_append (GTK_BOX (box), plannr_plan_check_new (plan, self->draft));
    }
}

static void
add_client (PlannrPlansField *self, PlannrClientPlans *client, GHashTable *shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GPtrArray *plans = plannr_client_plans_get_plans (client);

  if (self->clients->len > 1)
    {
      g_autofree char *name = plannr_describe_title (plannr_client_plans_get_client (client));

      add_label (box, name, "field-label");
    }

  if (plannr_client_plans_get_error (client) != NULL)
    add_error (box, client);
  else if (plans == NULL)
    add_label (box, _ ("Looking for plans…"), "caption");
  else if (plans->len == 0)
    add_label (box, _ ("This client has no plans."), "caption");
  else
    add_checks (self, box, plans, shown);

  gtk_box_append (GTK_BOX (self->groups), box);
}

/* Ticked plans that none of the clients is known to have: found by number, or not looked up yet. */
static void
add_others (PlannrPlansField *self, GHashTable *shown)
{
  GListModel *ticked = plannr_case_draft_get_plans (self->draft);
  guint n = g_list_model_get_n_items (ticked);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *box = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrPlan) plan = g_list_model_get_item (ticked, i);

      if (!g_hash_table_contains (shown, plannr_plan_get_uuid (plan)))
        g_ptr_array_add (others, g_steal_pointer (&plan));
    }
  if (others->len == 0)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add_label (box, _ ("Other plans"), "field-label");
  add_checks (self, box, others, shown);
  gtk_box_append (GTK_BOX (self->groups), box);
}

static void
update (PlannrPlansField *self)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
  if (self->draft == NULL)
    return;

  for (guint i = 0; i < self->clients->len; i++)
    add_client (self, g_ptr_array_index (self->clients, i), shown);
  add_others (self, shown);
  gtk_widget_set_visible (self->groups, gtk_widget_get_first_child (self->groups) != NULL);
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
      g_signal_connect_object (client, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      plannr_client_plans_load (client);
    }

  update (self);
}

static void
plans_changed_cb (PlannrPlansField *self)
{
  plannr_plans_field_set_error (self, NULL);
}

static void
picked_cb (PlannrPlansField *self, PlannrPlan *plan)
{
  if (self->draft == NULL)
    return;

  plannr_case_draft_add (self->draft, plan);
  update (self);
}

static void
undo_cb (PlannrPlansField *self)
{
  g_autoptr (PlannrAccount) removed = g_object_ref (self->removed);
  g_autoptr (GPtrArray) unticked = g_ptr_array_ref (self->unticked);

  self->unticked = g_ptr_array_new_with_free_func (g_object_unref);
  set_notice (self, NULL);
  for (guint i = 0; i < unticked->len; i++)
    plannr_case_draft_add (self->draft, g_ptr_array_index (unticked, i));
  plannr_case_draft_add (self->draft, removed);
  plannr_plans_field_focus (self);
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
  G_OBJECT_CLASS (klass)->dispose = plannr_plans_field_dispose;
}

static void
plannr_plans_field_init (PlannrPlansField *self)
{
  GtkWidget *undo = gtk_button_new_with_label (_ ("Undo"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->clients = g_ptr_array_new_with_free_func (g_object_unref);
  self->unticked = g_ptr_array_new_with_free_func (g_object_unref);

  self->notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->notice_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->notice_label, 0);
  gtk_label_set_wrap (self->notice_label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->notice_label), TRUE);
  gtk_box_append (GTK_BOX (self->notice), GTK_WIDGET (self->notice_label));
  g_signal_connect_swapped (undo, "clicked", G_CALLBACK (undo_cb), self);
  gtk_box_append (GTK_BOX (self->notice), undo);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_box_append (GTK_BOX (self), self->notice);

  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_visible (self->groups, FALSE);
  gtk_box_append (GTK_BOX (self), self->groups);

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
  plannr_picker_set_source (self->picker, directory, plannr_directory_find_plans_async);
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
