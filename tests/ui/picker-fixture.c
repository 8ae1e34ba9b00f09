/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "picker-fixture.h"

#include "finder.h"
#include "plannr-choice.h"
#include "plannr-picker-button.h"
#include "plannr-picker-popover.h"
#include "plannr-test-widget.h"

static void
picked_cb (PickerFixture *fixture, gpointer item)
{
  fixture->n_picked++;
  g_free (fixture->picked);
  fixture->picked = item != NULL ? g_strdup (plannr_choice_get_name (item)) : NULL;
}

void
picker_fixture_set_up (PickerFixture *fixture, gconstpointer data)
{
  fixture->directory = plannr_directory_new ();
  fixture->picker = g_object_new (PLANNR_TYPE_PICKER, "label", "Type", "placeholder", "Choose",
                                  "none-found", "Ask for it.", "clearable", TRUE, NULL);
  g_object_ref_sink (fixture->picker);
  plannr_picker_set_source (fixture->picker, fixture->directory, &finder_source);
  g_signal_connect_swapped (fixture->picker, "picked", G_CALLBACK (picked_cb), fixture);
  fixture->button = plannr_test_find (fixture->picker, PLANNR_TYPE_PICKER_BUTTON, NULL);
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->picker), 400, 300);
}

void
picker_fixture_tear_down (PickerFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  finder_reset ();
  g_assert_finalize_object (fixture->picker);
  g_assert_finalize_object (fixture->directory);
  g_free (fixture->picked);
}

GtkWidget *
picker_fixture_find (PickerFixture *fixture, GType type, const char *label)
{
  return plannr_test_find (fixture->picker, type, label);
}

GtkWidget *
picker_fixture_get_entry (PickerFixture *fixture)
{
  return picker_fixture_find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);
}

GtkWidget *
picker_fixture_get_popover (PickerFixture *fixture)
{
  return picker_fixture_find (fixture, PLANNR_TYPE_PICKER_POPOVER, NULL);
}

gboolean
picker_fixture_is_open (PickerFixture *fixture)
{
  GtkWidget *popover = picker_fixture_get_popover (fixture);

  return popover != NULL && gtk_widget_get_mapped (popover);
}

GtkSingleSelection *
picker_fixture_get_selection (PickerFixture *fixture)
{
  GtkWidget *view = picker_fixture_find (fixture, GTK_TYPE_LIST_VIEW, NULL);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

guint
picker_fixture_get_n_rows (PickerFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (picker_fixture_get_selection (fixture)));
}

gboolean
picker_fixture_has_focus (PickerFixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

void
picker_fixture_assert_description (PickerFixture *fixture, const char *description)
{
  g_autofree char *wrong =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (picker_fixture_get_entry (fixture)),
                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  g_assert_cmpstr (wrong, ==, NULL);
}

void
picker_fixture_assert_name (GtkWidget *widget, const char *name)
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
void
picker_fixture_answer (PickerFixture *fixture, guint i, const char *name, guint n)
{
  finder_answer (i, name, n);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
picker_fixture_open (PickerFixture *fixture, guint n)
{
  guint i = finder_get_n_asked ();

  plannr_picker_open (fixture->picker);
  g_assert_true (picker_fixture_is_open (fixture));
  picker_fixture_answer (fixture, i, "Mortgage", n);
  plannr_test_settle (fixture->window);
}

/* Types, and waits until that is asked for. Returns the number of the question. */
guint
picker_fixture_type (PickerFixture *fixture, const char *text)
{
  guint i = finder_get_n_asked ();

  gtk_editable_set_text (GTK_EDITABLE (picker_fixture_get_entry (fixture)), text);
  g_assert_true (plannr_test_wait (has_asked, GUINT_TO_POINTER (i + 1)));
  g_assert_cmpstr (finder_get_text (i), ==, text);

  return i;
}

gboolean
picker_fixture_press_in (GtkWidget *widget, guint key, GdkModifierType modifiers)
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

void
picker_fixture_press (PickerFixture *fixture, guint key)
{
  g_assert_true (picker_fixture_press_in (picker_fixture_get_entry (fixture), key, 0));
}

void
picker_fixture_press_return (PickerFixture *fixture)
{
  g_signal_emit_by_name (picker_fixture_get_entry (fixture), "activate");
}
