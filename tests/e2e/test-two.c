/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "restart-fixture.h"
#include "test-config.h"
#include "test-wait.h"

/* The application is started a second time: on the same session bus, where the first takes over, and on
 * another one, where the two have nothing in common but the folder. */

#define N_CASES "SELECT count(*) FROM cases WHERE name LIKE 'From the %'"

static const char bus_configuration[] =
    "<busconfig><type>session</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>"
    "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
    "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";

static PlannrTestProcess *
start_again (RestartFixture *fixture)
{
  const char *argv[] = { PLANNR_TEST_PROGRAM, "--server", fixture->url, NULL };

  return plannr_test_desktop_start (fixture->desktop, argv);
}

static guint
count_windows (RestartFixture *fixture, PlannrTestProcess *process)
{
  g_autoptr (GArray) windows =
      plannr_test_display_list_windows (plannr_test_desktop_get_display (fixture->desktop),
                                        plannr_test_process_get_pid (process));

  return windows->len;
}

/* Whoever clicks on the icon again, and again, has one window. */
static void
test_hands_over (RestartFixture *fixture, gconstpointer data)
{
  PlannrTestProcess *others[3];

  plannr_test_app_type (fixture->app, "Being written");
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = start_again (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_true (plannr_test_process_wait (others[i], 20));
      g_assert_cmpint (plannr_test_process_get_exit_status (others[i]), ==, 0);
      plannr_test_process_check_errors (others[i]);
      plannr_test_process_stop (others[i]);
    }

  g_assert_cmpuint (count_windows (fixture, plannr_test_app_get_process (fixture->app)), ==, 1);
  restart_assert_text (fixture, "Name", "Being written");
}

static char *
get_accessibility_address (RestartFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (plannr_test_desktop_get_session_bus (fixture->desktop),
                                   "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                   NULL, G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                   &error);
  char *address = NULL;

  g_assert_no_error (error);
  g_variant_get (answer, "(s)", &address);

  return address;
}

/* A session of the same person beside the first, on the same home. */
static PlannrTestProcess *
begin_other_session (RestartFixture *fixture)
{
  g_autofree char *socket = plannr_test_desktop_build_path (fixture->desktop, "runtime/other-bus");
  g_autofree char *configuration = g_strdup_printf (bus_configuration, socket);
  g_autofree char *path = plannr_test_desktop_build_path (fixture->desktop, "other-bus.conf");
  g_autofree char *option = g_strconcat ("--config-file=", path, NULL);
  g_autofree char *accessibility = get_accessibility_address (fixture);
  g_autofree char *address = NULL;
  const char *argv[] = { "dbus-daemon", option, "--nofork", "--print-address", NULL };
  PlannrTestProcess *daemon = NULL;

  g_assert_true (g_file_set_contents (path, configuration, -1, NULL));
  daemon = plannr_test_desktop_start (fixture->desktop, argv);
  address = plannr_test_process_read_line (daemon, 30);
  g_assert_nonnull (address);
  plannr_test_desktop_setenv (fixture->desktop, "DBUS_SESSION_BUS_ADDRESS", address);
  plannr_test_desktop_setenv (fixture->desktop, "AT_SPI_BUS_ADDRESS", accessibility);

  return daemon;
}

static void
write_case (RestartFixture *fixture, const char *name)
{
  restart_await_focus (fixture, "text box", "Name");
  plannr_test_app_type (fixture->app, name);
  restart_pick (fixture, "Add person…", RESTART_GARETH);
}

/* One sends. The other says where it is open, keeps what is written there in memory, and goes on by
 * itself when the first has died. */
static void
test_two_sessions (RestartFixture *fixture, gconstpointer data)
{
  PlannrTestApp *first = fixture->app;
  PlannrTestProcess *daemon = NULL;
  g_autofree char *where =
      g_strdup_printf ("Your cases are open already, on “*%s*”.*", g_get_host_name ());

  write_case (fixture, "From the first");
  restart_await (fixture, "label", "Draft saved");
  daemon = begin_other_session (fixture);
  restart_start (fixture);
  restart_await (fixture, "label", where);
  write_case (fixture, "From the second");
  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "From the second, Gareth Thompson, Waiting*");
  restart_assert_server (fixture, N_CASES, "0");

  plannr_test_app_kill (first);
  plannr_test_app_click_on (fixture->app, "button", "Try now");
  restart_await (fixture, "list item", "From the second, Gareth Thompson, Created *");
  restart_await (fixture, "list item", "From the first, Gareth Thompson, Draft");
  plannr_test_app_wait_gone (fixture->app, "label", where);
  restart_assert_server (fixture, N_CASES, "1");

  restart_kill (fixture);
  restart_assert_query (fixture,
                        "SELECT group_concat(state, ' ') FROM "
                        "(SELECT state FROM submission ORDER BY state)",
                        "created draft");
  plannr_test_process_stop (daemon);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/e2e/two/" path, RestartFixture, NULL, restart_set_up, function,             \
              restart_tear_down)
  ADD ("hands-over", test_hands_over);
  ADD ("two-sessions", test_two_sessions);
#undef ADD

  return g_test_run ();
}
