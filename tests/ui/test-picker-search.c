/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-picker-search.h"

#include "finder.h"
#include "plannr-choice.h"
#include "plannr-error.h"
#include "plannr-test-widget.h"

typedef struct
{
  PlannrPickerSearch *search;
  PlannrDirectory *directory;
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = plannr_directory_new ();
  fixture->search = plannr_picker_search_new ();
  plannr_picker_search_set_source (fixture->search, fixture->directory, &finder_source);
  g_signal_connect_swapped (fixture->search, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  finder_reset ();
  g_assert_finalize_object (fixture->search);
  g_assert_finalize_object (fixture->directory);
}

static gboolean
is_answered (gpointer data)
{
  return !plannr_picker_search_is_searching (data);
}

static gboolean
has_asked (gpointer data)
{
  return finder_get_n_asked () >= GPOINTER_TO_UINT (data);
}

static void
assert_found (Fixture *fixture, guint n, const char *first)
{
  GListModel *found = plannr_picker_search_get_found (fixture->search);
  g_autoptr (PlannrChoice) choice = g_list_model_get_item (found, 0);

  g_assert_cmpuint (g_list_model_get_n_items (found), ==, n);
  g_assert_cmpstr (choice != NULL ? plannr_choice_get_name (choice) : NULL, ==, first);
}

static void
test_begin (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_begin (fixture->search, "");
  g_assert_cmpuint (finder_get_n_asked (), ==, 1);
  g_assert_true (plannr_picker_search_is_searching (fixture->search));

  finder_answer (0, "Mortgage", 3);
  g_assert_true (plannr_test_wait (is_answered, fixture->search));
  assert_found (fixture, 3, "Mortgage 1");
  g_assert_null (plannr_picker_search_get_error (fixture->search));
}

/* Only the text at which the typing pauses is asked for. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_set_text (fixture->search, "g");
  plannr_picker_search_set_text (fixture->search, "ga");
  plannr_picker_search_set_text (fixture->search, " gar ");
  g_assert_true (plannr_picker_search_is_searching (fixture->search));
  g_assert_cmpuint (finder_get_n_asked (), ==, 0);

  g_assert_true (plannr_test_wait (has_asked, GUINT_TO_POINTER (1)));
  g_assert_cmpuint (finder_get_n_asked (), ==, 1);
  g_assert_cmpstr (finder_get_text (0), ==, "gar");

  /* Space around it is not another question. */
  plannr_picker_search_set_text (fixture->search, "gar  ");
  g_assert_false (finder_is_cancelled (0));
}

static void
test_hurry (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_set_text (fixture->search, "g");
  plannr_picker_search_hurry (fixture->search);
  g_assert_cmpuint (finder_get_n_asked (), ==, 1);

  plannr_picker_search_hurry (fixture->search);
  g_assert_cmpuint (finder_get_n_asked (), ==, 1);
}

/* The answers come in the wrong order, and the old one although it was cancelled. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_begin (fixture->search, "old");
  plannr_picker_search_begin (fixture->search, "new");
  g_assert_true (finder_is_cancelled (0));
  g_assert_false (finder_is_cancelled (1));

  finder_answer (1, "New", 2);
  g_assert_true (plannr_test_wait (is_answered, fixture->search));
  assert_found (fixture, 2, "New 1");

  fixture->n_changed = 0;
  finder_answer (0, "Old", 5);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_found (fixture, 2, "New 1");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* A stale answer does not end the search for the newer one either. */
static void
test_stale_first (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_begin (fixture->search, "old");
  plannr_picker_search_begin (fixture->search, "new");

  finder_fail (0, g_error_new (PLANNR_ERROR, PLANNR_ERROR_SERVER, "500"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (plannr_picker_search_is_searching (fixture->search));
  g_assert_null (plannr_picker_search_get_error (fixture->search));
  assert_found (fixture, 0, NULL);
}

/* What was found stays until there is something newer. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_begin (fixture->search, "");
  finder_answer (0, "Mortgage", 3);
  g_assert_true (plannr_test_wait (is_answered, fixture->search));

  plannr_picker_search_set_text (fixture->search, "p");
  assert_found (fixture, 3, "Mortgage 1");
  g_assert_true (plannr_test_wait (has_asked, GUINT_TO_POINTER (2)));
  assert_found (fixture, 3, "Mortgage 1");

  /* A search that begins anew does not show what was found for something else. */
  plannr_picker_search_begin (fixture->search, "");
  assert_found (fixture, 3, "Mortgage 1");
  plannr_picker_search_begin (fixture->search, "x");
  assert_found (fixture, 0, NULL);
}

static void
test_repeat (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_begin (fixture->search, "gar");
  finder_fail (0, g_error_new (PLANNR_ERROR, PLANNR_ERROR_DEADLINE, "Too late"));
  g_assert_true (plannr_test_wait (is_answered, fixture->search));
  g_assert_error (plannr_picker_search_get_error (fixture->search), PLANNR_ERROR,
                  PLANNR_ERROR_DEADLINE);

  plannr_picker_search_repeat (fixture->search);
  g_assert_null (plannr_picker_search_get_error (fixture->search));
  g_assert_cmpstr (finder_get_text (1), ==, "gar");
  finder_answer (1, "Gareth", 1);
  g_assert_true (plannr_test_wait (is_answered, fixture->search));
  assert_found (fixture, 1, "Gareth 1");
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_begin (fixture->search, "gar");
  plannr_picker_search_stop (fixture->search);
  g_assert_true (finder_is_cancelled (0));
  g_assert_false (plannr_picker_search_is_searching (fixture->search));

  fixture->n_changed = 0;
  finder_answer (0, "Gareth", 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_found (fixture, 0, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_dispose (Fixture *fixture, gconstpointer data)
{
  plannr_picker_search_begin (fixture->search, "gar");
  g_object_run_dispose (G_OBJECT (fixture->search));
  g_assert_true (finder_is_cancelled (0));
  finder_answer (0, "Gareth", 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/plannr/picker-search/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("begin", test_begin);
  ADD ("pause", test_pause);
  ADD ("hurry", test_hurry);
  ADD ("stale", test_stale);
  ADD ("stale-first", test_stale_first);
  ADD ("stays", test_stays);
  ADD ("repeat", test_repeat);
  ADD ("stop", test_stop);
  ADD ("dispose", test_dispose);

  return g_test_run ();
}
