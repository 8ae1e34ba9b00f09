/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-value-field.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-money.h"
#include "plannr-problem-text.h"
#include "plannr-wrap-layout.h"

#define LEFT_AFTER 50 /* milliseconds */

/**
 * PlannrValueField:
 *
 * The expected value: what a person types, under it what was understood, and where that could be
 * one of several amounts a button for each.
 */
struct _PlannrValueField
{
  GtkBox parent_instance;

  PlannrFormField *field;
  GtkWidget *entry;
  GtkWidget *readings;
  PlannrCaseDraft *draft; /* (owned) (nullable) */
  GBinding *binding;
  guint left; /* the source that waits until what was left can be told to be wrong */
};

G_DEFINE_FINAL_TYPE (PlannrValueField, plannr_value_field, GTK_TYPE_BOX)

static void
reading_cb (GtkButton *button, gpointer user_data)
{
  PlannrValueField *self = user_data;
  const char *text = g_object_get_data (G_OBJECT (button), "text");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_widget_grab_focus (self->entry);
  plannr_value_field_show_problem (self);
}

static void
show_readings (PlannrValueField *self, const PlannrMoneyReading *reading)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->readings)) != NULL)
    gtk_widget_unparent (child);

  for (guint i = 0; i < reading->n_readings; i++)
    {
      g_autofree char *money =
          plannr_money_format (reading->readings[i], PLANNR_CASE_CURRENCY, NULL);
      GtkWidget *button = gtk_button_new_with_label (money);

      g_object_set_data_full (G_OBJECT (button), "text",
                              plannr_money_format_plain (reading->readings[i], PLANNR_CASE_CURRENCY,
                                                         NULL),
                              g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (reading_cb), self);
      gtk_widget_set_parent (button, self->readings);
    }
  gtk_widget_set_visible (self->readings, reading->n_readings > 0);
}

/* While a person types, half an amount is no error yet: an error that stands only ever goes away. */
static void
changed_cb (PlannrValueField *self)
{
  const PlannrMoneyReading *reading = plannr_case_draft_get_value (self->draft);
  g_autofree char *money = NULL;

  if (reading->verdict == PLANNR_MONEY_EXACT)
    money = plannr_money_format (reading->amount, PLANNR_CASE_CURRENCY, NULL);
  plannr_form_field_set_caption (self->field, money);
  plannr_form_field_set_error (self->field, NULL);
  gtk_widget_set_visible (self->readings, FALSE);
}

static gboolean
is_pressed (PlannrValueField *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;

  return pointer != NULL && (gdk_device_get_modifier_state (pointer) & GDK_BUTTON1_MASK) != 0;
}

/* What is said takes space, and moves what stands below: never from under a click. */
static gboolean
left_cb (gpointer user_data)
{
  PlannrValueField *self = user_data;

  if (is_pressed (self))
    return G_SOURCE_CONTINUE;

  self->left = 0;
  if (plannr_problem_find (self->draft, PLANNR_FIELD_VALUE) != PLANNR_PROBLEM_NONE)
    plannr_value_field_show_problem (self);

  return G_SOURCE_REMOVE;
}

static void
leave_cb (PlannrValueField *self)
{
  if (self->draft != NULL && self->left == 0)
    self->left = g_timeout_add (LEFT_AFTER, left_cb, self);
}

static void
enter_cb (PlannrValueField *self)
{
  g_clear_handle_id (&self->left, g_source_remove);
}

static void
plannr_value_field_dispose (GObject *object)
{
  PlannrValueField *self = PLANNR_VALUE_FIELD (object);
  GtkWidget *child = NULL;

  plannr_value_field_set_draft (self, NULL);
  while (self->readings != NULL && (child = gtk_widget_get_first_child (self->readings)) != NULL)
    gtk_widget_unparent (child);
  self->readings = NULL;

  G_OBJECT_CLASS (plannr_value_field_parent_class)->dispose (object);
}

static void
plannr_value_field_class_init (PlannrValueFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_value_field_dispose;
}

static void
plannr_value_field_init (PlannrValueField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);

  /* Translators: the label of the field for the money that a case is expected to bring. */
  self->field = g_object_new (PLANNR_TYPE_FORM_FIELD, "title", _ ("E_xpected value"), "content",
                              self->entry, NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->field));

  self->readings = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->readings, g_object_new (PLANNR_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_set_visible (self->readings, FALSE);
  gtk_box_append (GTK_BOX (self), self->readings);
}

/**
 * plannr_value_field_set_draft:
 * @self: a value field
 * @draft: (nullable): whose expected value it holds
 */
void
plannr_value_field_set_draft (PlannrValueField *self, PlannrCaseDraft *draft)
{
  g_return_if_fail (PLANNR_IS_VALUE_FIELD (self));

  g_clear_handle_id (&self->left, g_source_remove);
  if (self->draft != NULL)
    {
      g_clear_pointer (&self->binding, g_binding_unbind);
      g_signal_handlers_disconnect_by_func (self->draft, changed_cb, self);
    }
  if (!g_set_object (&self->draft, draft) || draft == NULL)
    return;

  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  self->binding = g_object_bind_property (draft, "value-text", self->entry, "text",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  g_signal_connect_swapped (draft, "notify::value-text", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/**
 * plannr_value_field_get_field:
 * Returns: (transfer none): the field, for its error and the focus
 */
PlannrFormField *
plannr_value_field_get_field (PlannrValueField *self)
{
  g_return_val_if_fail (PLANNR_IS_VALUE_FIELD (self), NULL);

  return self->field;
}

/**
 * plannr_value_field_show_problem:
 * @self: a value field
 *
 * Says what is wrong with what stands in it, and offers what it could mean.
 */
void
plannr_value_field_show_problem (PlannrValueField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLANNR_IS_VALUE_FIELD (self));

  if (self->draft == NULL)
    return;

  text = plannr_problem_text (plannr_problem_find (self->draft, PLANNR_FIELD_VALUE));
  plannr_form_field_set_error (self->field, text);
  show_readings (self, plannr_case_draft_get_value (self->draft));
}
