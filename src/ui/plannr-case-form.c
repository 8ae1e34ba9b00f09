/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-form.h"

#include "plannr-accessible.h"
#include "plannr-column-layout.h"
#include "plannr-double-line.h"
#include "plannr-form-bar.h"
#include "plannr-form-field.h"
#include "plannr-message.h"
#include "plannr-pair-layout.h"
#include "plannr-people-field.h"
#include "plannr-picker.h"
#include "plannr-plans-field.h"
#include "plannr-problem-text.h"
#include "plannr-refusal.h"
#include "plannr-resources.h"
#include "plannr-scroll-to.h"
#include "plannr-template.h"
#include "plannr-value-field.h"

/**
 * PlannrCaseForm:
 *
 * The form in which a case is written. Its widgets are bound to the draft of the submission that it
 * shows.
 */
struct _PlannrCaseForm
{
  GtkWidget parent_instance;

  PlannrFormBar *bar;
  GtkWidget *column;
  PlannrDoubleLine *double_line;
  GtkWidget *message;
  GtkLabel *message_label;
  GtkWidget *name_entry;
  PlannrFormField *name_field;
  PlannrPeopleField *people_field;
  PlannrPlansField *plans_field;
  GtkScrolledWindow *scroller;
  PlannrFormField *status_field;
  PlannrPicker *status_picker;
  PlannrFormField *type_field;
  PlannrPicker *type_picker;
  PlannrValueField *value_field;

  PlannrSubmission *submission; /* (owned) (nullable) */
  PlannrCreatePress *press;     /* (owned) (nullable) */
  GBindingGroup *bindings;      /* (owned) */
  GtkWidget *left;              /* (unowned) (nullable): what had the focus when it was sent */
};

G_DEFINE_FINAL_TYPE (PlannrCaseForm, plannr_case_form, GTK_TYPE_WIDGET)

static PlannrFormField *
get_field (PlannrCaseForm *self, PlannrField field)
{
  switch (field)
    {
    case PLANNR_FIELD_NAME:
      return self->name_field;
    case PLANNR_FIELD_TYPE:
      return self->type_field;
    case PLANNR_FIELD_STATUS:
      return self->status_field;
    case PLANNR_FIELD_VALUE:
      return plannr_value_field_get_field (self->value_field);
    case PLANNR_FIELD_PEOPLE:
    case PLANNR_FIELD_PLANS:
    case PLANNR_FIELD_OTHER:
    case PLANNR_N_FIELDS:
    default:
      return NULL;
    }
}

static void
set_error (PlannrCaseForm *self, PlannrField field, const char *error)
{
  if (field == PLANNR_FIELD_PEOPLE)
    plannr_people_field_set_error (self->people_field, error);
  else if (field == PLANNR_FIELD_PLANS)
    plannr_plans_field_set_error (self->plans_field, error);
  else
    plannr_form_field_set_error (get_field (self, field), error);
}

static const char *
get_error (PlannrCaseForm *self, PlannrField field)
{
  if (field == PLANNR_FIELD_PEOPLE)
    return plannr_people_field_get_error (self->people_field);
  if (field == PLANNR_FIELD_PLANS)
    return plannr_plans_field_get_error (self->plans_field);

  return plannr_form_field_get_error (get_field (self, field));
}

/* The field takes the focus, and what is wrong with it is seen. */
static void
focus_field (PlannrCaseForm *self, PlannrField field)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = NULL;
  GtkWidget *shown = NULL;

  if (field == PLANNR_FIELD_PEOPLE)
    plannr_people_field_focus (self->people_field);
  else if (field == PLANNR_FIELD_PLANS)
    plannr_plans_field_focus (self->plans_field);
  else
    plannr_form_field_focus (get_field (self, field));

  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL)
    shown = gtk_widget_get_ancestor (focus, field == PLANNR_FIELD_VALUE ? PLANNR_TYPE_VALUE_FIELD
                                                                        : PLANNR_TYPE_FORM_FIELD);
  if (shown != NULL)
    plannr_scroll_to (shown);
}

static void
set_message (PlannrCaseForm *self, const char *text)
{
  gtk_label_set_label (self->message_label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->message, text);
  gtk_widget_set_visible (self->message, text != NULL);
  plannr_accessible_set_name (self->message, text != NULL ? text : "");
  plannr_accessible_set_description (self->message, NULL); /* which the tooltip has set */
}

static void
clear_errors (PlannrCaseForm *self)
{
  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    set_error (self, field, NULL);
  set_message (self, NULL);
}

static void
show_refusal (PlannrCaseForm *self, const GError *error)
{
  g_autofree char *others = plannr_refusal_get_words (error, PLANNR_FIELD_OTHER);

  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    {
      g_autofree char *words = plannr_refusal_get_words (error, field);

      set_error (self, field, words);
    }
  set_message (self, others);
}

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
    show_refusal (self, error);
  else if (state == PLANNR_STATE_QUEUED && error != NULL)
    {
      g_autofree char *sentence = plannr_message_get_sentence (error);

      set_message (self, sentence);
    }
  else
    set_message (self, NULL);
}

/* What is right again is said to be right at once; what is wrong is said at Create. */
static void
edited_cb (PlannrCaseForm *self)
{
  set_message (self, NULL);
}

static void
notify_cb (PlannrCaseForm *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "name"))
    set_error (self, PLANNR_FIELD_NAME, NULL);
  else if (g_str_equal (pspec->name, "kind"))
    set_error (self, PLANNR_FIELD_TYPE, NULL);
  else if (g_str_equal (pspec->name, "status"))
    set_error (self, PLANNR_FIELD_STATUS, NULL);
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
  plannr_picker_set_source (self->type_picker, directory, plannr_directory_find_types_async);
  plannr_picker_set_source (self->status_picker, directory, plannr_directory_find_statuses_async);
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
  clear_errors (self);

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (draft, "notify", G_CALLBACK (notify_cb), self);
  g_signal_connect_swapped (submission, "notify", G_CALLBACK (update), self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update (self);
}

/**
 * plannr_case_form_check:
 * @self: a form
 *
 * Says under each field what is wrong with it.
 *
 * Returns: whether nothing is
 */
gboolean
plannr_case_form_check (PlannrCaseForm *self)
{
  PlannrCaseDraft *draft = NULL;
  gboolean right = TRUE;

  g_return_val_if_fail (PLANNR_IS_CASE_FORM (self), FALSE);

  draft = plannr_submission_get_draft (self->submission);
  clear_errors (self);
  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    {
      g_autofree char *text = plannr_problem_text (plannr_problem_find (draft, field));

      if (text != NULL)
        right = FALSE;
      if (field == PLANNR_FIELD_VALUE)
        plannr_value_field_show_problem (self->value_field);
      else
        set_error (self, field, text);
    }

  return right;
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

/**
 * plannr_case_form_focus_error:
 * @self: a form
 *
 * Gives the focus to the first field that is wrong, or to what is said above the bar.
 */
void
plannr_case_form_focus_error (PlannrCaseForm *self)
{
  g_return_if_fail (PLANNR_IS_CASE_FORM (self));

  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    if (get_error (self, field) != NULL)
      {
        focus_field (self, field);
        return;
      }

  if (gtk_widget_get_visible (self->message))
    gtk_widget_grab_focus (self->message);
}
