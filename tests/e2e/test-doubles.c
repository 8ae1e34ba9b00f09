/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"
#include "test-firm.h"
#include "test-input.h"

/* A likely double is named before it is made, and never keeps anybody from making it. */

#define GARETH  "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define THEIRS  "“*Thompson mortgage*” for *Gareth Thompson*, *Mortgage*, was created on *"
#define MINE    "“*Mine*” for *Gareth Thompson*, *Mortgage*, was created today at *"
#define N_CASES "SELECT count(*) FROM cases WHERE name = 'Mine'"

typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestFirm *firm;
  PlannrTestApp *app;
} Fixture;

/* @data is how long the firm takes for each answer. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *options[] = { "--latency", data, NULL };
  const char *arguments[] = { "--server", NULL, NULL };

  fixture->desktop = plannr_test_desktop_new (1060, 740);
  fixture->firm = plannr_test_firm_start (fixture->desktop, options);
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_ACCESS_TOKEN", "practice");
  arguments[1] = plannr_test_firm_get_url (fixture->firm);
  fixture->app = plannr_test_app_start (fixture->desktop, arguments);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  g_clear_pointer (&fixture->firm, plannr_test_firm_stop);
  g_clear_pointer (&fixture->desktop, plannr_test_desktop_free);
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
fill_in (Fixture *fixture)
{
  plannr_test_app_type (fixture->app, "Mine");
  pick (fixture, "Type", "Search: Type", "mort");
  pick (fixture, "Status", "Search: Status", "fact");
  pick (fixture, "Add person…", "Search: Add person…", GARETH);
}

static void
assert_n_cases (Fixture *fixture, const char *expected)
{
  g_autofree char *n = plannr_test_firm_query (fixture->firm, N_CASES);

  g_assert_cmpstr (n, ==, expected);
}

static void
wait_created (Fixture *fixture)
{
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Mine, created*"));
}

static void
test_named_before_create (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture);
  plannr_test_node_free (plannr_test_app_find (fixture->app, "group", THEIRS));
  plannr_test_node_free (
      plannr_test_app_wait_description (fixture->app, "button", "Create case", THEIRS));
  assert_n_cases (fixture, "0");

  /* A case that is in Plannr alone is shown where one stands. */
  plannr_test_app_click_on (fixture->app, "button", "Show it");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Copy case number"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Thompson mortgage"));
  plannr_test_app_press (fixture->app, "Escape");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Show it"));

  /* It is named; the press is meant. */
  plannr_test_app_press (fixture->app, "ctrl+Return");
  wait_created (fixture);
  assert_n_cases (fixture, "1");

  /* The same once more: now it is the row. */
  plannr_test_app_press (fixture->app, "ctrl+n");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  fill_in (fixture);
  plannr_test_node_free (
      plannr_test_app_wait_description (fixture->app, "button", "Create case", MINE));
  plannr_test_app_click_on (fixture->app, "button", "Show it");
  wait_created (fixture);
  plannr_test_app_click_on (fixture->app, "list item", "Mine, Gareth Thompson, Draft");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "group", MINE));
  plannr_test_app_click_on (fixture->app, "button", "Create case");
  wait_created (fixture);
  assert_n_cases (fixture, "2");
}

/* Pressed before Plannr could tell: it is named first. A key that is held down says nothing about
 * that; the next press does. */
static void
test_named_first (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture);
  plannr_test_input_hold (plannr_test_desktop_get_display (fixture->desktop), "ctrl+Return", 2000);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", THEIRS));
  assert_n_cases (fixture, "0");
  g_usleep (1100 * G_TIME_SPAN_MILLISECOND);
  plannr_test_app_press (fixture->app, "ctrl+Return");
  wait_created (fixture);
  assert_n_cases (fixture, "1");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture);
  plannr_test_app_press (fixture->app, "ctrl+Return");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Sending…"));
  plannr_test_app_click_on (fixture->app, "button", "Cancel");
  plannr_test_app_wait_gone (fixture->app, "button", "Cancel");
  plannr_test_node_free (
      plannr_test_app_find (fixture->app, "list item", "Mine, Gareth Thompson, Draft"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "group", THEIRS));
  assert_n_cases (fixture, "0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, latency, function)                                                               \
  g_test_add ("/plannr/e2e/doubles/" path, Fixture, latency, set_up, function, tear_down)
  ADD ("named-before-create", "0", test_named_before_create);
  ADD ("named-first", "600", test_named_first);
  ADD ("cancelled", "800", test_cancelled);
#undef ADD

  return g_test_run ();
}
