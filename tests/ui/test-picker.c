/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-picker.h"

#include <locale.h>

#include "finder.h"
#include "picker-fixture.h"
#include "plannr-choice.h"
#include "plannr-picker-row.h"
#include "plannr-test-widget.h"

static void
test_opens (PickerFixture *fixture, gconstpointer data)
{
  g_assert_null (picker_fixture_get_popover (fixture));
  picker_fixture_assert_name (fixture->button, "Type");
  g_assert_nonnull (picker_fixture_find (fixture, GTK_TYPE_LABEL, "Choose"));

  gtk_widget_grab_focus (GTK_WIDGET (fixture->picker));
  g_assert_true (picker_fixture_has_focus (fixture, fixture->button));

  g_assert_true (picker_fixture_press_in (fixture->button, GDK_KEY_Down, 0));
  g_assert_true (picker_fixture_is_open (fixture));
  g_assert_cmpuint (finder_get_n_asked (), ==, 1);
  g_assert_cmpstr (finder_get_text (0), ==, "");
  g_assert_true (picker_fixture_has_focus (fixture, picker_fixture_get_entry (fixture)));
  picker_fixture_assert_name (picker_fixture_get_entry (fixture), "Search: Type");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    TRUE);

  /* Typing is never blocked, and nothing is marked. */
  picker_fixture_answer (fixture, 0, "Mortgage", 3);
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (picker_fixture_get_selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);
  picker_fixture_assert_description (fixture, "3 matches");
  g_assert_true (picker_fixture_has_focus (fixture, picker_fixture_get_entry (fixture)));
}

static void
test_picks (PickerFixture *fixture, gconstpointer data)
{
  picker_fixture_open (fixture, 3);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_assert_description (fixture, "Mortgage 1, 1 of 3");
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_assert_description (fixture, "Mortgage 2, 2 of 3");
  picker_fixture_press_return (fixture);

  g_assert_false (picker_fixture_is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 1);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 2");
  g_assert_cmpstr (plannr_choice_get_name (plannr_picker_get_item (fixture->picker)), ==,
                   "Mortgage 2");
  picker_fixture_assert_name (fixture->button, "Type: Mortgage 2");
  g_assert_true (picker_fixture_has_focus (fixture, fixture->button));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    FALSE);
}

static void
test_current (PickerFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  picker_fixture_open (fixture, 3);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press_return (fixture);

  /* It is marked, though it came with another answer; Return leaves it as it is. */
  picker_fixture_open (fixture, 3);
  picker_fixture_assert_description (fixture, "Mortgage 2, 2 of 3");
  row = plannr_test_find (picker_fixture_find (fixture, GTK_TYPE_LIST_VIEW, NULL),
                          PLANNR_TYPE_PICKER_ROW, "Mortgage 2");
  picker_fixture_assert_name (gtk_widget_get_parent (row), "Mortgage 2, chosen");
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 2");

  picker_fixture_open (fixture, 3);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 3");
}

static void
test_clears (PickerFixture *fixture, gconstpointer data)
{
  picker_fixture_open (fixture, 3);
  g_assert_false (plannr_test_is_shown (picker_fixture_find (fixture, GTK_TYPE_BUTTON, "Clear")));
  picker_fixture_press_return (fixture);

  picker_fixture_open (fixture, 3);
  g_assert_true (plannr_test_is_shown (picker_fixture_find (fixture, GTK_TYPE_BUTTON, "Clear")));
  g_signal_emit_by_name (picker_fixture_find (fixture, GTK_TYPE_BUTTON, "Clear"), "clicked");
  g_assert_false (picker_fixture_is_open (fixture));
  g_assert_null (plannr_picker_get_item (fixture->picker));
  g_assert_cmpuint (fixture->n_picked, ==, 2);
  g_assert_null (fixture->picked);
  picker_fixture_assert_name (fixture->button, "Type");
}

static void
test_closes (PickerFixture *fixture, gconstpointer data)
{
  picker_fixture_open (fixture, 3);
  g_signal_emit_by_name (picker_fixture_get_entry (fixture), "stop-search");
  g_assert_false (picker_fixture_is_open (fixture));
  g_assert_true (picker_fixture_has_focus (fixture, fixture->button));
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  /* What is still under way has no effect any more. */
  plannr_picker_open (fixture->picker);
  picker_fixture_press_return (fixture);
  g_signal_emit_by_name (picker_fixture_get_entry (fixture), "stop-search");
  g_assert_true (finder_is_cancelled (1));
  picker_fixture_answer (fixture, 1, "Mortgage", 3);
  g_assert_cmpuint (fixture->n_picked, ==, 0);
}

static void
test_source (PickerFixture *fixture, gconstpointer data)
{
  picker_fixture_open (fixture, 3);
  plannr_picker_set_source (fixture->picker, NULL, NULL);
  g_assert_false (picker_fixture_is_open (fixture));
  plannr_picker_open (fixture->picker);
  g_assert_false (picker_fixture_is_open (fixture));
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
test_click (PickerFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  picker_fixture_open (fixture, 3);
  row = picker_fixture_find (fixture, PLANNR_TYPE_PICKER_ROW, "Mortgage 3");
  click (row, 1);
  click (row, 2);
  g_assert_false (picker_fixture_is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 1);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 3");
}

/* As assistive technology does it. */
static void
test_row_action (PickerFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  picker_fixture_open (fixture, 3);
  row = gtk_widget_get_parent (picker_fixture_find (fixture, PLANNR_TYPE_PICKER_ROW, "Mortgage 2"));
  picker_fixture_assert_name (row, "Mortgage 2");
  gtk_widget_activate_action (row, "row.activate", NULL);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 2");
}

/* Where it adds to something else, nothing is kept. */
static void
test_adds (PickerFixture *fixture, gconstpointer data)
{
  g_object_set (fixture->picker, "flat", TRUE, "keeps-item", FALSE, "label", "Add person…",
                "placeholder", NULL, "prompt", "Type a name.", NULL);
  picker_fixture_assert_name (fixture->button, "Add person…");
  g_assert_nonnull (plannr_test_find (fixture->button, GTK_TYPE_LABEL, "Add person…"));
  g_assert_true (gtk_widget_has_css_class (fixture->button, "flat"));

  picker_fixture_open (fixture, 0);
  picker_fixture_assert_description (fixture, "Type a name.");
  picker_fixture_answer (fixture, picker_fixture_type (fixture, "g"), "Gareth", 2);
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Gareth 1");
  g_assert_null (plannr_picker_get_item (fixture->picker));
  picker_fixture_assert_name (fixture->button, "Add person…");

  /* The next search begins with nothing. */
  plannr_picker_open (fixture->picker);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (picker_fixture_get_entry (fixture))), ==,
                   "");
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 0);
}

static void
test_set_error (PickerFixture *fixture, gconstpointer data)
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

/* Tab leads from the entry to what can be pressed, and back. */
static void
test_tab (PickerFixture *fixture, gconstpointer data)
{
  GtkWidget *popover;

  picker_fixture_open (fixture, 3);
  picker_fixture_press_return (fixture);
  picker_fixture_open (fixture, 3);
  popover = picker_fixture_get_popover (fixture);
  g_assert_true (picker_fixture_has_focus (fixture, picker_fixture_get_entry (fixture)));
  g_assert_true (gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD));
  g_assert_true (
      picker_fixture_has_focus (fixture, picker_fixture_find (fixture, GTK_TYPE_BUTTON, "Clear")));
  g_assert_true (gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD));
  g_assert_true (picker_fixture_has_focus (fixture, picker_fixture_get_entry (fixture)));
}

/* The window is closed while it searches. */
static void
test_dispose (PickerFixture *fixture, gconstpointer data)
{
  plannr_picker_open (fixture->picker);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  g_assert_true (finder_is_cancelled (0));
  picker_fixture_answer (fixture, 0, "Mortgage", 3);
  g_assert_cmpuint (fixture->n_picked, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/plannr/picker/" name, PickerFixture, NULL, picker_fixture_set_up, function,        \
              picker_fixture_tear_down)
  ADD ("opens", test_opens);
  ADD ("picks", test_picks);
  ADD ("current", test_current);
  ADD ("clears", test_clears);
  ADD ("closes", test_closes);
  ADD ("source", test_source);
  ADD ("tab", test_tab);
  ADD ("click", test_click);
  ADD ("row-action", test_row_action);
  ADD ("adds", test_adds);
  ADD ("set-error", test_set_error);
  ADD ("dispose", test_dispose);
#undef ADD

  return g_test_run ();
}
