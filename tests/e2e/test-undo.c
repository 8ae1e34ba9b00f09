/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"
#include "test-firm.h"

/* A case that waits before it is sent: taken back, sent at once, and killed while it waits. */

#define GARETH  "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define N_CASES "SELECT count(*) FROM cases WHERE name = 'Held back'"

typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestFirm *firm;
  PlannrTestApp *app;
} Fixture;

static void
start (Fixture *fixture)
{
  const char *arguments[] = { "--server", plannr_test_firm_get_url (fixture->firm), NULL };

  fixture->app = plannr_test_app_start (fixture->desktop, arguments);
}

static void
pick (Fixture *fixture, const char *button, const char *search, const char *text)
{
  plannr_test_app_click_on (fixture->app, "button", button);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "search box", search));
  plannr_test_app_type (fixture->app, text);
  plannr_test_node_free (
      plannr_test_app_wait_description (fixture->app, "search box", search, "1 match*"));
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_app_wait_gone (fixture->app, "search box", search);
}

static void
wait_before_sending (Fixture *fixture, const char *seconds)
{
  plannr_test_app_click_on (fixture->app, NULL, "Main menu");
  plannr_test_app_click_on (fixture->app, NULL, "Wait before sending");
  plannr_test_app_click_on (fixture->app, NULL, seconds);
  plannr_test_app_wait_gone (fixture->app, NULL, seconds);
}

/* @data is how long to wait. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *options[] = { NULL };

  fixture->desktop = plannr_test_desktop_new (1060, 740);
  fixture->firm = plannr_test_firm_start (fixture->desktop, options);
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_ACCESS_TOKEN", "practice");
  start (fixture);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));

  wait_before_sending (fixture, data);
  plannr_test_app_click_on (fixture->app, "text box", "Name");
  plannr_test_app_type (fixture->app, "Held back");
  pick (fixture, "Type", "Search: Type", "invest");
  pick (fixture, "Status", "Search: Status", "fact");
  pick (fixture, "Add person…", "Search: Add person…", GARETH);
  plannr_test_app_press (fixture->app, "ctrl+Return");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Sent in *"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item",
                                               "Held back, Gareth Thompson, Sent in a moment"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  g_clear_pointer (&fixture->firm, plannr_test_firm_stop);
  g_clear_pointer (&fixture->desktop, plannr_test_desktop_free);
}

static void
assert_n_cases (Fixture *fixture, const char *expected)
{
  g_autofree char *n = plannr_test_firm_query (fixture->firm, N_CASES);

  g_assert_cmpstr (n, ==, expected);
}

static void
find_row (Fixture *fixture, const char *state)
{
  g_autofree char *name = g_strdup_printf ("Held back, Gareth Thompson, %s", state);

  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", name));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  /* The seconds are counted for the eyes; whoever listens is not told each of them. */
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Sent in 28 seconds"));
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Sent in 30 seconds"));

  plannr_test_app_click_on (fixture->app, "button", "Undo");
  find_row (fixture, "Draft");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Draft saved"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "button", "Remove Gareth Thompson"));
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Add person…*"));
  assert_n_cases (fixture, "0");

  /* It is a draft like any other. */
  plannr_test_app_press (fixture->app, "ctrl+Return");
  plannr_test_app_click_on (fixture->app, "button", "Send now");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Held back, created"));
  assert_n_cases (fixture, "1");
}

/* The second half of a double click must not stop what the first has sent. */
static void
test_send_now (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestNode) button = plannr_test_app_find (fixture->app, "button", "Send now");

  plannr_test_app_double_click (fixture->app, button);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Held back, created"));
  find_row (fixture, "Created *");
  assert_n_cases (fixture, "1");
}

static void
test_time_runs_out (Fixture *fixture, gconstpointer data)
{
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Held back, created"));
  assert_n_cases (fixture, "1");
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_kill (g_steal_pointer (&fixture->app));
  assert_n_cases (fixture, "0");

  start (fixture);
  find_row (fixture, "Created *");
  assert_n_cases (fixture, "1");
}

/* Closed in these seconds it waits, and is there to be taken back until they are over. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_finish (g_steal_pointer (&fixture->app));
  assert_n_cases (fixture, "0");

  start (fixture);
  plannr_test_app_click_on (fixture->app, "list item",
                            "Held back, Gareth Thompson, Sent in a moment");
  plannr_test_app_click_on (fixture->app, "button", "Undo");
  find_row (fixture, "Draft");
  assert_n_cases (fixture, "0");
}

/* What was discarded is found again at another start, by those who look for it. */
static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_click_on (fixture->app, "button", "Undo");
  find_row (fixture, "Draft");
  plannr_test_app_click_on (fixture->app, "button", "Discard draft");
  plannr_test_app_wait_gone (fixture->app, "list item", "Held back, *");
  plannr_test_app_finish (g_steal_pointer (&fixture->app));

  start (fixture);
  g_assert_null (plannr_test_app_look_for (fixture->app, "list item", "Held back, *"));
  plannr_test_app_click_on (fixture->app, "search box", "Search cases");
  plannr_test_app_type (fixture->app, "gareth held");
  plannr_test_app_click_on (fixture->app, "list item", "Held back, Gareth Thompson, Discarded");
  plannr_test_app_click_on (fixture->app, "button", "Restore");
  find_row (fixture, "Draft");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "button", "Remove Gareth Thompson"));
  assert_n_cases (fixture, "0");
}

#define ADD(path, seconds, test) g_test_add (path, Fixture, seconds, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/plannr/undo/undo", "30 seconds", test_undo);
  ADD ("/plannr/undo/send-now", "30 seconds", test_send_now);
  ADD ("/plannr/undo/time-runs-out", "5 seconds", test_time_runs_out);
  ADD ("/plannr/undo/killed", "10 seconds", test_killed);
  ADD ("/plannr/undo/closed", "30 seconds", test_closed);
  ADD ("/plannr/undo/discarded", "30 seconds", test_discarded);

  return g_test_run ();
}
