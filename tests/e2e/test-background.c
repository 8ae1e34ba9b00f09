/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <X11/Xlib.h>
#include <signal.h>

#include "desktop-services.h"
#include "test-app.h"
#include "test-config.h"
#include "test-firm.h"
#include "test-wait.h"

#define SECONDS 15
#define GARETH  "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define N_CASES "SELECT count(*) FROM cases WHERE name = 'Faulty'"
#define ASKS    "1 case is still on its way to Plannr.*"

typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestServices *services;
  PlannrTestFirm *firm;
  PlannrTestApp *app;
} Fixture;

static void
start (Fixture *fixture)
{
  const char *arguments[] = { "--server", plannr_test_firm_get_url (fixture->firm), NULL };

  fixture->app = plannr_test_app_start (fixture->desktop, arguments);
}

/* @data: (nullable): the firm's options */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desktop = plannr_test_desktop_new (1060, 740);
  fixture->services = plannr_test_services_start (fixture->desktop);
  fixture->firm = plannr_test_firm_start (fixture->desktop, data);
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_ACCESS_TOKEN", "practice");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->app != NULL)
    plannr_test_app_finish (fixture->app);
  plannr_test_firm_stop (fixture->firm);
  plannr_test_services_stop (fixture->services);
  plannr_test_desktop_free (fixture->desktop);
}

static void
create (Fixture *fixture)
{
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  plannr_test_app_type (fixture->app, "Faulty");
  plannr_test_app_click_on (fixture->app, "button", "Add person…");
  plannr_test_node_free (
      plannr_test_app_wait_focus (fixture->app, "search box", "Search: Add person…"));
  plannr_test_app_type (fixture->app, GARETH);
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "button", "Remove Gareth Thompson"));
  plannr_test_app_press (fixture->app, "ctrl+Return");
}

static void
assert_state (Fixture *fixture, const char *state)
{
  g_autofree char *name = g_strdup_printf ("Faulty, Gareth Thompson, %s", state);

  plannr_test_node_free (plannr_test_app_find (fixture->app, "list item", name));
}

static void
assert_n_cases (Fixture *fixture, const char *n)
{
  g_autofree char *count = plannr_test_firm_query (fixture->firm, N_CASES);

  g_assert_cmpstr (count, ==, n);
}

static void
assert_ends (Fixture *fixture)
{
  PlannrTestProcess *process = plannr_test_app_get_process (fixture->app);

  g_assert_true (plannr_test_process_wait (process, SECONDS));
  g_assert_cmpint (plannr_test_process_get_exit_status (process), ==, 0);
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
}

static gboolean
is_inhibited (gpointer data)
{
  return ((Fixture *) data)->services->reason != NULL;
}

static gboolean
is_not_inhibited (gpointer data)
{
  return ((Fixture *) data)->services->reason == NULL;
}

static gboolean
is_notified (gpointer data)
{
  return ((Fixture *) data)->services->notification > 0;
}

static gboolean
is_taken_back (gpointer data)
{
  return ((Fixture *) data)->services->n_taken_back > 0;
}

static guint
count_windows (Fixture *fixture)
{
  g_autoptr (GArray) windows =
      plannr_test_display_list_windows (plannr_test_desktop_get_display (fixture->desktop),
                                        plannr_test_process_get_pid (
                                            plannr_test_app_get_process (fixture->app)));

  return windows->len;
}

static gboolean
is_hidden (gpointer data)
{
  return count_windows (data) == 0;
}

static gboolean
is_shown (gpointer data)
{
  return count_windows (data) == 1;
}

static gboolean
is_created (gpointer data)
{
  g_autoptr (PlannrTestNode) row = plannr_test_app_look_for (((Fixture *) data)->app, "list item",
                                                             "Faulty, Gareth Thompson, Created*");

  return row != NULL;
}

static void
assert_notified (Fixture *fixture, const char *title, const char *body)
{
  g_assert_true (plannr_test_wait_for (is_notified, fixture, SECONDS));
  g_assert_cmpstr (fixture->services->title, ==, title);
  g_assert_cmpstr (fixture->services->body, ==, body);
}

/* The question comes once, is no obstacle, and what is on its way is there at the next start. */
static void
test_asks_before_closing (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  create (fixture);
  assert_state (fixture, "Sending…");
  g_assert_true (plannr_test_wait_for (is_inhibited, fixture, SECONDS));
  g_assert_cmpstr (fixture->services->reason, ==, "1 case is on its way to Plannr");
  g_assert_cmpuint (fixture->services->flags, ==, 1 | 4);

  plannr_test_app_press (fixture->app, "ctrl+q");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", ASKS));
  plannr_test_node_free (
      plannr_test_app_wait_focus (fixture->app, "button", "Keep working in the background"));
  plannr_test_node_free (plannr_test_app_wait_description (fixture->app, "button",
                                                           "Keep working in the background", ASKS));
  plannr_test_app_check_names (fixture->app, "farewell", 5);

  plannr_test_app_click_on (fixture->app, "button", "Stay");
  plannr_test_app_wait_gone (fixture->app, "label", ASKS);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "Sending…"));

  plannr_test_app_press (fixture->app, "ctrl+q");
  plannr_test_app_click_on (fixture->app, "button", "Close now");
  assert_ends (fixture);

  start (fixture);
  assert_state (fixture, "Checking…");
  plannr_test_app_press (fixture->app, "ctrl+q");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", ASKS));
  plannr_test_app_press (fixture->app, "ctrl+q");
  assert_ends (fixture);
}

/* It goes out without a window, and the application ends. */
static void
test_keeps_working (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  create (fixture);
  assert_state (fixture, "Waiting: Plannr is busy");
  plannr_test_app_press (fixture->app, "ctrl+q");
  plannr_test_app_click_on (fixture->app, "button", "Keep working in the background");
  g_assert_true (plannr_test_wait_for (is_hidden, fixture, SECONDS));
  assert_ends (fixture);
  assert_notified (fixture, "A case was created", "Faulty · Gareth Thompson");
  assert_n_cases (fixture, "1");

  start (fixture);
  assert_state (fixture, "Created*");
}

/* What needs an answer keeps the application, and a click on the notification brings it back. */
static void
test_asks_from_background (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  create (fixture);
  assert_state (fixture, "Waiting: Plannr is busy");
  plannr_test_app_press (fixture->app, "ctrl+n");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  plannr_test_app_press (fixture->app, "ctrl+q");
  plannr_test_app_click_on (fixture->app, "button", "Keep working in the background");
  assert_notified (fixture, "Plannr did not accept a case", "Faulty · Gareth Thompson");
  g_assert_cmpuint (count_windows (fixture), ==, 0);

  plannr_test_services_click (fixture->services);
  g_assert_true (plannr_test_wait_for (is_shown, fixture, SECONDS));
  assert_state (fixture, "Not accepted");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "button", "Remove Gareth Thompson"));
  g_assert_null (plannr_test_app_look_for (fixture->app, "button", "Close now"));
  g_assert_true (plannr_test_wait_for (is_taken_back, fixture, SECONDS));
  g_assert_true (plannr_test_wait_for (is_not_inhibited, fixture, SECONDS));
}

/* A token that no longer works is something that only the person can do something about: they are told,
 * and nobody is kept from logging out. */
static void
test_signed_out_in_background (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  create (fixture);
  assert_state (fixture, "Waiting: Plannr is busy");
  g_assert_true (plannr_test_wait_for (is_inhibited, fixture, SECONDS));
  plannr_test_app_press (fixture->app, "ctrl+q");
  plannr_test_app_click_on (fixture->app, "button", "Keep working in the background");
  assert_notified (fixture, "Sign in to Plannr again", "1 case waits for that.");
  g_assert_true (plannr_test_wait_for (is_not_inhibited, fixture, SECONDS));
  g_assert_cmpuint (count_windows (fixture), ==, 0);

  plannr_test_services_click (fixture->services);
  g_assert_true (plannr_test_wait_for (is_shown, fixture, SECONDS));
  assert_state (fixture, "Waiting for sign-in");
  assert_n_cases (fixture, "0");
}

/* A window that is there but not in front. */
static void
test_notifies_elsewhere (Fixture *fixture, gconstpointer data)
{
  Display *display =
      plannr_test_display_get_connection (plannr_test_desktop_get_display (fixture->desktop));
  Window other =
      XCreateSimpleWindow (display, DefaultRootWindow (display), 0, 0, 100, 100, 0, 0, 0);

  start (fixture);
  create (fixture);
  assert_state (fixture, "Waiting: Plannr is busy");
  XMapWindow (display, other);
  XSync (display, False);
  assert_notified (fixture, "A case was created", "Faulty · Gareth Thompson");
  /* It can't be taken back before the application knows its number. */
  assert_state (fixture, "Created*");

  XDestroyWindow (display, other);
  XSync (display, False);
  g_assert_true (plannr_test_wait_for (is_taken_back, fixture, SECONDS));
  g_assert_cmpuint (fixture->services->notification, ==, 1);
  assert_state (fixture, "Created*");
  g_assert_true (plannr_test_wait_for (is_not_inhibited, fixture, SECONDS));
}

/* Who looks needs no notification. */
static void
test_is_quiet_in_front (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  create (fixture);
  assert_state (fixture, "Created*");
  plannr_test_app_press (fixture->app, "ctrl+q");
  assert_ends (fixture);
  g_assert_cmpuint (fixture->services->notification, ==, 0);
}

/* The system asks nobody, and waits for nobody. */
static void
test_terminates_at_once (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  create (fixture);
  assert_state (fixture, "Sending…");
  plannr_test_process_send_signal (plannr_test_app_get_process (fixture->app), SIGTERM);
  assert_ends (fixture);
  start (fixture);
  assert_state (fixture, "Checking…");
}

static void
start_second (Fixture *fixture)
{
  const char *argv[] = { PLANNR_TEST_PROGRAM, "--server", plannr_test_firm_get_url (fixture->firm),
                         NULL };
  g_autoptr (PlannrTestProcess) second = plannr_test_desktop_start (fixture->desktop, argv);

  g_assert_true (plannr_test_process_wait (second, SECONDS));
  g_assert_cmpint (plannr_test_process_get_exit_status (second), ==, 0);
  plannr_test_process_check_errors (second);
}

/* A second start hands over to the first, whether or not that has a window. */
static void
test_hands_over (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  create (fixture);
  assert_state (fixture, "Sending…");
  start_second (fixture);
  g_assert_cmpuint (count_windows (fixture), ==, 1);

  plannr_test_app_press (fixture->app, "ctrl+q");
  plannr_test_app_click_on (fixture->app, "button", "Keep working in the background");
  g_assert_true (plannr_test_wait_for (is_hidden, fixture, SECONDS));
  start_second (fixture);
  g_assert_true (plannr_test_wait_for (is_shown, fixture, SECONDS));
  assert_state (fixture, "Sending…");
  plannr_test_app_wait_gone (fixture->app, "button", "Close now");
}

static void
sign_in (Fixture *fixture, const char *token)
{
  plannr_test_app_click_on (fixture->app, NULL, "Access token");
  plannr_test_app_type (fixture->app, token);
  plannr_test_app_press (fixture->app, "Return");
}

/* What is on its way under one account goes out under no other. */
static void
test_disconnect (Fixture *fixture, gconstpointer data)
{
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_ACCESS_TOKEN", NULL);
  start (fixture);
  sign_in (fixture, "practice");
  create (fixture);
  assert_state (fixture, "Waiting: Plannr is busy");

  plannr_test_app_click_on (fixture->app, NULL, "Main menu");
  plannr_test_app_click_on (fixture->app, "menu item", "Disconnect");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", ASKS));
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Stay"));
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_app_wait_gone (fixture->app, "label", ASKS);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Main menu"));

  plannr_test_app_click_on (fixture->app, NULL, "Main menu");
  plannr_test_app_click_on (fixture->app, "menu item", "Disconnect");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Stay"));
  plannr_test_app_click_on (fixture->app, "button", "Disconnect now");
  plannr_test_node_free (plannr_test_app_find (fixture->app, NULL, "Access token"));
  plannr_test_app_wait_gone (fixture->app, "label", ASKS);
  g_assert_true (plannr_test_wait_for (is_not_inhibited, fixture, SECONDS));

  sign_in (fixture, "practice-several");
  plannr_test_app_click_on (fixture->app, NULL, "Continue");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  g_assert_null (plannr_test_app_look_for (fixture->app, "list item", "Faulty*"));
  plannr_test_app_click_on (fixture->app, NULL, "Main menu");
  plannr_test_app_click_on (fixture->app, "menu item", "Disconnect");
  plannr_test_node_free (plannr_test_app_find (fixture->app, NULL, "Access token"));
  assert_n_cases (fixture, "0");

  sign_in (fixture, "practice");
  g_assert_true (plannr_test_wait_for (is_created, fixture, 3 * SECONDS));
  assert_n_cases (fixture, "1");
}

int
main (int argc, char *argv[])
{
  static const char *const stalls[] = { "--fault", "stall-before-commit@1", NULL };
  static const char *const busy[] = { "--fault", "429@1", NULL };
  static const char *const busy_for_long[] = { "--fault", "429-bare@1-3", NULL };
  static const char *const busy_and_401[] = { "--fault", "429@1", "--fault", "401@2", NULL };
  static const char *const busy_and_refused[] = { "--fault", "429@1", "--fault", "422@2", NULL };

  g_test_init (&argc, &argv, NULL);
#define ADD(path, options, function)                                                               \
  g_test_add ("/plannr/e2e/background/" path, Fixture, options, set_up, function, tear_down)
  ADD ("asks-before-closing", stalls, test_asks_before_closing);
  ADD ("keeps-working", busy, test_keeps_working);
  ADD ("asks-from-background", busy_and_refused, test_asks_from_background);
  ADD ("signed-out-in-background", busy_and_401, test_signed_out_in_background);
  ADD ("notifies-elsewhere", busy, test_notifies_elsewhere);
  ADD ("is-quiet-in-front", NULL, test_is_quiet_in_front);
  ADD ("terminates-at-once", stalls, test_terminates_at_once);
  ADD ("hands-over", stalls, test_hands_over);
  ADD ("disconnect", busy_for_long, test_disconnect);
#undef ADD

  return g_test_run ();
}
