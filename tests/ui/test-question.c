/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-question.h"

#include <locale.h>

#include "plannr-samples.h"

typedef struct
{
  PlannrProfile *profile;
  PlannrSubmission *submission;
  PlannrCase *record;
  GtkWidget *question;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new_scaled (1000);
  g_autoptr (PlannrCaseDraft) draft = NULL;

  fixture->record = plannr_samples_load_case ("case.json");
  draft = plannr_samples_draft_like (fixture->record);
  fixture->profile = plannr_profile_new (TRUE, schedule);
  plannr_profile_open (fixture->profile, NULL);
  fixture->submission = plannr_samples_checking (draft, PLANNR_ERROR_DEADLINE);

  fixture->question = g_object_new (PLANNR_TYPE_QUESTION, NULL);
  plannr_question_set_profile (PLANNR_QUESTION (fixture->question), fixture->profile);
  plannr_question_set_submission (PLANNR_QUESTION (fixture->question), fixture->submission);
  fixture->window = plannr_samples_show (fixture->question, 640, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  plannr_outbox_flush (plannr_profile_get_outbox (fixture->profile));
  plannr_samples_settle ();
  g_object_unref (fixture->record);
  g_object_unref (fixture->profile);
  g_assert_finalize_object (fixture->submission);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return plannr_samples_find (fixture->question, GTK_TYPE_LABEL, text) != NULL;
}

static GtkWidget *
find_button (Fixture *fixture, const char *text)
{
  GtkWidget *label = plannr_samples_find (fixture->question, GTK_TYPE_LABEL, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
press (Fixture *fixture, const char *text)
{
  GtkWidget *button = find_button (fixture, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* @names: the names of the cases that were found */
static void
ask (Fixture *fixture, const char *const *values)
{
  g_autoptr (GListStore) found = g_list_store_new (PLANNR_TYPE_CASE);

  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{'uuid':'1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c30770%c','name':'Okafor pension transfer',"
          "'value':{'amount':%s,'currency':'GBP'},'created_at':'2026-05-11T14:02:33+01:00'}",
          (char) ('1' + i), values[i]);
      g_autoptr (PlannrCase) record = plannr_samples_read_case (json);

      g_list_store_append (found, record);
    }

  plannr_submission_set_error (fixture->submission, NULL);
  plannr_submission_set_candidates (fixture->submission, G_LIST_MODEL (found));
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_ASKING);
  plannr_question_focus_safe (PLANNR_QUESTION (fixture->question));
  plannr_samples_settle ();
}

static const char *const none[] = { NULL };
static const char *const two[] = { "245000", "10000", NULL };

static void
test_checking (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  g_assert_true (says (fixture, "Looking in Plannr for “Okafor pension transfer”"));
  g_assert_true (says (fixture, "Plannr took too long to answer."));
  g_assert_true (says (fixture, "Ada Okafor"));
  g_assert_true (says (fixture, "£2,450.00"));
  g_assert_true (says (fixture, "11 May 2026, 14:02"));
  g_assert_nonnull (find_button (fixture, "Check now"));
  g_assert_null (find_button (fixture, "Keep as draft"));
  g_assert_null (find_button (fixture, "Send again"));

  plannr_question_focus_safe (PLANNR_QUESTION (fixture->question));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Looking in Plannr for “Okafor pension transfer”");

  /* A look that could not be made says why. */
  {
    g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_OFFLINE, "");

    plannr_submission_set_error (fixture->submission, error);
  }
  g_assert_true (says (fixture, "This computer has no connection to Plannr at the moment."));
}

static void
test_asking (Fixture *fixture, gconstpointer data)
{
  GtkWidget *keep;

  ask (fixture, none);

  keep = find_button (fixture, "Keep as draft");
  g_assert_true (says (fixture, "Was “Okafor pension transfer” created?"));
  g_assert_true (says (fixture,
                       "It was sent to Plannr, but no clear answer came back. It was looked "
                       "for in Plannr, and not found."));
  g_assert_null (find_button (fixture, "Check now"));
  g_assert_null (find_button (fixture, "This is it"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == keep);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (keep), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Was “Okafor pension transfer” created? Ada Okafor · £2,450.00 · 11 May 2026, 14:02 It was "
      "sent to Plannr, but no clear answer came back. It was looked for in Plannr, and not found. "
      "If "
      "you are not sure, keep it as a draft: nothing is sent, and you can look in Plannr first. "
      "Send it again only if it is not there, or Plannr will have it twice.");
}

/* A question that was open at the last start: nothing is known until Plannr has been asked again. */
static void
test_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_OFFLINE, "");

  plannr_submission_set_error (fixture->submission, NULL);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_ASKING);
  plannr_samples_settle ();
  g_assert_true (says (fixture, "It was sent to Plannr, but no clear answer came back. Plannr is "
                                "being asked what it has of it."));
  g_assert_nonnull (find_button (fixture, "Keep as draft"));

  plannr_submission_set_error (fixture->submission, error);
  g_assert_true (says (fixture, "It was sent to Plannr, but no clear answer came back. This "
                                "computer has no connection to Plannr at the moment. It is looked "
                                "for again by itself."));

  ask (fixture, none);
  g_assert_true (says (fixture, "It was sent to Plannr, but no clear answer came back. It was "
                                "looked for in Plannr, and not found."));
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  ask (fixture, none);
  press (fixture, "Keep as draft");
  g_assert_cmpint (plannr_submission_get_state (fixture->submission), ==, PLANNR_STATE_DRAFT);
}

static void
test_send (Fixture *fixture, gconstpointer data)
{
  ask (fixture, none);
  press (fixture, "Send again");
  g_assert_cmpint (plannr_submission_get_state (fixture->submission), ==, PLANNR_STATE_QUEUED);
}

static void
test_candidates (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  ask (fixture, two);

  g_assert_true (
      says (fixture, "These cases of the same client were found in Plannr. Is it one of them?"));
  g_assert_true (says (fixture, "£2,450.00 · created 11 May 2026, 14:02"));
  g_assert_true (says (fixture, "£100.00 · created 11 May 2026, 14:02"));
  g_assert_true (says (fixture, "Plannr has £100.00 where £2,450.00 was asked for."));

  button = find_button (fixture, "This is it");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "This is it: Okafor pension transfer, £2,450.00 · created 11 May 2026, 14:02, " CASE_UUID);

  press (fixture, "This is it");
  /* It is written down before it is shown. */
  while (plannr_submission_get_state (fixture->submission) != PLANNR_STATE_CREATED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (plannr_case_get_uuid (plannr_submission_get_record (fixture->submission)), ==,
                   CASE_UUID);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Europe/London", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/plannr/question/checking", test_checking);
  ADD ("/plannr/question/asking", test_asking);
  ADD ("/plannr/question/restored", test_restored);
  ADD ("/plannr/question/keep", test_keep);
  ADD ("/plannr/question/send", test_send);
  ADD ("/plannr/question/candidates", test_candidates);
#undef ADD

  return g_test_run ();
}
