/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-case-form.h"

#include <locale.h>

#include "plannr-people-field.h"
#include "plannr-person-chip.h"
#include "plannr-picker.h"
#include "plannr-submission-private.h"
#include "plannr-test-firm.h"
#include "plannr-test-submission.h"
#include "plannr-test-widget.h"
#include "plannr-value-field.h"

#define GARETH "11111111-0000-4000-8000-000000000001"
#define OTHER  "22222222-0000-4000-8000-000000000002"
#define ZOE    "33333333-0000-4000-8000-000000000003"

typedef struct
{
  PlannrProfile *profile;
  PlannrSubmission *submission;
  PlannrCaseDraft *draft; /* (unowned) */
  PlannrCaseForm *form;
  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *type;
  GtkWidget *people;
  GtkWidget *window;
} Fixture;

static PlannrSubmission *
submission_new (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

  return plannr_submission_new (draft);
}

/* As the window does, which hears of it before the form. */
static void
state_cb (Fixture *fixture)
{
  plannr_case_form_set_submission (fixture->form, fixture->submission);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();

  fixture->profile = plannr_profile_new (TRUE, schedule);
  fixture->submission = submission_new ();
  fixture->draft = plannr_submission_get_draft (fixture->submission);
  fixture->form = g_object_new (PLANNR_TYPE_CASE_FORM, NULL);
  plannr_case_form_set_profile (fixture->form, fixture->profile);
  g_signal_connect_swapped (fixture->submission, "notify::state", G_CALLBACK (state_cb), fixture);
  plannr_case_form_set_submission (fixture->form, fixture->submission);

  fixture->name = plannr_test_find (fixture->form, GTK_TYPE_ENTRY, NULL);
  fixture->type = plannr_test_find (fixture->form, PLANNR_TYPE_PICKER, NULL);
  fixture->value =
      plannr_test_find (plannr_test_find (fixture->form, PLANNR_TYPE_VALUE_FIELD, NULL),
                        GTK_TYPE_ENTRY, NULL);
  fixture->people = plannr_test_find (fixture->form, PLANNR_TYPE_PEOPLE_FIELD, NULL);
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->form), 740, 680);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->submission, fixture);
  g_object_ref (fixture->form);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->form);
  plannr_directory_cancel_waiting (plannr_profile_get_directory (fixture->profile));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->profile);
  g_assert_finalize_object (fixture->submission);
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  GtkWidget *label = plannr_test_find (fixture->form, GTK_TYPE_LABEL, text);

  return label != NULL && plannr_test_is_shown (label);
}

static void
press (Fixture *fixture, const char *text)
{
  GtkWidget *button = plannr_test_find (fixture->form, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Returns the widget that has the focus, an entry for the text in it. */
static GtkWidget *
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

static void
assert_wrong (GtkWidget *widget, const char *error)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       error);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

static void
assert_right (GtkWidget *widget)
{
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
add_person (Fixture *fixture, const char *uuid, const char *name, PlannrAccountKind kind)
{
  g_autoptr (PlannrAccount) person = plannr_test_firm_person (uuid, name, kind);

  plannr_case_draft_add (fixture->draft, person);
}

static void
test_bindings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrChoice) mortgage =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", OTHER, "name", "Mortgage", NULL);

  type (fixture->name, "Patrick's Case ");
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, "Patrick's Case ");
  plannr_case_draft_set_name (fixture->draft, "Another");
  g_assert_cmpstr (text_of (fixture->name), ==, "Another");

  /* The cursor stays where a person types. */
  gtk_editable_set_position (GTK_EDITABLE (fixture->name), 2);
  {
    int at = 2;

    gtk_editable_insert_text (GTK_EDITABLE (fixture->name), "-", -1, &at);
    gtk_editable_set_position (GTK_EDITABLE (fixture->name), at);
  }
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, "An-other");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (fixture->name)), ==, 3);

  type (fixture->value, "150.99");
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->amount, ==, 15099);
  g_assert_true (says (fixture, "£150.99"));
  type (fixture->value, "");
  g_assert_false (says (fixture, "£150.99"));
  g_assert_cmpstr (plannr_case_draft_get_value_text (fixture->draft), ==, "");

  plannr_picker_set_item (PLANNR_PICKER (fixture->type), mortgage);
  g_assert_true (plannr_case_draft_get_kind (fixture->draft) == mortgage);
  plannr_case_draft_set_kind (fixture->draft, NULL);
  g_assert_null (plannr_picker_get_item (PLANNR_PICKER (fixture->type)));
}

/* Nothing of one draft gets into another: not by a binding, nor by an error, nor by Undo. */
static void
test_switching (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) other = submission_new ();
  PlannrCaseDraft *draft = plannr_submission_get_draft (other);

  type (fixture->name, "First");
  type (fixture->value, "1.234");
  add_person (fixture, GARETH, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_false (plannr_case_form_check (fixture->form));
  g_assert_true (says (fixture, "£1,234.00"));

  plannr_case_form_set_submission (fixture->form, other);
  g_assert_cmpstr (text_of (fixture->name), ==, "");
  g_assert_cmpstr (text_of (fixture->value), ==, "");
  g_assert_false (says (fixture, "£1,234.00"));
  assert_right (fixture->value);
  g_assert_null (plannr_test_find (fixture->people, PLANNR_TYPE_PERSON_CHIP, NULL));
  g_assert_true (plannr_case_draft_get_blank (draft));

  gtk_widget_activate_action (gtk_widget_get_first_child (fixture->name), "text.undo", NULL);
  gtk_widget_activate_action (gtk_widget_get_first_child (fixture->value), "text.undo", NULL);
  g_assert_cmpstr (text_of (fixture->name), ==, "");
  g_assert_cmpstr (text_of (fixture->value), ==, "");

  type (fixture->name, "Second");
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, "First");
  plannr_case_draft_set_name (fixture->draft, "First, changed");
  g_assert_cmpstr (text_of (fixture->name), ==, "Second");

  plannr_case_form_set_submission (fixture->form, fixture->submission);
  g_assert_cmpstr (text_of (fixture->name), ==, "First, changed");
  g_assert_cmpstr (text_of (fixture->value), ==, "1.234");
  g_assert_nonnull (plannr_test_find (fixture->people, PLANNR_TYPE_PERSON_CHIP, NULL));
}

static void
test_own_errors (Fixture *fixture, gconstpointer data)
{
  GtkWidget *add = plannr_test_find (fixture->people, GTK_TYPE_BUTTON, "Add person…");

  /* All at once, and the focus in the first. */
  type (fixture->value, "12x");
  g_assert_false (says (fixture, "Give the case a name."));
  g_assert_false (plannr_case_form_check (fixture->form));
  plannr_case_form_focus_error (fixture->form);
  g_assert_true (says (fixture, "Give the case a name."));
  g_assert_true (says (fixture, "Add the people of the case, at least one of them a client."));
  g_assert_true (says (fixture, "This is no amount of money. Write it like 1,234.50."));
  g_assert_true (get_focus (fixture) == fixture->name);
  assert_wrong (fixture->name, "Give the case a name.");
  assert_wrong (fixture->value, "This is no amount of money. Write it like 1,234.50.");
  assert_wrong (add, "Add the people of the case, at least one of them a client.");

  /* Each goes with what was wrong, and no other does. */
  type (fixture->name, "N");
  g_assert_false (says (fixture, "Give the case a name."));
  assert_right (fixture->name);
  assert_wrong (fixture->value, "This is no amount of money. Write it like 1,234.50.");
  plannr_case_form_focus_error (fixture->form);
  g_assert_true (get_focus (fixture) == fixture->value);

  type (fixture->value, "12");
  assert_right (fixture->value);
  plannr_case_form_focus_error (fixture->form);
  g_assert_true (get_focus (fixture) == add);

  add_person (fixture, ZOE, "Zoë Müller", PLANNR_ACCOUNT_KIND_EMPLOYEE);
  assert_right (add);
  g_assert_false (plannr_case_form_check (fixture->form));
  assert_wrong (add, "Add a client: Plannr takes no case without one.");

  add_person (fixture, GARETH, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  assert_right (add);
  g_assert_true (plannr_case_form_check (fixture->form));
}

static void
test_ambiguous (Fixture *fixture, gconstpointer data)
{
  type (fixture->value, "1.234");
  g_assert_false (says (fixture, "£1,234.00"));
  plannr_case_form_check (fixture->form);
  g_assert_true (says (fixture, "£1,234.00"));
  g_assert_true (says (fixture, "£1.23"));

  press (fixture, "£1,234.00");
  g_assert_cmpstr (text_of (fixture->value), ==, "1,234.00");
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->amount, ==, 123400);
  g_assert_true (get_focus (fixture) == fixture->value);
  g_assert_null (plannr_test_find (fixture->form, GTK_TYPE_BUTTON, "£1.23"));
  assert_right (fixture->value);
  g_assert_true (says (fixture, "£1,234.00"));
}

static gboolean
is_wrong (gpointer data)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (data),
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Half an amount is no error while it is typed, but one that was left is. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->value);
  type (fixture->value, "1.234");
  assert_right (fixture->value);

  gtk_widget_grab_focus (fixture->name);
  g_assert_true (plannr_test_wait (is_wrong, fixture->value));
  assert_wrong (fixture->value, "This can be read in more than one way. Choose what you mean.");
}

static void
add_field_error (GError *error, const char *key, const char *message)
{
  PlannrErrorDetails *details = plannr_error_get_details (error);

  if (details->fields == NULL)
    details->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_field_error_free);
  g_ptr_array_add (details->fields, plannr_field_error_new (key, message));
}

static void
refuse (Fixture *fixture, const GError *error)
{
  plannr_test_submission_bring (fixture->submission, PLANNR_STATE_ON_WIRE);
  plannr_submission_set_error (fixture->submission, error);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_REFUSED);
  plannr_case_form_focus_error (fixture->form);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_over (gpointer over)
{
  return *(gboolean *) over;
}

/* A field says what is wrong with it a moment after it was left: this one begins later, and is longer. */
static void
let_the_field_speak (Fixture *fixture)
{
  gboolean over = FALSE;

  plannr_test_settle (fixture->window);
  g_timeout_add (200, over_cb, &over);
  g_assert_true (plannr_test_wait (is_over, &over));
}

static void
test_refused_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_INVALID, "422");

  add_field_error (error, "value", "The value is too small.");
  add_field_error (error, "participants.0", "The selected <b>person</b> is invalid.");
  add_field_error (error, "participants.1", "So is the second.");
  add_field_error (error, "custom_fields.drink", "The favourite drink is required.");
  type (fixture->value, "1");
  refuse (fixture, error);

  assert_wrong (fixture->value, "The value is too small.");
  g_assert_true (get_focus (fixture) == fixture->value);
  g_assert_true (says (fixture, "The selected <b>person</b> is invalid.\nSo is the second."));
  g_assert_true (says (fixture, "custom_fields.drink: The favourite drink is required."));
  g_assert_true (says (fixture, "Not accepted"));
  g_assert_true (gtk_widget_is_sensitive (fixture->name));

  /* To leave the field is not to put it right. */
  gtk_widget_grab_focus (fixture->name);
  let_the_field_speak (fixture);
  assert_wrong (fixture->value, "The value is too small.");

  /* The first edit makes a draft of it again; the other fields are still as wrong as they were. */
  type (fixture->name, "Edited");
  plannr_submission_set_error (fixture->submission, NULL);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_DRAFT);
  assert_wrong (fixture->value, "The value is too small.");
  g_assert_false (says (fixture, "custom_fields.drink: The favourite drink is required."));
  type (fixture->value, "2");
  assert_right (fixture->value);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_FORBIDDEN, "403");
  GtkWidget *focus = NULL;

  refuse (fixture, error);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Plannr does not allow this account to do that.\n"
      "Ask whoever looks after Plannr in the firm for the permission.");
}

static void
test_sending (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cancel = plannr_test_find (fixture->form, GTK_TYPE_BUTTON, "Cancel");
  GtkWidget *create = plannr_test_find (fixture->form, GTK_TYPE_BUTTON, "Create case");

  type (fixture->name, "Patrick's Case");
  gtk_widget_grab_focus (fixture->value);
  g_assert_false (gtk_widget_get_visible (cancel));

  plannr_test_submission_bring (fixture->submission, PLANNR_STATE_ON_WIRE);
  plannr_test_settle (fixture->window);
  g_assert_true (says (fixture, "Sending…"));
  g_assert_false (gtk_widget_is_sensitive (fixture->name));
  g_assert_false (gtk_widget_is_sensitive (fixture->type));
  g_assert_false (gtk_widget_is_sensitive (fixture->people));
  g_assert_true (plannr_test_is_shown (fixture->name));
  g_assert_true (plannr_test_is_shown (cancel));
  g_assert_true (GTK_IS_BOX (get_focus (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_focus (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Sending…");

  /* It stands at the start: not where Create case was just pressed. */
  {
    graphene_rect_t here;
    graphene_rect_t there;

    g_assert_true (gtk_widget_compute_bounds (cancel, fixture->window, &here));
    g_assert_true (gtk_widget_compute_bounds (create, fixture->window, &there));
    g_assert_cmpfloat (here.origin.x + here.size.width, <, there.origin.x);
  }
}

static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_OFFLINE, "no network");

  type (fixture->name, "Patrick's Case");
  gtk_widget_grab_focus (fixture->value);
  plannr_test_submission_bring (fixture->submission, PLANNR_STATE_QUEUED);
  plannr_submission_set_error (fixture->submission, error);
  plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_NETWORK, 0);
  plannr_test_settle (fixture->window);
  g_assert_true (says (fixture, "Waiting for network"));
  g_assert_true (says (fixture, "This computer has no connection to Plannr at the moment."));
  g_assert_false (gtk_widget_is_sensitive (fixture->name));

  /* Back from it, the person goes on where they were. */
  plannr_submission_set_error (fixture->submission, NULL);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_DRAFT);
  g_assert_true (gtk_widget_is_sensitive (fixture->name));
  g_assert_true (get_focus (fixture) == fixture->value);
  g_assert_false (says (fixture, "This computer has no connection to Plannr at the moment."));
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  GtkWidget *remove = NULL;

  add_person (fixture, GARETH, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_true (says (fixture, "client"));

  add_person (fixture, OTHER, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_false (says (fixture, "client"));
  g_assert_true (says (fixture, "11111111@example.com"));
  g_assert_true (says (fixture, "22222222@example.com"));

  add_person (fixture, ZOE, "Gareth Thompson", PLANNR_ACCOUNT_KIND_EMPLOYEE);
  g_assert_true (says (fixture, "staff"));

  remove = plannr_test_find (plannr_test_find (fixture->people, PLANNR_TYPE_PERSON_CHIP, NULL),
                             GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove Gareth Thompson");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "11111111@example.com");
  gtk_widget_grab_focus (remove);
  g_signal_emit_by_name (remove, "clicked");
  g_assert_false (plannr_case_draft_has (fixture->draft, GARETH));
  g_assert_true (get_focus (fixture)
                 == plannr_test_find (fixture->people, GTK_TYPE_BUTTON, "Add person…"));
  plannr_case_draft_remove (fixture->draft, ZOE);
  g_assert_true (says (fixture, "client"));
}

static void
assert_fits (Fixture *fixture, int width)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->form), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *status = gtk_widget_get_next_sibling (gtk_widget_get_parent (fixture->type));
  graphene_rect_t type_bounds;
  graphene_rect_t status_bounds;

  g_assert_true (gtk_widget_compute_bounds (fixture->type, fixture->window, &type_bounds));
  g_assert_true (gtk_widget_compute_bounds (status, fixture->window, &status_bounds));
  g_assert_cmpfloat (status_bounds.origin.x, >, type_bounds.origin.x);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 400);
  plannr_test_settle (fixture->window);
  assert_fits (fixture, 300);
  g_assert_true (gtk_widget_compute_bounds (fixture->type, fixture->window, &type_bounds));
  g_assert_true (gtk_widget_compute_bounds (status, fixture->window, &status_bounds));
  g_assert_cmpfloat (status_bounds.origin.x, ==, type_bounds.origin.x);
  g_assert_cmpfloat (status_bounds.origin.y, >, type_bounds.origin.y);
}

static gboolean
is_in_view (gpointer data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (data, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (data, viewport, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (viewport);
}

/* In a small window too, what is wrong is read where the focus goes. */
static void
test_error_in_view (Fixture *fixture, gconstpointer data)
{
  GtkWidget *words = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 300);
  type (fixture->name, "Case");
  plannr_test_settle (fixture->window);
  g_assert_false (plannr_case_form_check (fixture->form));
  plannr_case_form_focus_error (fixture->form);

  words = plannr_test_find (fixture->people, GTK_TYPE_LABEL,
                            "Add the people of the case, at least one of them a client.");
  g_assert_nonnull (words);
  g_assert_true (plannr_test_wait (is_in_view, words));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "en_GB.UTF-8");

#define ADD(name, test)                                                                            \
  g_test_add ("/plannr/case-form/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("bindings", test_bindings);
  ADD ("switching", test_switching);
  ADD ("own-errors", test_own_errors);
  ADD ("error-in-view", test_error_in_view);
  ADD ("ambiguous", test_ambiguous);
  ADD ("left", test_left);
  ADD ("refused/fields", test_refused_fields);
  ADD ("refused/whole", test_refused);
  ADD ("sending", test_sending);
  ADD ("waiting", test_waiting);
  ADD ("chips", test_chips);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
