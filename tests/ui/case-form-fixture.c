/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "case-form-fixture.h"

#include "plannr-people-field.h"
#include "plannr-picker.h"
#include "plannr-submission-private.h"
#include "plannr-test-firm.h"
#include "plannr-test-widget.h"
#include "plannr-value-field.h"

PlannrSubmission *
case_form_fixture_submission_new (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

  return plannr_submission_new (draft);
}

/* As the window does, which hears of it before the form. */
static void
state_cb (CaseFormFixture *fixture)
{
  plannr_case_form_set_submission (fixture->form, fixture->submission);
}

void
case_form_fixture_set_up (CaseFormFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();

  fixture->profile = plannr_profile_new (TRUE, schedule);
  fixture->submission = case_form_fixture_submission_new ();
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

void
case_form_fixture_tear_down (CaseFormFixture *fixture, gconstpointer data)
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

const char *
case_form_fixture_text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

void
case_form_fixture_type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

gboolean
case_form_fixture_says (CaseFormFixture *fixture, const char *text)
{
  GtkWidget *label = plannr_test_find (fixture->form, GTK_TYPE_LABEL, text);

  return label != NULL && plannr_test_is_shown (label);
}

void
case_form_fixture_press (CaseFormFixture *fixture, const char *text)
{
  GtkWidget *button = plannr_test_find (fixture->form, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Returns the widget that has the focus, an entry for the text in it. */
GtkWidget *
case_form_fixture_get_focus (CaseFormFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

void
case_form_fixture_assert_wrong (GtkWidget *widget, const char *error)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       error);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

void
case_form_fixture_assert_right (GtkWidget *widget)
{
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

void
case_form_fixture_add_person (CaseFormFixture *fixture,
                              const char *uuid,
                              const char *name,
                              PlannrAccountKind kind)
{
  g_autoptr (PlannrAccount) person = plannr_test_firm_person (uuid, name, kind);

  plannr_case_draft_add (fixture->draft, person);
}
