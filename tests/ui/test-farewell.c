/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-farewell.h"

#include <locale.h>

#include "plannr-api.h"
#include "plannr-profile.h"
#include "plannr-test-submission.h"
#include "plannr-test-widget.h"

typedef struct
{
  char *folder;
  PlannrProfile *profile;
  PlannrOutbox *outbox; /* (unowned) */
  GtkWidget *entry;
  GtkWidget *farewell;
  GtkWidget *window;
} Fixture;

static void
add_actions (Fixture *fixture, const char *group, const char *first, const char *second)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) one = g_simple_action_new (first, NULL);
  g_autoptr (GSimpleAction) other = g_simple_action_new (second, NULL);

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (one));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (other));
  gtk_widget_insert_action_group (fixture->window, group, G_ACTION_GROUP (actions));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->folder = g_dir_make_tmp ("plannr-farewell.XXXXXX", &error);
  g_assert_no_error (error);
  fixture->profile = plannr_profile_new (FALSE, schedule);
  fixture->outbox = plannr_profile_get_outbox (fixture->profile);

  fixture->entry = gtk_entry_new ();
  fixture->farewell = g_object_new (PLANNR_TYPE_FAREWELL, NULL);
  gtk_box_append (GTK_BOX (box), fixture->farewell);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  fixture->window = plannr_test_show (box, 600, 300);
  gtk_widget_grab_focus (fixture->entry);
  add_actions (fixture, "app", "keep-working", "disconnect-now");
  add_actions (fixture, "win", "close-now", "stay");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  plannr_outbox_flush (fixture->outbox);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->profile);
  plannr_test_remove (fixture->folder);
  g_free (fixture->folder);
}

static PlannrSubmission *
begin (Fixture *fixture)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_test_draft_new ("Okafor", "", NULL);

  return plannr_outbox_begin (fixture->outbox, draft);
}

static void
queue (Fixture *fixture)
{
  g_autoptr (PlannrSubmission) row = begin (fixture);

  plannr_submission_set_state (row, PLANNR_STATE_QUEUED);
}

static gboolean
ask (Fixture *fixture, PlannrParting parting)
{
  return plannr_farewell_ask (PLANNR_FAREWELL (fixture->farewell), parting, fixture->outbox);
}

static GtkWidget *
find_button (Fixture *fixture, const char *label)
{
  GtkWidget *found = plannr_test_find (fixture->farewell, GTK_TYPE_LABEL, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

static gboolean
has_button (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (fixture, label);

  return button != NULL && gtk_widget_get_visible (button);
}

/* What it says, and what has the focus and says the same. */
static void
assert_asks (Fixture *fixture, const char *text, const char *safe)
{
  GtkWidget *button = find_button (fixture, safe);

  g_assert_true (gtk_widget_get_visible (fixture->farewell));
  g_assert_nonnull (plannr_test_find (fixture->farewell, GTK_TYPE_LABEL, text));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       text);
}

static void
test_says_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) draft = begin (fixture);

  g_assert_cmpint (plannr_submission_get_state (draft), ==, PLANNR_STATE_DRAFT);
  g_assert_false (ask (fixture, PLANNR_PARTING_CLOSE));
  g_assert_false (ask (fixture, PLANNR_PARTING_DISCONNECT));
  g_assert_false (gtk_widget_get_visible (fixture->farewell));
}

/* The second time the person has their way. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  queue (fixture);
  queue (fixture);
  g_assert_true (ask (fixture, PLANNR_PARTING_CLOSE));
  assert_asks (fixture,
               "2 cases are still on their way to Plannr. They are kept on this computer, and go "
               "on at the next start.",
               "Keep working in the background");
  g_assert_true (has_button (fixture, "Close now"));
  g_assert_false (has_button (fixture, "Disconnect now"));
  g_assert_false (ask (fixture, PLANNR_PARTING_CLOSE));

  plannr_farewell_withdraw (PLANNR_FAREWELL (fixture->farewell));
  g_assert_false (gtk_widget_get_visible (fixture->farewell));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), fixture->entry));
  g_assert_true (ask (fixture, PLANNR_PARTING_CLOSE));
}

static void
test_disconnect (Fixture *fixture, gconstpointer data)
{
  queue (fixture);
  g_assert_true (ask (fixture, PLANNR_PARTING_DISCONNECT));
  assert_asks (fixture,
               "1 case is still on its way to Plannr. It is kept on this computer, and goes on "
               "once you have signed in to this account again.",
               "Stay");
  g_assert_true (has_button (fixture, "Disconnect now"));
  g_assert_false (has_button (fixture, "Close now"));
  g_assert_false (has_button (fixture, "Keep working in the background"));

  /* Another question takes its place. */
  g_assert_true (ask (fixture, PLANNR_PARTING_CLOSE));
  g_assert_true (has_button (fixture, "Close now"));
}

/* The number is right at any moment, and where nothing is left to be said it is not said. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) row = begin (fixture);
  g_autoptr (PlannrSubmission) newest = NULL;

  plannr_submission_set_state (row, PLANNR_STATE_QUEUED);
  g_assert_true (ask (fixture, PLANNR_PARTING_CLOSE));
  queue (fixture);
  g_assert_nonnull (plannr_test_find (fixture->farewell, GTK_TYPE_LABEL,
                                      "2 cases are still on their way to Plannr. They are kept on "
                                      "this computer, and go on at the next start."));
  plannr_submission_set_state (row, PLANNR_STATE_DRAFT);
  newest = g_list_model_get_item (G_LIST_MODEL (fixture->outbox), 0);
  plannr_submission_set_state (newest, PLANNR_STATE_DRAFT);
  g_assert_false (gtk_widget_get_visible (fixture->farewell));
}

/* What waits for the person gets nowhere in the background. */
static void
test_signed_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autofree char *server = plannr_api_check_server ("http://127.0.0.1:1", NULL);
  g_autoptr (PlannrApi) api =
      plannr_api_new (session, server, "practice", "f5e985d6-8e32-4d65-a996-ba5a9f9632eb");

  plannr_outbox_set_api (fixture->outbox, api);
  plannr_outbox_set_api (fixture->outbox, NULL);
  queue (fixture);
  g_assert_true (ask (fixture, PLANNR_PARTING_CLOSE));
  assert_asks (fixture,
               "1 case waits until you have signed in again. It is kept on this computer, and goes "
               "on then.",
               "Stay");
  g_assert_false (has_button (fixture, "Keep working in the background"));
}

static gboolean
is_waiting (gpointer data)
{
  return plannr_outbox_get_wait (data) == PLANNR_WAIT_DISK;
}

/* Where nothing can be written down, what is only a draft is lost as well. */
static void
test_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "below", NULL);
  g_autoptr (PlannrSubmission) draft = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, "", 0, &error);
  g_assert_no_error (error);
  plannr_profile_open (fixture->profile, below);
  g_assert_true (plannr_test_wait (is_waiting, fixture->outbox));
  g_assert_false (ask (fixture, PLANNR_PARTING_CLOSE));

  draft = begin (fixture);
  g_assert_true (ask (fixture, PLANNR_PARTING_CLOSE));
  assert_asks (fixture,
               "1 case could not be written to this computer’s disk yet. It is lost if you close "
               "now.",
               "Stay");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/farewell/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("says-nothing", test_says_nothing);
  ADD ("close", test_close);
  ADD ("disconnect", test_disconnect);
  ADD ("counts", test_counts);
  ADD ("signed-out", test_signed_out);
  ADD ("disk", test_disk);
#undef ADD

  return g_test_run ();
}
