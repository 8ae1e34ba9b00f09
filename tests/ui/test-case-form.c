/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "case-form-fixture.h"

#include <locale.h>

#include "plannr-people-field.h"
#include "plannr-person-chip.h"
#include "plannr-picker.h"
#include "plannr-submission-private.h"
#include "plannr-test-firm.h"
#include "plannr-test-submission.h"
#include "plannr-test-widget.h"
#include "plannr-value-field.h"

static void
test_bindings (CaseFormFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrChoice) mortgage =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", OTHER, "name", "Mortgage", NULL);

  case_form_fixture_type (fixture->name, "Patrick's Case ");
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, "Patrick's Case ");
  plannr_case_draft_set_name (fixture->draft, "Another");
  g_assert_cmpstr (case_form_fixture_text_of (fixture->name), ==, "Another");

  /* The cursor stays where a person types. */
  gtk_editable_set_position (GTK_EDITABLE (fixture->name), 2);
  {
    int at = 2;

    gtk_editable_insert_text (GTK_EDITABLE (fixture->name), "-", -1, &at);
    gtk_editable_set_position (GTK_EDITABLE (fixture->name), at);
  }
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, "An-other");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (fixture->name)), ==, 3);

  case_form_fixture_type (fixture->value, "150.99");
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->amount, ==, 15099);
  g_assert_true (case_form_fixture_says (fixture, "£150.99"));
  case_form_fixture_type (fixture->value, "");
  g_assert_false (case_form_fixture_says (fixture, "£150.99"));
  g_assert_cmpstr (plannr_case_draft_get_value_text (fixture->draft), ==, "");

  plannr_picker_set_item (PLANNR_PICKER (fixture->type), mortgage);
  g_assert_true (plannr_case_draft_get_kind (fixture->draft) == mortgage);
  plannr_case_draft_set_kind (fixture->draft, NULL);
  g_assert_null (plannr_picker_get_item (PLANNR_PICKER (fixture->type)));
}

/* Nothing of one draft gets into another: not by a binding, nor by an error, nor by Undo. */
static void
test_switching (CaseFormFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) other = case_form_fixture_submission_new ();
  PlannrCaseDraft *draft = plannr_submission_get_draft (other);

  case_form_fixture_type (fixture->name, "First");
  case_form_fixture_type (fixture->value, "1.234");
  case_form_fixture_add_person (fixture, GARETH, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_false (plannr_case_form_check (fixture->form));
  g_assert_true (case_form_fixture_says (fixture, "£1,234.00"));

  plannr_case_form_set_submission (fixture->form, other);
  g_assert_cmpstr (case_form_fixture_text_of (fixture->name), ==, "");
  g_assert_cmpstr (case_form_fixture_text_of (fixture->value), ==, "");
  g_assert_false (case_form_fixture_says (fixture, "£1,234.00"));
  case_form_fixture_assert_right (fixture->value);
  g_assert_null (plannr_test_find (fixture->people, PLANNR_TYPE_PERSON_CHIP, NULL));
  g_assert_true (plannr_case_draft_get_blank (draft));

  gtk_widget_activate_action (gtk_widget_get_first_child (fixture->name), "text.undo", NULL);
  gtk_widget_activate_action (gtk_widget_get_first_child (fixture->value), "text.undo", NULL);
  g_assert_cmpstr (case_form_fixture_text_of (fixture->name), ==, "");
  g_assert_cmpstr (case_form_fixture_text_of (fixture->value), ==, "");

  case_form_fixture_type (fixture->name, "Second");
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, "First");
  plannr_case_draft_set_name (fixture->draft, "First, changed");
  g_assert_cmpstr (case_form_fixture_text_of (fixture->name), ==, "Second");

  plannr_case_form_set_submission (fixture->form, fixture->submission);
  g_assert_cmpstr (case_form_fixture_text_of (fixture->name), ==, "First, changed");
  g_assert_cmpstr (case_form_fixture_text_of (fixture->value), ==, "1.234");
  g_assert_nonnull (plannr_test_find (fixture->people, PLANNR_TYPE_PERSON_CHIP, NULL));
}

static void
test_sending (CaseFormFixture *fixture, gconstpointer data)
{
  GtkWidget *cancel = plannr_test_find (fixture->form, GTK_TYPE_BUTTON, "Cancel");
  GtkWidget *create = plannr_test_find (fixture->form, GTK_TYPE_BUTTON, "Create case");

  case_form_fixture_type (fixture->name, "Patrick's Case");
  gtk_widget_grab_focus (fixture->value);
  g_assert_false (gtk_widget_get_visible (cancel));

  plannr_test_submission_bring (fixture->submission, PLANNR_STATE_ON_WIRE);
  plannr_test_settle (fixture->window);
  g_assert_true (case_form_fixture_says (fixture, "Sending…"));
  g_assert_false (gtk_widget_is_sensitive (fixture->name));
  g_assert_false (gtk_widget_is_sensitive (fixture->type));
  g_assert_false (gtk_widget_is_sensitive (fixture->people));
  g_assert_true (plannr_test_is_shown (fixture->name));
  g_assert_true (plannr_test_is_shown (cancel));
  g_assert_true (GTK_IS_BOX (case_form_fixture_get_focus (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (case_form_fixture_get_focus (fixture)),
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
test_waiting (CaseFormFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_OFFLINE, "no network");

  case_form_fixture_type (fixture->name, "Patrick's Case");
  gtk_widget_grab_focus (fixture->value);
  plannr_test_submission_bring (fixture->submission, PLANNR_STATE_QUEUED);
  plannr_submission_set_error (fixture->submission, error);
  plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_NETWORK, 0);
  plannr_test_settle (fixture->window);
  g_assert_true (case_form_fixture_says (fixture, "Waiting for network"));
  g_assert_true (
      case_form_fixture_says (fixture, "This computer has no connection to Plannr at the moment."));
  g_assert_false (gtk_widget_is_sensitive (fixture->name));

  /* Back from it, the person goes on where they were. */
  plannr_submission_set_error (fixture->submission, NULL);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_DRAFT);
  g_assert_true (gtk_widget_is_sensitive (fixture->name));
  g_assert_true (case_form_fixture_get_focus (fixture) == fixture->value);
  g_assert_false (
      case_form_fixture_says (fixture, "This computer has no connection to Plannr at the moment."));
}

static void
test_chips (CaseFormFixture *fixture, gconstpointer data)
{
  GtkWidget *remove = NULL;

  case_form_fixture_add_person (fixture, GARETH, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_true (case_form_fixture_says (fixture, "client"));

  case_form_fixture_add_person (fixture, OTHER, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_false (case_form_fixture_says (fixture, "client"));
  g_assert_true (case_form_fixture_says (fixture, "11111111@example.com"));
  g_assert_true (case_form_fixture_says (fixture, "22222222@example.com"));

  case_form_fixture_add_person (fixture, ZOE, "Gareth Thompson", PLANNR_ACCOUNT_KIND_EMPLOYEE);
  g_assert_true (case_form_fixture_says (fixture, "staff"));

  remove = plannr_test_find (plannr_test_find (fixture->people, PLANNR_TYPE_PERSON_CHIP, NULL),
                             GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove Gareth Thompson");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "11111111@example.com");
  gtk_widget_grab_focus (remove);
  g_signal_emit_by_name (remove, "clicked");
  g_assert_false (plannr_case_draft_has (fixture->draft, GARETH));
  g_assert_true (case_form_fixture_get_focus (fixture)
                 == plannr_test_find (fixture->people, GTK_TYPE_BUTTON, "Add person…"));
  plannr_case_draft_remove (fixture->draft, ZOE);
  g_assert_true (case_form_fixture_says (fixture, "client"));
}

static void
assert_fits (CaseFormFixture *fixture, int width)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->form), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
}

static void
test_narrow (CaseFormFixture *fixture, gconstpointer data)
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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "en_GB.UTF-8");

#define ADD(name, test)                                                                            \
  g_test_add ("/plannr/case-form/" name, CaseFormFixture, NULL, case_form_fixture_set_up, test,    \
              case_form_fixture_tear_down)
  ADD ("bindings", test_bindings);
  ADD ("switching", test_switching);
  ADD ("sending", test_sending);
  ADD ("waiting", test_waiting);
  ADD ("chips", test_chips);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
