/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "case-form-fixture.h"

#include <locale.h>

#include "plannr-people-field.h"
#include "plannr-submission-private.h"
#include "plannr-test-firm.h"
#include "plannr-test-submission.h"
#include "plannr-test-widget.h"

static void
test_own_errors (CaseFormFixture *fixture, gconstpointer data)
{
  GtkWidget *add = plannr_test_find (fixture->people, GTK_TYPE_BUTTON, "Add person…");

  /* All at once, and the focus in the first. */
  case_form_fixture_type (fixture->value, "12x");
  g_assert_false (case_form_fixture_says (fixture, "Give the case a name."));
  g_assert_false (plannr_case_form_check (fixture->form));
  plannr_case_form_focus_error (fixture->form);
  g_assert_true (case_form_fixture_says (fixture, "Give the case a name."));
  g_assert_true (
      case_form_fixture_says (fixture,
                              "Add the people of the case, at least one of them a client."));
  g_assert_true (
      case_form_fixture_says (fixture, "This is no amount of money. Write it like 1,234.50."));
  g_assert_true (case_form_fixture_get_focus (fixture) == fixture->name);
  case_form_fixture_assert_wrong (fixture->name, "Give the case a name.");
  case_form_fixture_assert_wrong (fixture->value,
                                  "This is no amount of money. Write it like 1,234.50.");
  case_form_fixture_assert_wrong (add,
                                  "Add the people of the case, at least one of them a client.");

  /* Each goes with what was wrong, and no other does. */
  case_form_fixture_type (fixture->name, "N");
  g_assert_false (case_form_fixture_says (fixture, "Give the case a name."));
  case_form_fixture_assert_right (fixture->name);
  case_form_fixture_assert_wrong (fixture->value,
                                  "This is no amount of money. Write it like 1,234.50.");
  plannr_case_form_focus_error (fixture->form);
  g_assert_true (case_form_fixture_get_focus (fixture) == fixture->value);

  case_form_fixture_type (fixture->value, "12");
  case_form_fixture_assert_right (fixture->value);
  plannr_case_form_focus_error (fixture->form);
  g_assert_true (case_form_fixture_get_focus (fixture) == add);

  case_form_fixture_add_person (fixture, ZOE, "Zoë Müller", PLANNR_ACCOUNT_KIND_EMPLOYEE);
  case_form_fixture_assert_right (add);
  g_assert_false (plannr_case_form_check (fixture->form));
  case_form_fixture_assert_wrong (add, "Add a client: Plannr takes no case without one.");

  case_form_fixture_add_person (fixture, GARETH, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  case_form_fixture_assert_right (add);
  g_assert_true (plannr_case_form_check (fixture->form));
}

static void
test_ambiguous (CaseFormFixture *fixture, gconstpointer data)
{
  case_form_fixture_type (fixture->value, "1.234");
  g_assert_false (case_form_fixture_says (fixture, "£1,234.00"));
  plannr_case_form_check (fixture->form);
  g_assert_true (case_form_fixture_says (fixture, "£1,234.00"));
  g_assert_true (case_form_fixture_says (fixture, "£1.23"));

  case_form_fixture_press (fixture, "£1,234.00");
  g_assert_cmpstr (case_form_fixture_text_of (fixture->value), ==, "1,234.00");
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->amount, ==, 123400);
  g_assert_true (case_form_fixture_get_focus (fixture) == fixture->value);
  g_assert_null (plannr_test_find (fixture->form, GTK_TYPE_BUTTON, "£1.23"));
  case_form_fixture_assert_right (fixture->value);
  g_assert_true (case_form_fixture_says (fixture, "£1,234.00"));
}

static gboolean
is_wrong (gpointer data)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (data),
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Half an amount is no error while it is typed, but one that was left is. */
static void
test_left (CaseFormFixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->value);
  case_form_fixture_type (fixture->value, "1.234");
  case_form_fixture_assert_right (fixture->value);

  gtk_widget_grab_focus (fixture->name);
  g_assert_true (plannr_test_wait (is_wrong, fixture->value));
  case_form_fixture_assert_wrong (fixture->value,
                                  "This can be read in more than one way. Choose what you mean.");
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
refuse (CaseFormFixture *fixture, const GError *error)
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
let_the_field_speak (CaseFormFixture *fixture)
{
  gboolean over = FALSE;

  plannr_test_settle (fixture->window);
  g_timeout_add (200, over_cb, &over);
  g_assert_true (plannr_test_wait (is_over, &over));
}

static void
test_refused_fields (CaseFormFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_INVALID, "422");

  add_field_error (error, "value", "The value is too small.");
  add_field_error (error, "participants.0", "The selected <b>person</b> is invalid.");
  add_field_error (error, "participants.1", "So is the second.");
  add_field_error (error, "custom_fields.drink", "The favourite drink is required.");
  case_form_fixture_type (fixture->value, "1");
  refuse (fixture, error);

  case_form_fixture_assert_wrong (fixture->value, "The value is too small.");
  g_assert_true (case_form_fixture_get_focus (fixture) == fixture->value);
  g_assert_true (
      case_form_fixture_says (fixture,
                              "The selected <b>person</b> is invalid.\nSo is the second."));
  g_assert_true (
      case_form_fixture_says (fixture, "custom_fields.drink: The favourite drink is required."));
  g_assert_true (case_form_fixture_says (fixture, "Not accepted"));
  g_assert_true (gtk_widget_is_sensitive (fixture->name));

  /* To leave the field is not to put it right. */
  gtk_widget_grab_focus (fixture->name);
  let_the_field_speak (fixture);
  case_form_fixture_assert_wrong (fixture->value, "The value is too small.");

  /* The first edit makes a draft of it again; the other fields are still as wrong as they were. */
  case_form_fixture_type (fixture->name, "Edited");
  plannr_submission_set_error (fixture->submission, NULL);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_DRAFT);
  case_form_fixture_assert_wrong (fixture->value, "The value is too small.");
  g_assert_false (
      case_form_fixture_says (fixture, "custom_fields.drink: The favourite drink is required."));
  case_form_fixture_type (fixture->value, "2");
  case_form_fixture_assert_right (fixture->value);
}

static void
test_refused (CaseFormFixture *fixture, gconstpointer data)
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
test_error_in_view (CaseFormFixture *fixture, gconstpointer data)
{
  GtkWidget *words = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 300);
  case_form_fixture_type (fixture->name, "Case");
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
  g_test_add ("/plannr/case-form-errors/" name, CaseFormFixture, NULL, case_form_fixture_set_up,   \
              test, case_form_fixture_tear_down)
  ADD ("own", test_own_errors);
  ADD ("in-view", test_error_in_view);
  ADD ("ambiguous", test_ambiguous);
  ADD ("left", test_left);
  ADD ("refused/fields", test_refused_fields);
  ADD ("refused/whole", test_refused);
#undef ADD

  return g_test_run ();
}
