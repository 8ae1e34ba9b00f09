/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-case-list.h"

#include <locale.h>

#include "plannr-case-row.h"
#include "plannr-test-submission.h"
#include "plannr-test-widget.h"

typedef struct
{
  PlannrOutbox *outbox;
  PlannrCaseList *list;
  GtkWidget *window;
  GtkListView *view;
  GtkWidget *search;
  guint n_notified;
  PlannrSubmission *activated; /* (unowned) (nullable) */
} Fixture;

static void
notify_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
activated_cb (Fixture *fixture, PlannrSubmission *submission)
{
  fixture->activated = submission;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();

  fixture->outbox = plannr_outbox_new (schedule);
  fixture->list = g_object_new (PLANNR_TYPE_CASE_LIST, NULL);
  g_object_ref_sink (fixture->list);
  plannr_case_list_set_outbox (fixture->list, fixture->outbox);
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->list), 300, 500);
  fixture->view = GTK_LIST_VIEW (plannr_test_find (fixture->list, GTK_TYPE_LIST_VIEW, NULL));
  fixture->search = plannr_test_find (fixture->list, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_signal_connect_swapped (fixture->list, "notify::selected", G_CALLBACK (notify_cb), fixture);
  g_signal_connect_swapped (fixture->list, "activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plannr_case_list_set_outbox (fixture->list, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->outbox);
}

/* Returns the draft of that name that is in the outbox now, which owns it. */
static PlannrSubmission *
add (Fixture *fixture, const char *name)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  PlannrSubmission *submission = plannr_outbox_begin (fixture->outbox, draft);

  plannr_test_fill (draft, name, "150.99", (const char *const[]){ "Ada Okafor", NULL });
  g_object_unref (submission);

  return submission;
}

static GtkSingleSelection *
selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (fixture->view));
}

static guint
n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (selection (fixture)));
}

static GtkWidget *
find_row (Fixture *fixture, const char *name)
{
  return plannr_test_find (fixture->view, PLANNR_TYPE_CASE_ROW, name);
}

static void
assert_in_view (Fixture *fixture, const char *name)
{
  GtkWidget *scroller = plannr_test_find (fixture->list, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkWidget *row = find_row (fixture, name);
  graphene_rect_t bounds;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0.f);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     (float) gtk_widget_get_height (scroller));
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *submission = add (fixture, "Patrick’s Case");
  GtkWidget *row = NULL;

  plannr_test_settle (fixture->window);
  row = find_row (fixture, "Patrick’s Case");
  g_assert_nonnull (row);
  g_assert_nonnull (plannr_test_find (row, GTK_TYPE_LABEL, "£150.99"));
  g_assert_nonnull (plannr_test_find (row, GTK_TYPE_LABEL, "Ada Okafor"));
  g_assert_nonnull (plannr_test_find (row, GTK_TYPE_LABEL, "Draft"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Patrick’s Case, Ada Okafor, £150.99, Draft");

  plannr_case_draft_set_name (plannr_submission_get_draft (submission), "");
  plannr_test_submission_bring (submission, PLANNR_STATE_QUEUED);
  g_assert_nonnull (plannr_test_find (row, GTK_TYPE_LABEL, "Untitled"));
  g_assert_nonnull (plannr_test_find (row, GTK_TYPE_LABEL, "Sending…"));
  plannr_submission_set_wait (submission, PLANNR_WAIT_NETWORK, 0);
  g_assert_nonnull (plannr_test_find (row, GTK_TYPE_LABEL, "Waiting for network"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Untitled, Ada Okafor, £150.99, Waiting for network");
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *first = add (fixture, "first");
  PlannrSubmission *second = add (fixture, "second");

  g_assert_null (plannr_case_list_get_selected (fixture->list));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);

  /* As by a click. */
  gtk_single_selection_set_selected (selection (fixture), 1);
  g_assert_true (plannr_case_list_get_selected (fixture->list) == first);
  g_assert_cmpuint (fixture->n_notified, ==, 1);

  plannr_case_list_set_selected (fixture->list, second);
  g_assert_true (gtk_single_selection_get_selected_item (selection (fixture)) == (gpointer) second);
  g_assert_cmpuint (fixture->n_notified, ==, 2);

  plannr_case_list_set_selected (fixture->list, NULL);
  g_assert_null (gtk_single_selection_get_selected_item (selection (fixture)));
  g_assert_cmpuint (fixture->n_notified, ==, 3);
}

/* As a screen reader does it. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *first = add (fixture, "first");

  add (fixture, "second");
  plannr_test_settle (fixture->window);
  g_assert_true (gtk_widget_activate_action (gtk_widget_get_parent (find_row (fixture, "first")),
                                             "row.activate", NULL));

  g_assert_true (plannr_case_list_get_selected (fixture->list) == first);
  g_assert_true (fixture->activated == first);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *selected = add (fixture, "selected");

  for (guint i = 0; i < 30; i++)
    plannr_test_submission_create (add (fixture, "made"), "2099-11-24T09:00:00Z");
  plannr_case_list_set_selected (fixture->list, selected);
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (n_rows (fixture), ==, 20);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection (fixture)), ==, 0);

  plannr_test_submission_create (selected, "2026-11-24T09:00:00Z");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection (fixture)), ==, 30);
  g_assert_true (plannr_case_list_get_selected (fixture->list) == selected);
  plannr_test_settle (fixture->window);
  assert_in_view (fixture, "selected");

  /* Others come and go around it. */
  add (fixture, "new");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection (fixture)), ==, 31);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
}

static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *selected = add (fixture, "selected");

  add (fixture, "other");
  plannr_case_list_set_selected (fixture->list, selected);
  plannr_submission_set_state (selected, PLANNR_STATE_DISCARDED);
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  g_assert_null (gtk_single_selection_get_selected_item (selection (fixture)));
  g_assert_true (plannr_case_list_get_selected (fixture->list) == selected);

  plannr_submission_set_state (selected, PLANNR_STATE_DRAFT);
  g_assert_true (gtk_single_selection_get_selected_item (selection (fixture))
                 == (gpointer) selected);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
}

static void
test_grows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = plannr_test_find (fixture->list, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  for (guint i = 0; i < 45; i++)
    add (fixture, "draft");
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (n_rows (fixture), ==, 20);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (n_rows (fixture), ==, 40);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (n_rows (fixture), ==, 45);
}

/* Whoever is at the end sees what comes then, without scrolling back first. */
static void
test_grows_at_the_end (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = plannr_test_find (fixture->list, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  for (guint i = 0; i < 40; i++)
    add (fixture, "draft");
  for (guint i = 0; i < 3; i++)
    {
      plannr_test_settle (fixture->window);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (n_rows (fixture), ==, 40);

  for (guint i = 0; i < 10; i++)
    add (fixture, "draft");
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (n_rows (fixture), ==, 50);
}

/* What comes to the top is seen by whoever was there. */
static void
test_stays_at_top (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *last = add (fixture, "last");

  for (guint i = 0; i < 45; i++)
    add (fixture, "draft");
  plannr_test_settle (fixture->window);

  plannr_test_submission_bring (last, PLANNR_STATE_ASKING);
  plannr_test_settle (fixture->window);
  assert_in_view (fixture, "last");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *pension = add (fixture, "Pension");
  PlannrSubmission *mortgage = add (fixture, "Mortgage");
  GtkEditable *search = GTK_EDITABLE (fixture->search);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->search),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search cases");
  plannr_case_list_focus_search (fixture->list);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         fixture->search));

  plannr_case_list_set_selected (fixture->list, pension);
  gtk_editable_set_text (search, "ada mort");
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  g_assert_true (plannr_case_list_get_selected (fixture->list) == pension);

  /* Return takes the first match. */
  g_signal_emit_by_name (search, "activate");
  g_assert_true (fixture->activated == mortgage);
  g_assert_true (plannr_case_list_get_selected (fixture->list) == mortgage);

  gtk_editable_set_text (search, "annuity");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  plannr_test_settle (fixture->window);
  g_assert_true (plannr_test_is_shown (
      plannr_test_find (fixture->list, GTK_TYPE_LABEL,
                        "No case has all of these words in its name, people or value")));

  /* Esc. */
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_cmpuint (n_rows (fixture), ==, 2);
  g_assert_true (gtk_single_selection_get_selected_item (selection (fixture))
                 == (gpointer) mortgage);
}

/* Down leads to the selected row, else to the first; only the person's next key selects. */
static void
test_down (Fixture *fixture, gconstpointer data)
{
  GtkEventController *keys = NULL;
  PlannrSubmission *first = add (fixture, "first");
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->search);
  gboolean handled = FALSE;

  add (fixture, "second");
  plannr_test_settle (fixture->window);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        keys = controller;
    }
  g_assert_nonnull (keys);

  plannr_case_list_focus_search (fixture->list);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Down, 0, 0, &handled);
  g_assert_true (handled);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == gtk_widget_get_parent (find_row (fixture, "second")));
  g_assert_null (plannr_case_list_get_selected (fixture->list));

  plannr_case_list_set_selected (fixture->list, first);
  plannr_case_list_focus_search (fixture->list);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Down, 0, 0, &handled);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == gtk_widget_get_parent (find_row (fixture, "first")));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text =
      plannr_test_find (fixture->list, GTK_TYPE_LABEL, "Cases that you begin appear here");

  g_assert_nonnull (text);
  g_assert_true (plannr_test_is_shown (text));
  g_assert_false (plannr_test_is_shown (GTK_WIDGET (fixture->view)));

  add (fixture, "first");
  plannr_test_settle (fixture->window);
  g_assert_false (plannr_test_is_shown (text));
  g_assert_true (plannr_test_is_shown (GTK_WIDGET (fixture->view)));
}

/* An untouched form is no row; with the first keystroke it is one, and marked. */
static void
test_blank (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrSubmission) submission = plannr_outbox_begin (fixture->outbox, draft);

  add (fixture, "other");
  plannr_case_list_set_selected (fixture->list, submission);
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  g_assert_null (gtk_single_selection_get_selected_item (selection (fixture)));

  plannr_case_draft_set_name (draft, "P");
  g_assert_cmpuint (n_rows (fixture), ==, 2);
  g_assert_true (gtk_single_selection_get_selected_item (selection (fixture))
                 == (gpointer) submission);
}

static void
assert_emphasis (GtkWidget *row, const char *text, const char *expected)
{
  GtkWidget *label = plannr_test_find (row, GTK_TYPE_LABEL, text);
  g_autofree char *actual = NULL;
  PangoAttrList *attributes = NULL;

  g_assert_nonnull (label);
  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  actual = attributes != NULL ? pango_attr_list_to_string (attributes) : g_strdup ("");
  g_assert_cmpstr (actual, ==, expected);
}

/* What was typed stands out in the rows that it finds, in those that change too. */
static void
test_emphasis (Fixture *fixture, gconstpointer data)
{
  PlannrSubmission *submission = add (fixture, "Mortgage");
  GtkWidget *row = NULL;

  plannr_test_settle (fixture->window);
  gtk_editable_set_text (GTK_EDITABLE (fixture->search), "oka mort 150");
  plannr_test_settle (fixture->window);
  row = find_row (fixture, "Mortgage");
  assert_emphasis (row, "Mortgage", "0 4 weight bold\n0 4 underline single");
  assert_emphasis (row, "Ada Okafor", "4 7 weight bold\n4 7 underline single");
  assert_emphasis (row, "£150.99", "2 5 weight bold\n2 5 underline single");

  plannr_case_draft_set_name (plannr_submission_get_draft (submission), "A mortgage");
  plannr_test_settle (fixture->window);
  row = find_row (fixture, "A mortgage");
  assert_emphasis (row, "A mortgage", "2 6 weight bold\n2 6 underline single");

  gtk_editable_set_text (GTK_EDITABLE (fixture->search), "");
  plannr_test_settle (fixture->window);
  assert_emphasis (find_row (fixture, "A mortgage"), "A mortgage", "");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "en_GB.UTF-8");

#define ADD(name, test)                                                                            \
  g_test_add ("/plannr/case-list/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("activate", test_activate);
  ADD ("blank", test_blank);
  ADD ("discarded", test_discarded);
  ADD ("down", test_down);
  ADD ("emphasis", test_emphasis);
  ADD ("empty", test_empty);
  ADD ("grows", test_grows);
  ADD ("grows-at-the-end", test_grows_at_the_end);
  ADD ("kept", test_kept);
  ADD ("row", test_row);
  ADD ("search", test_search);
  ADD ("select", test_select);
  ADD ("stays-at-top", test_stays_at_top);
#undef ADD

  return g_test_run ();
}
