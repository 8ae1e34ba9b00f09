/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-picker.h"

#include <locale.h>
#include <string.h>

#include "finder.h"
#include "plannr-choice.h"
#include "plannr-error.h"
#include "plannr-picker-button.h"
#include "plannr-picker-popover.h"
#include "plannr-picker-row.h"
#include "plannr-test-widget.h"

typedef struct
{
  PlannrDirectory *directory;
  PlannrPicker *picker;
  GtkWidget *window;
  GtkWidget *button;
  guint n_picked;
  char *picked; /* (owned) (nullable): the name */
} Fixture;

static void
picked_cb (Fixture *fixture, gpointer item)
{
  fixture->n_picked++;
  g_free (fixture->picked);
  fixture->picked = item != NULL ? g_strdup (plannr_choice_get_name (item)) : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = plannr_directory_new ();
  fixture->picker = g_object_new (PLANNR_TYPE_PICKER, "label", "Type", "placeholder", "Choose",
                                  "none-found", "Ask for it.", "clearable", TRUE, NULL);
  g_object_ref_sink (fixture->picker);
  plannr_picker_set_source (fixture->picker, fixture->directory, finder_find_async);
  g_signal_connect_swapped (fixture->picker, "picked", G_CALLBACK (picked_cb), fixture);
  fixture->button = plannr_test_find (fixture->picker, PLANNR_TYPE_PICKER_BUTTON, NULL);
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->picker), 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  finder_reset ();
  g_assert_finalize_object (fixture->picker);
  g_assert_finalize_object (fixture->directory);
  g_free (fixture->picked);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  return plannr_test_find (fixture->picker, type, label);
}

static GtkWidget *
get_entry (Fixture *fixture)
{
  return find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static GtkWidget *
get_popover (Fixture *fixture)
{
  return find (fixture, PLANNR_TYPE_PICKER_POPOVER, NULL);
}

static gboolean
is_open (Fixture *fixture)
{
  GtkWidget *popover = get_popover (fixture);

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  GtkWidget *view = find (fixture, GTK_TYPE_LIST_VIEW, NULL);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static guint
get_n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture)));
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
assert_description (Fixture *fixture, const char *description)
{
  g_autofree char *wrong =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (get_entry (fixture)),
                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  g_assert_cmpstr (wrong, ==, NULL);
}

static void
assert_name (GtkWidget *widget, const char *name)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (wrong, ==, NULL);
}

static gboolean
has_asked (gpointer data)
{
  return finder_get_n_asked () >= GPOINTER_TO_UINT (data);
}

/* What is in the middle of the list changes with the answer. */
static void
answer (Fixture *fixture, guint i, const char *name, guint n)
{
  finder_answer (i, name, n);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_with (Fixture *fixture, guint n)
{
  guint i = finder_get_n_asked ();

  plannr_picker_open (fixture->picker);
  g_assert_true (is_open (fixture));
  answer (fixture, i, "Mortgage", n);
  plannr_test_settle (fixture->window);
}

/* Types, and waits until that is asked for. Returns the number of the question. */
static guint
type (Fixture *fixture, const char *text)
{
  guint i = finder_get_n_asked ();

  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), text);
  g_assert_true (plannr_test_wait (has_asked, GUINT_TO_POINTER (i + 1)));
  g_assert_cmpstr (finder_get_text (i), ==, text);

  return i;
}

static gboolean
press_in (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }

  return handled;
}

static void
press (Fixture *fixture, guint key)
{
  g_assert_true (press_in (get_entry (fixture), key, 0));
}

static void
press_return (Fixture *fixture)
{
  g_signal_emit_by_name (get_entry (fixture), "activate");
}

static void
test_opens (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_popover (fixture));
  assert_name (fixture->button, "Type");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Choose"));

  gtk_widget_grab_focus (GTK_WIDGET (fixture->picker));
  g_assert_true (has_focus (fixture, fixture->button));

  g_assert_true (press_in (fixture->button, GDK_KEY_Down, 0));
  g_assert_true (is_open (fixture));
  g_assert_cmpuint (finder_get_n_asked (), ==, 1);
  g_assert_cmpstr (finder_get_text (0), ==, "");
  g_assert_true (has_focus (fixture, get_entry (fixture)));
  assert_name (get_entry (fixture), "Search: Type");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    TRUE);

  /* Typing is never blocked, and nothing is marked. */
  answer (fixture, 0, "Mortgage", 3);
  g_assert_cmpuint (get_n_rows (fixture), ==, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);
  assert_description (fixture, "3 matches");
  g_assert_true (has_focus (fixture, get_entry (fixture)));
}

static void
test_picks (Fixture *fixture, gconstpointer data)
{
  open_with (fixture, 3);
  press (fixture, GDK_KEY_Down);
  assert_description (fixture, "Mortgage 1, 1 of 3");
  press (fixture, GDK_KEY_Down);
  assert_description (fixture, "Mortgage 2, 2 of 3");
  press_return (fixture);

  g_assert_false (is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 1);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 2");
  g_assert_cmpstr (plannr_choice_get_name (plannr_picker_get_item (fixture->picker)), ==,
                   "Mortgage 2");
  assert_name (fixture->button, "Type: Mortgage 2");
  g_assert_true (has_focus (fixture, fixture->button));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    FALSE);
}

static void
test_first (Fixture *fixture, gconstpointer data)
{
  open_with (fixture, 3);
  answer (fixture, type (fixture, "mo"), "Mortgage", 2);
  assert_description (fixture, "2 matches");
  press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 1");
}

/* Return counts for what stands in the entry, however long the answer takes. */
static void
test_return_while_searching (Fixture *fixture, gconstpointer data)
{
  guint old, new;

  open_with (fixture, 3);
  old = type (fixture, "pen");
  new = type (fixture, "pension");
  press_return (fixture);
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  answer (fixture, old, "Pencil", 2);
  g_assert_true (is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  answer (fixture, new, "Pension", 2);
  g_assert_false (is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 1);
  g_assert_cmpstr (fixture->picked, ==, "Pension 1");
}

/* So does Return before the pause, after which it would be asked for. */
static void
test_return_at_once (Fixture *fixture, gconstpointer data)
{
  open_with (fixture, 3);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "pension");
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  press_return (fixture);
  g_assert_cmpuint (finder_get_n_asked (), ==, 2);
  g_assert_cmpstr (finder_get_text (1), ==, "pension");

  answer (fixture, 1, "Pension", 3);
  g_assert_cmpstr (fixture->picked, ==, "Pension 2");
}

/* More that is typed means that something else is meant. */
static void
test_return_and_on (Fixture *fixture, gconstpointer data)
{
  guint i;

  open_with (fixture, 3);
  type (fixture, "pen");
  press_return (fixture);
  i = type (fixture, "pens");
  answer (fixture, i, "Pension", 3);
  g_assert_true (is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 0);
}

static void
test_stale (Fixture *fixture, gconstpointer data)
{
  guint old, new;

  open_with (fixture, 3);
  press (fixture, GDK_KEY_Down);
  old = type (fixture, "a");
  g_assert_cmpuint (get_n_rows (fixture), ==, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);
  new = type (fixture, "ab");
  g_assert_true (finder_is_cancelled (old));

  answer (fixture, new, "New", 2);
  answer (fixture, old, "Old", 5);
  g_assert_cmpuint (get_n_rows (fixture), ==, 2);
  press (fixture, GDK_KEY_Down);
  assert_description (fixture, "New 1, 1 of 2");
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  GtkWidget *again;

  open_with (fixture, 3);
  answer (fixture, type (fixture, "qq"), "", 0);
  assert_description (fixture, "No match for “qq”. Ask for it.");
  again = find (fixture, GTK_TYPE_BUTTON, "Look again");
  g_assert_true (plannr_test_is_shown (again));

  /* There is nothing to take. */
  press_return (fixture);
  press (fixture, GDK_KEY_Down);
  g_assert_true (is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  gtk_widget_grab_focus (again);
  g_signal_emit_by_name (again, "clicked");
  g_assert_cmpstr (finder_get_text (2), ==, "qq");
  g_assert_true (has_focus (fixture, get_entry (fixture)));
  answer (fixture, 2, "Quite quick", 1);
  assert_description (fixture, "1 match");
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  GtkWidget *again;

  plannr_picker_open (fixture->picker);
  press_return (fixture);
  finder_fail (0, g_error_new (PLANNR_ERROR, PLANNR_ERROR_DEADLINE, "Too late"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_description (fixture, "Plannr took too long to answer. Wait a moment, then try again.");
  again = find (fixture, GTK_TYPE_BUTTON, "Try again");
  g_assert_true (plannr_test_is_shown (again));
  g_assert_true (is_open (fixture));

  /* The Return that was pressed before is not remembered beyond the error. */
  g_signal_emit_by_name (again, "clicked");
  answer (fixture, 1, "Mortgage", 3);
  g_assert_cmpuint (fixture->n_picked, ==, 0);
  g_assert_cmpuint (get_n_rows (fixture), ==, 3);
  assert_description (fixture, "3 matches");
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *scroller;

  open_with (fixture, 200);
  g_assert_cmpuint (get_n_rows (fixture), <=, 40);
  assert_description (fixture, "200 matches");

  press (fixture, GDK_KEY_Page_Down);
  assert_description (fixture, "Mortgage 1, 1 of 200");
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), >, 3);

  g_assert_true (press_in (get_entry (fixture), GDK_KEY_End, GDK_CONTROL_MASK));
  assert_description (fixture, "Mortgage 200, 200 of 200");
  plannr_test_settle (fixture->window);
  scroller = find (fixture, GTK_TYPE_SCROLLED_WINDOW, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1000);

  /* What is typed next begins at the top again, with few rows. */
  answer (fixture, type (fixture, "m"), "Mortgage", 150);
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (get_n_rows (fixture), <=, 40);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1);

  press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 1");
}

static void
test_current (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_with (fixture, 3);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  press_return (fixture);

  /* It is marked, though it came with another answer; Return leaves it as it is. */
  open_with (fixture, 3);
  assert_description (fixture, "Mortgage 2, 2 of 3");
  row = plannr_test_find (find (fixture, GTK_TYPE_LIST_VIEW, NULL), PLANNR_TYPE_PICKER_ROW,
                          "Mortgage 2");
  assert_name (gtk_widget_get_parent (row), "Mortgage 2, chosen");
  press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 2");

  open_with (fixture, 3);
  press (fixture, GDK_KEY_Down);
  press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 3");
}

static void
test_clears (Fixture *fixture, gconstpointer data)
{
  open_with (fixture, 3);
  g_assert_false (plannr_test_is_shown (find (fixture, GTK_TYPE_BUTTON, "Clear")));
  press_return (fixture);

  open_with (fixture, 3);
  g_assert_true (plannr_test_is_shown (find (fixture, GTK_TYPE_BUTTON, "Clear")));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Clear"), "clicked");
  g_assert_false (is_open (fixture));
  g_assert_null (plannr_picker_get_item (fixture->picker));
  g_assert_cmpuint (fixture->n_picked, ==, 2);
  g_assert_null (fixture->picked);
  assert_name (fixture->button, "Type");
}

static void
test_closes (Fixture *fixture, gconstpointer data)
{
  open_with (fixture, 3);
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_false (is_open (fixture));
  g_assert_true (has_focus (fixture, fixture->button));
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  /* What is still under way has no effect any more. */
  plannr_picker_open (fixture->picker);
  press_return (fixture);
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_true (finder_is_cancelled (1));
  answer (fixture, 1, "Mortgage", 3);
  g_assert_cmpuint (fixture->n_picked, ==, 0);
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  open_with (fixture, 3);
  plannr_picker_set_source (fixture->picker, NULL, NULL);
  g_assert_false (is_open (fixture));
  plannr_picker_open (fixture->picker);
  g_assert_false (is_open (fixture));
}

static void
click (GtkWidget *widget, int n_press)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        {
          g_signal_emit_by_name (controller, "pressed", n_press, 5.0, 5.0);
          g_signal_emit_by_name (controller, "released", n_press, 5.0, 5.0);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_with (fixture, 3);
  row = find (fixture, PLANNR_TYPE_PICKER_ROW, "Mortgage 3");
  click (row, 1);
  click (row, 2);
  g_assert_false (is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 1);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 3");
}

/* As assistive technology does it. */
static void
test_row_action (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_with (fixture, 3);
  row = gtk_widget_get_parent (find (fixture, PLANNR_TYPE_PICKER_ROW, "Mortgage 2"));
  assert_name (row, "Mortgage 2");
  gtk_widget_activate_action (row, "row.activate", NULL);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 2");
}

/* Where it adds to something else, nothing is kept. */
static void
test_adds (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->picker, "flat", TRUE, "keeps-item", FALSE, "label", "Add person…",
                "placeholder", NULL, "prompt", "Type a name.", NULL);
  assert_name (fixture->button, "Add person…");
  g_assert_nonnull (plannr_test_find (fixture->button, GTK_TYPE_LABEL, "Add person…"));
  g_assert_true (gtk_widget_has_css_class (fixture->button, "flat"));

  open_with (fixture, 0);
  assert_description (fixture, "Type a name.");
  answer (fixture, type (fixture, "g"), "Gareth", 2);
  press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Gareth 1");
  g_assert_null (plannr_picker_get_item (fixture->picker));
  assert_name (fixture->button, "Add person…");

  /* The next search begins with nothing. */
  plannr_picker_open (fixture->picker);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "");
  g_assert_cmpuint (get_n_rows (fixture), ==, 0);
}

static void
test_set_error (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wrong = NULL;

  plannr_picker_set_error (fixture->picker, "Choose another one.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->button), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->button),
                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                              "Choose another one.");
  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_true (gtk_widget_has_css_class (fixture->button, "field-invalid"));

  plannr_picker_set_error (fixture->picker, NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->button, "field-invalid"));
}

/* The window is closed while it searches. */
static void
test_dispose (Fixture *fixture, gconstpointer data)
{
  plannr_picker_open (fixture->picker);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  g_assert_true (finder_is_cancelled (0));
  answer (fixture, 0, "Mortgage", 3);
  g_assert_cmpuint (fixture->n_picked, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/plannr/picker/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("opens", test_opens);
  ADD ("picks", test_picks);
  ADD ("first", test_first);
  ADD ("return-while-searching", test_return_while_searching);
  ADD ("return-at-once", test_return_at_once);
  ADD ("return-and-on", test_return_and_on);
  ADD ("stale", test_stale);
  ADD ("none", test_none);
  ADD ("error", test_error);
  ADD ("pages", test_pages);
  ADD ("current", test_current);
  ADD ("clears", test_clears);
  ADD ("closes", test_closes);
  ADD ("source", test_source);
  ADD ("click", test_click);
  ADD ("row-action", test_row_action);
  ADD ("adds", test_adds);
  ADD ("set-error", test_set_error);
  ADD ("dispose", test_dispose);

  return g_test_run ();
}
