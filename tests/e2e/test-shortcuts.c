/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"
#include "test-process.h"

#define GARETH "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"

/* A day at the desk without a mouse: each shortcut does what one expects. */

typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestApp *app;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *arguments[] = { "--practice", NULL };

  fixture->desktop = plannr_test_desktop_new (1060, 740);
  fixture->app = plannr_test_app_start (fixture->desktop, arguments);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  g_clear_pointer (&fixture->desktop, plannr_test_desktop_free);
}

static void
assert_name (Fixture *fixture, const char *expected)
{
  g_autoptr (PlannrTestNode) name = plannr_test_app_wait_focus (fixture->app, "text box", "Name");
  g_autofree char *text = plannr_test_node_get_text (name);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_new_and_search (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_type (fixture->app, "First");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", "First, Draft"));
  plannr_test_app_press (fixture->app, "ctrl+n");
  plannr_test_app_type (fixture->app, "Second");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", "Second, Draft"));

  plannr_test_app_press (fixture->app, "ctrl+f");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "search box", "Search cases"));
  plannr_test_app_type (fixture->app, "first");
  plannr_test_app_wait_gone (fixture->app, "list item", "Second, Draft");
  plannr_test_app_press (fixture->app, "Escape");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", "Second, Draft"));
}

static void
test_discard_and_undo (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_type (fixture->app, "Mistake");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", "Mistake, Draft"));
  plannr_test_app_press (fixture->app, "alt+d");
  plannr_test_app_wait_gone (fixture->app, "list item", "Mistake, Draft");
  assert_name (fixture, "");
  plannr_test_app_press (fixture->app, "alt+u");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", "Mistake, Draft"));
  assert_name (fixture, "Mistake");
}

static void
test_same_again (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_type (fixture->app, "Yearly");
  plannr_test_app_click_on (fixture->app, "button", "Add person…");
  plannr_test_node_free (
      plannr_test_app_wait_focus (fixture->app, "search box", "Search: Add person…"));
  plannr_test_app_type (fixture->app, GARETH);
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "button", "Remove Gareth Thompson"));
  plannr_test_app_press (fixture->app, "ctrl+Return");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Yearly, created"));
  plannr_test_app_click_on (fixture->app, "button", "Same again");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Add person…"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", "Yearly, Draft"));
  plannr_test_app_wait_gone (fixture->app, "button", "Remove Gareth Thompson");
}

static void
test_help_and_menu (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_press (fixture->app, "F1");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Ctrl+N"));
  plannr_test_app_press (fixture->app, "Escape");
  plannr_test_app_wait_gone (fixture->app, "label", "Ctrl+N");

  plannr_test_app_press (fixture->app, "F10");
  plannr_test_node_free (plannr_test_app_find (fixture->app, NULL, "About Plannr Cases"));
  plannr_test_app_press (fixture->app, "Escape");
}

static void
test_quit (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_press (fixture->app, "ctrl+q");
  g_assert_true (plannr_test_process_wait (plannr_test_app_get_process (fixture->app), 10));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/e2e/shortcuts/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("new-and-search", test_new_and_search);
  ADD ("discard-and-undo", test_discard_and_undo);
  ADD ("same-again", test_same_again);
  ADD ("help-and-menu", test_help_and_menu);
  ADD ("quit", test_quit);
#undef ADD

  return g_test_run ();
}
