/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"
#include "test-firm.h"
#include "test-input.h"

typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestApp *app;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *argv[] = { SAMPLE_WINDOW, NULL };

  fixture->desktop = plannr_test_desktop_new (500, 400);
  fixture->app = plannr_test_app_start_program (fixture->desktop, argv);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  g_clear_pointer (&fixture->desktop, plannr_test_desktop_free);
}

static void
type_into_name (Fixture *fixture, const char *text)
{
  g_autoptr (PlannrTestNode) entry = NULL;

  plannr_test_app_click_on (fixture->app, "text box", "Name");
  entry = plannr_test_app_wait_focus (fixture->app, "text box", "Name");
  plannr_test_app_type (fixture->app, text);
  /* Once the focus has moved on, all that was typed before has arrived. */
  plannr_test_app_press (fixture->app, "Tab");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Open"));
}

static void
test_types_any_character (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "Zoë O’Brien–Ünal, £1,234.50 / 1 234,50 € (日本語; علي; हिन्दी; Ωμέγα!)";
  g_autoptr (PlannrTestNode) entry = NULL;
  g_autofree char *typed = NULL;

  type_into_name (fixture, text);
  entry = plannr_test_app_find (fixture->app, "text box", "Name");
  typed = plannr_test_node_get_text (entry);
  g_assert_cmpstr (typed, ==, text);
}

static void
test_holds_a_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestNode) entry = NULL;
  g_autofree char *typed = NULL;

  type_into_name (fixture, "b");
  plannr_test_app_press (fixture->app, "shift+Tab");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  plannr_test_input_hold (plannr_test_desktop_get_display (fixture->desktop), "a", 1500);
  plannr_test_app_press (fixture->app, "Tab");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Open"));
  entry = plannr_test_app_find (fixture->app, "text box", "Name");
  typed = plannr_test_node_get_text (entry);
  g_assert_cmpuint (strlen (typed), >, 4);
}

static void
test_clicks_inside_a_popover (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_click_on (fixture->app, "button", "Open");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "search box", "Search"));
  plannr_test_app_click_on (fixture->app, "button", "Inside");
  plannr_test_app_press (fixture->app, "Escape");
  plannr_test_app_wait_gone (fixture->app, "button", "Inside");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Inside 1"));
}

static void
test_scrolls_to_what_it_clicks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestNode) button = plannr_test_app_find (fixture->app, "button", "Far");

  plannr_test_app_double_click (fixture->app, button);
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Far 2"));
}

static void
test_tells_what_can_have_the_focus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = plannr_test_app_list_focusable (fixture->app);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = plannr_test_node_get_name (g_ptr_array_index (nodes, i));

      g_string_append_printf (names, "%s;", name);
    }
  g_assert_nonnull (strstr (names->str, "Name;Open;Far;"));
}

static void
test_acts_as_a_screen_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestNode) button = plannr_test_app_find (fixture->app, "button", "Far");

  plannr_test_node_do_action (button, NULL);
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Far 1"));
}

static void
test_has_a_keyring_and_a_firm (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestFirm) firm = plannr_test_firm_start (fixture->desktop, NULL);
  g_autofree char *n_firms = plannr_test_firm_query (firm, "SELECT count(*) > 0 FROM firms");

  g_assert_cmpstr (n_firms, ==, "1");
  plannr_test_desktop_start_keyring (fixture->desktop);
}

static void
test_fails_on_a_warning (void)
{
  if (g_test_subprocess ())
    {
      const char *argv[] = { SAMPLE_WINDOW, NULL };
      g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (500, 400);

      plannr_test_desktop_setenv (desktop, "G_DEBUG", NULL);
      plannr_test_desktop_setenv (desktop, "SAMPLE_WARNING", "1");
      plannr_test_app_finish (plannr_test_app_start_program (desktop, argv));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*as asked*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/harness/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("types-any-character", test_types_any_character);
  ADD ("holds-a-key", test_holds_a_key);
  ADD ("clicks-inside-a-popover", test_clicks_inside_a_popover);
  ADD ("scrolls-to-what-it-clicks", test_scrolls_to_what_it_clicks);
  ADD ("tells-what-can-have-the-focus", test_tells_what_can_have_the_focus);
  ADD ("acts-as-a-screen-reader", test_acts_as_a_screen_reader);
  ADD ("has-a-keyring-and-a-firm", test_has_a_keyring_and_a_firm);
#undef ADD
  g_test_add_func ("/plannr/harness/fails-on-a-warning", test_fails_on_a_warning);
  return g_test_run ();
}
