/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-picker-popover.h"

#include <locale.h>

#include "finder.h"
#include "picker-fixture.h"
#include "plannr-choice.h"
#include "plannr-error.h"
#include "plannr-test-widget.h"

static void
test_first (PickerFixture *fixture, gconstpointer data)
{
  picker_fixture_open (fixture, 3);
  picker_fixture_answer (fixture, picker_fixture_type (fixture, "mo"), "Mortgage", 2);
  picker_fixture_assert_description (fixture, "2 matches");
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 1");
}

/* Return counts for what stands in the entry, however long the answer takes. */
static void
test_return_while_searching (PickerFixture *fixture, gconstpointer data)
{
  guint old, new;

  picker_fixture_open (fixture, 3);
  old = picker_fixture_type (fixture, "pen");
  new = picker_fixture_type (fixture, "pension");
  picker_fixture_press_return (fixture);
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  picker_fixture_answer (fixture, old, "Pencil", 2);
  g_assert_true (picker_fixture_is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  picker_fixture_answer (fixture, new, "Pension", 2);
  g_assert_false (picker_fixture_is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 1);
  g_assert_cmpstr (fixture->picked, ==, "Pension 1");
}

/* So does Return before the pause, after which it would be asked for. */
static void
test_return_at_once (PickerFixture *fixture, gconstpointer data)
{
  picker_fixture_open (fixture, 3);
  gtk_editable_set_text (GTK_EDITABLE (picker_fixture_get_entry (fixture)), "pension");
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press_return (fixture);
  g_assert_cmpuint (finder_get_n_asked (), ==, 2);
  g_assert_cmpstr (finder_get_text (1), ==, "pension");

  picker_fixture_answer (fixture, 1, "Pension", 3);
  g_assert_cmpstr (fixture->picked, ==, "Pension 2");
}

/* More that is typed means that something else is meant. */
static void
test_return_and_on (PickerFixture *fixture, gconstpointer data)
{
  guint i;

  picker_fixture_open (fixture, 3);
  picker_fixture_type (fixture, "pen");
  picker_fixture_press_return (fixture);
  i = picker_fixture_type (fixture, "pens");
  picker_fixture_answer (fixture, i, "Pension", 3);
  g_assert_true (picker_fixture_is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 0);
}

static void
test_stale (PickerFixture *fixture, gconstpointer data)
{
  guint old, new;

  picker_fixture_open (fixture, 3);
  picker_fixture_press (fixture, GDK_KEY_Down);
  old = picker_fixture_type (fixture, "a");
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (picker_fixture_get_selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);
  new = picker_fixture_type (fixture, "ab");
  g_assert_true (finder_is_cancelled (old));

  picker_fixture_answer (fixture, new, "New", 2);
  picker_fixture_answer (fixture, old, "Old", 5);
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 2);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_assert_description (fixture, "New 1, 1 of 2");
}

static void
test_none (PickerFixture *fixture, gconstpointer data)
{
  GtkWidget *again;

  picker_fixture_open (fixture, 3);
  picker_fixture_answer (fixture, picker_fixture_type (fixture, "qq"), "", 0);
  picker_fixture_assert_description (fixture, "No match for “qq”. Ask for it.");
  again = picker_fixture_find (fixture, GTK_TYPE_BUTTON, "Look again");
  g_assert_true (plannr_test_is_shown (again));

  /* There is nothing to take. */
  picker_fixture_press_return (fixture);
  picker_fixture_press (fixture, GDK_KEY_Down);
  g_assert_true (picker_fixture_is_open (fixture));
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  gtk_widget_grab_focus (again);
  g_signal_emit_by_name (again, "clicked");
  g_assert_cmpstr (finder_get_text (2), ==, "qq");
  g_assert_true (picker_fixture_has_focus (fixture, picker_fixture_get_entry (fixture)));
  picker_fixture_answer (fixture, 2, "Quite quick", 1);
  picker_fixture_assert_description (fixture, "1 match");
}

static void
test_error (PickerFixture *fixture, gconstpointer data)
{
  GtkWidget *again;

  plannr_picker_open (fixture->picker);
  picker_fixture_press_return (fixture);
  finder_fail (0, g_error_new (PLANNR_ERROR, PLANNR_ERROR_DEADLINE, "Too late"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  picker_fixture_assert_description (
      fixture, "Plannr took too long to answer. Wait a moment, then try again.");
  again = picker_fixture_find (fixture, GTK_TYPE_BUTTON, "Try again");
  g_assert_true (plannr_test_is_shown (again));
  g_assert_true (picker_fixture_is_open (fixture));

  /* The Return that was pressed before is not remembered beyond the error. */
  g_signal_emit_by_name (again, "clicked");
  picker_fixture_answer (fixture, 1, "Mortgage", 3);
  g_assert_cmpuint (fixture->n_picked, ==, 0);
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 3);
  picker_fixture_assert_description (fixture, "3 matches");
}

static void
test_pages (PickerFixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *scroller;

  picker_fixture_open (fixture, 200);
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 20);
  picker_fixture_assert_description (fixture, "200 matches");

  picker_fixture_press (fixture, GDK_KEY_Page_Down);
  picker_fixture_assert_description (fixture, "Mortgage 1, 1 of 200");
  picker_fixture_press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpuint (gtk_single_selection_get_selected (picker_fixture_get_selection (fixture)), >,
                    3);

  g_assert_true (
      picker_fixture_press_in (picker_fixture_get_entry (fixture), GDK_KEY_End, GDK_CONTROL_MASK));
  picker_fixture_assert_description (fixture, "Mortgage 200, 200 of 200");
  plannr_test_settle (fixture->window);
  scroller = picker_fixture_find (fixture, GTK_TYPE_SCROLLED_WINDOW, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1000);

  /* What is typed next begins at the top again, with few rows. */
  picker_fixture_answer (fixture, picker_fixture_type (fixture, "m"), "Mortgage", 150);
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 20);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1);

  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 1");
}

static gboolean
has_rows (gpointer fixture)
{
  return picker_fixture_find (fixture, GTK_TYPE_LIST_VIEW, NULL) != NULL
         && picker_fixture_get_n_rows (fixture) > 0;
}

static gboolean
says (PickerFixture *fixture, const char *description)
{
  g_autofree char *wrong =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (picker_fixture_get_entry (fixture)),
                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  return wrong == NULL;
}

static gboolean
says_two (gpointer fixture)
{
  return says (fixture, "2 matches");
}

static gboolean
says_kept (gpointer fixture)
{
  return says (fixture,
               "2 matches. Plannr can’t be reached: this is what is kept on this computer.");
}

static void
wait_for_kept (PickerFixture *fixture)
{
  plannr_picker_open (fixture->picker);
  g_assert_true (plannr_test_wait (says_two, fixture));
  g_assert_true (plannr_test_wait (says_kept, fixture));
}

/* Without a way to Plannr there is what is kept, what was chosen last first, and after a while it says
 * so. */
static void
test_kept (PickerFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Annual review", "Mortgage" };
  g_autoptr (PlannrCache) cache = plannr_cache_new (NULL);
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *uuid = g_strdup_printf ("0b6f7c1e-52a4-4a0e-9d57-%012u", i);

      g_ptr_array_add (types,
                       g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, "name", names[i], NULL));
    }
  plannr_cache_keep (cache, PLANNR_CACHE_TYPES, types, NULL);
  plannr_directory_set_cache (fixture->directory, cache);
  plannr_picker_set_source (fixture->picker, fixture->directory,
                            plannr_picker_source_get (PLANNR_CACHE_TYPES));

  wait_for_kept (fixture);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_assert_description (fixture, "Annual review, 1 of 2");
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage");

  plannr_picker_set_item (fixture->picker, NULL);
  plannr_directory_forget (fixture->directory);
  wait_for_kept (fixture);
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage");
}

/* What is kept is there for every letter, before Plannr is asked; what Plannr adds comes after it, and the
 * mark stays where it is. */
static void
test_kept_at_once (PickerFixture *fixture, gconstpointer data)
{
  guint i;

  finder_keep ("Mortgage", 3);
  plannr_picker_open (fixture->picker);
  g_assert_true (plannr_test_wait (has_rows, fixture));
  picker_fixture_assert_description (fixture, "3 matches");
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_assert_description (fixture, "Mortgage 2, 2 of 3");

  picker_fixture_answer (fixture, 0, "Mortgage", 5);
  picker_fixture_assert_description (fixture, "Mortgage 2, 2 of 5");

  /* The third is another by now, where it was. */
  picker_fixture_answer (fixture, picker_fixture_type (fixture, "mo"), "Money", 3);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_assert_description (fixture, "Money 1, 1 of 3");

  i = picker_fixture_type (fixture, "mort");
  g_assert_true (plannr_test_wait (has_rows, fixture));
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_answer (fixture, i, "Money", 1);
  picker_fixture_assert_description (fixture, "Money 1, 1 of 1");
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Money 1");
}

/* Return takes what is kept without a wait for Plannr. */
static void
test_kept_return (PickerFixture *fixture, gconstpointer data)
{
  finder_keep ("Mortgage", 3);
  picker_fixture_open (fixture, 3);
  gtk_editable_set_text (GTK_EDITABLE (picker_fixture_get_entry (fixture)), "mo");
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press_return (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 2");
  g_assert_false (picker_fixture_is_open (fixture));
}

/* Rows that are there are not taken away by a failure. */
static void
test_kept_in_spite_of_an_error (PickerFixture *fixture, gconstpointer data)
{
  finder_keep ("Mortgage", 2);
  plannr_picker_open (fixture->picker);
  g_assert_true (plannr_test_wait (has_rows, fixture));
  finder_fail (0, g_error_new (PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED, "401"));
  g_assert_true (plannr_test_wait (says_kept, fixture));
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 1");
}

static gboolean
has_looked_further (gpointer data)
{
  return finder_get_n_looked_up () >= GPOINTER_TO_UINT (data);
}

/* Of very many the first are looked up, and more on the way to the end of them. */
static void
test_kept_pages (PickerFixture *fixture, gconstpointer data)
{
  finder_keep ("Mortgage", 1000);
  plannr_picker_open (fixture->picker);
  g_assert_true (plannr_test_wait (has_rows, fixture));
  picker_fixture_assert_description (fixture, "More than 20 matches");
  plannr_test_settle (fixture->window);
  g_assert_cmpuint (finder_get_n_looked_up (), ==, 1);

  /* What Plannr has of the rest comes in its place; it is looked up whether any of it is of the first. */
  picker_fixture_answer (fixture, 0, "Mortgage", 50);
  picker_fixture_assert_description (fixture, "More than 20 matches");
  g_assert_cmpuint (finder_get_n_looked_up (), ==, 2);
  g_assert_cmpuint (picker_fixture_get_n_rows (fixture), ==, 20);

  for (guint i = 3; i <= 4; i++)
    {
      g_assert_true (picker_fixture_press_in (picker_fixture_get_entry (fixture), GDK_KEY_End,
                                              GDK_CONTROL_MASK));
      g_assert_true (plannr_test_wait (has_looked_further, GUINT_TO_POINTER (i)));
      plannr_test_settle (fixture->window);
      g_assert_cmpuint (finder_get_n_looked_up (), ==, i);
      g_assert_cmpuint (picker_fixture_get_n_rows (fixture), >, 20 * (i - 2));
    }
  picker_fixture_assert_description (fixture, "Mortgage 40, 40 of more than 60");
  picker_fixture_press (fixture, GDK_KEY_Down);
  picker_fixture_press_return (fixture);
  g_assert_cmpstr (fixture->picked, ==, "Mortgage 41");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/plannr/picker-popover/" name, PickerFixture, NULL, picker_fixture_set_up,          \
              function, picker_fixture_tear_down)
  ADD ("first", test_first);
  ADD ("return-while-searching", test_return_while_searching);
  ADD ("return-at-once", test_return_at_once);
  ADD ("return-and-on", test_return_and_on);
  ADD ("stale", test_stale);
  ADD ("none", test_none);
  ADD ("error", test_error);
  ADD ("pages", test_pages);
  ADD ("kept", test_kept);
  ADD ("kept/at-once", test_kept_at_once);
  ADD ("kept/return", test_kept_return);
  ADD ("kept/in-spite-of-an-error", test_kept_in_spite_of_an_error);
  ADD ("kept/pages", test_kept_pages);
#undef ADD

  return g_test_run ();
}
