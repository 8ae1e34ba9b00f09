/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-form-private.h"

#include "plannr-column-layout.h"
#include "plannr-message.h"
#include "plannr-pair-layout.h"
#include "plannr-resources.h"
#include "plannr-template.h"

/**
 * PlannrCaseForm:
 *
 * The form in which a case is written. Its widgets are bound to the draft of the submission that it
 * shows.
 */
G_DEFINE_FINAL_TYPE (PlannrCaseForm, plannr_case_form, GTK_TYPE_WIDGET)

/* What is sent can't be edited; when it is back, so is the focus, unless a person has gone elsewhere
 * with it meanwhile. */
static void
set_editable (PlannrCaseForm *self, gboolean editable)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (editable == gtk_widget_get_sensitive (self->column))
    return;

  if (!editable && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    {
      if (gtk_widget_is_ancestor (focus, self->column))
        g_set_weak_pointer (&self->left, focus);
      plannr_form_bar_focus (self->bar);
    }

  gtk_widget_set_sensitive (self->column, editable);

  if (editable && self->left != NULL
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (self->left);
  if (editable)
    g_clear_weak_pointer (&self->left);
}

static gboolean
is_waiting (PlannrCaseForm *self)
{
  return self->press != NULL && plannr_create_press_get_waiting (self->press);
}

static void
update (PlannrCaseForm *self)
{
  PlannrState state = plannr_submission_get_state (self->submission);
  const GError *error = plannr_submission_get_error (self->submission);

  set_editable (self, (state == PLANNR_STATE_DRAFT || state == PLANNR_STATE_REFUSED)
                          && !is_waiting (self));

  if (state == PLANNR_STATE_REFUSED && error != NULL)
    plannr_case_form_show_refusal (self, error);
  else if (state == PLANNR_STATE_QUEUED && error != NULL)
    {
      g_autofree char *sentence = plannr_message_get_sentence (error);

      plannr_case_form_set_message (self, sentence);
    }
  else
    plannr_case_form_set_message (self, NULL);
}

/* What is right again is said to be right at once; what is wrong is said at Create. */
static void
edited_cb (PlannrCaseForm *self)
{
  plannr_case_form_set_message (self, NULL);
}

static void
notify_cb (PlannrCaseForm *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "name"))
    plannr_case_form_set_error (self, PLANNR_FIELD_NAME, NULL);
  else if (g_str_equal (pspec->name, "kind"))
    plannr_case_form_set_error (self, PLANNR_FIELD_TYPE, NULL);
  else if (g_str_equal (pspec->name, "status"))
    plannr_case_form_set_error (self, PLANNR_FIELD_STATUS, NULL);
}

static void
disconnect_submission (PlannrCaseForm *self)
{
  if (self->submission == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->submission, self);
  g_signal_handlers_disconnect_by_data (plannr_submission_get_draft (self->submission), self);
  g_clear_object (&self->submission);
  g_clear_weak_pointer (&self->left);
}

static void
plannr_case_form_dispose (GObject *object)
{
  PlannrCaseForm *self = PLANNR_CASE_FORM (object);

  disconnect_submission (self);
  if (self->press != NULL)
    g_signal_handlers_disconnect_by_data (self->press, self);
  g_clear_object (&self->press);
  if (self->bindings != NULL)
    g_binding_group_set_source (self->bindings, NULL);
  g_clear_object (&self->bindings);
  plannr_template_dispose (self, PLANNR_TYPE_CASE_FORM);

  G_OBJECT_CLASS (plannr_case_form_parent_class)->dispose (object);
}

static void
plannr_case_form_class_init (PlannrCaseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_case_form_dispose;

  g_type_ensure (PLANNR_TYPE_COLUMN_LAYOUT);
  g_type_ensure (PLANNR_TYPE_DOUBLE_LINE);
  g_type_ensure (PLANNR_TYPE_FORM_BAR);
  g_type_ensure (PLANNR_TYPE_FORM_FIELD);
  g_type_ensure (PLANNR_TYPE_PAIR_LAYOUT);
  g_type_ensure (PLANNR_TYPE_PEOPLE_FIELD);
  g_type_ensure (PLANNR_TYPE_PICKER);
  g_type_ensure (PLANNR_TYPE_PLANS_FIELD);
  g_type_ensure (PLANNR_TYPE_VALUE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-case-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, bar);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, column);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, double_line);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, message);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, message_label);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, name_entry);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, name_field);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, people_field);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, plans_field);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, status_field);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, status_picker);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, type_field);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, type_picker);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseForm, value_field);
}

static void
plannr_case_form_init (PlannrCaseForm *self)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "name", self->name_entry, "text", both);
  g_binding_group_bind (self->bindings, "kind", self->type_picker, "item", both);
  g_binding_group_bind (self->bindings, "status", self->status_picker, "item", both);
}

static void
waiting_cb (PlannrCaseForm *self)
{
  if (self->submission != NULL)
    update (self);
}

static void
set_press (PlannrCaseForm *self, PlannrCreatePress *press)
{
  if (self->press == press)
    return;

  if (self->press != NULL)
    g_signal_handlers_disconnect_by_data (self->press, self);
  g_set_object (&self->press, press);

  /* The line may take the focus, once the fields have theirs back. */
  plannr_form_bar_set_press (self->bar, press);
  g_signal_connect_swapped (press, "notify::waiting", G_CALLBACK (waiting_cb), self);
  plannr_double_line_set_press (self->double_line, press);
}

/**
 * plannr_case_form_set_profile:
 * @self: a form
 * @profile: the firm whose people, plans, types and statuses can be chosen
 */
void
plannr_case_form_set_profile (PlannrCaseForm *self, PlannrProfile *profile)
{
  PlannrDirectory *directory = NULL;

  g_return_if_fail (PLANNR_IS_CASE_FORM (self));
  g_return_if_fail (PLANNR_IS_PROFILE (profile));

  directory = plannr_profile_get_directory (profile);
  plannr_picker_set_source (self->type_picker, directory,
                            plannr_picker_source_get (PLANNR_CACHE_TYPES));
  plannr_picker_set_source (self->status_picker, directory,
                            plannr_picker_source_get (PLANNR_CACHE_STATUSES));
  plannr_people_field_set_directory (self->people_field, directory);
  plannr_plans_field_set_directory (self->plans_field, directory);
  plannr_form_bar_set_outbox (self->bar, plannr_profile_get_outbox (profile));
  set_press (self, plannr_profile_get_create_press (profile));
}

/**
 * plannr_case_form_get_submission:
 * Returns: (transfer none) (nullable): what it shows
 */
PlannrSubmission *
plannr_case_form_get_submission (PlannrCaseForm *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_FORM (self), NULL);

  return self->submission;
}

/**
 * plannr_case_form_set_submission:
 * @self: a form
 * @submission: what it is to show
 */
void
plannr_case_form_set_submission (PlannrCaseForm *self, PlannrSubmission *submission)
{
  PlannrCaseDraft *draft = NULL;

  g_return_if_fail (PLANNR_IS_CASE_FORM (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  if (self->submission == submission)
    {
      update (self);
      return;
    }

  disconnect_submission (self);
  self->submission = g_object_ref (submission);
  draft = plannr_submission_get_draft (submission);

  /* What is undone in a field is what was typed into this draft, not into the one before. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->name_entry), FALSE);
  g_binding_group_set_source (self->bindings, draft);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->name_entry), TRUE);

  plannr_value_field_set_draft (self->value_field, draft);
  plannr_people_field_set_draft (self->people_field, draft);
  plannr_plans_field_set_draft (self->plans_field, draft);
  plannr_form_bar_set_submission (self->bar, submission);
  plannr_case_form_clear_errors (self);

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (draft, "notify", G_CALLBACK (notify_cb), self);
  g_signal_connect_swapped (submission, "notify", G_CALLBACK (update), self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update (self);
}

/**
 * plannr_case_form_focus_name:
 * @self: a form
 *
 * Gives the focus to `Name`.
 */
void
plannr_case_form_focus_name (PlannrCaseForm *self)
{
  g_return_if_fail (PLANNR_IS_CASE_FORM (self));

  gtk_widget_grab_focus (self->name_entry);
}

/**
 * plannr_case_form_focus_people:
 * @self: a form
 *
 * Gives the focus to `Add person…`.
 */
void
plannr_case_form_focus_people (PlannrCaseForm *self)
{
  g_return_if_fail (PLANNR_IS_CASE_FORM (self));

  plannr_people_field_focus (self->people_field);
}
