/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "restart-fixture.h"

/* The disk is full, or what lies on it is not what was left there: the window says so, typing goes on,
 * and nothing is sent that could not be written down first. */

#define N_CASES "SELECT count(*) FROM cases WHERE name = 'Written meanwhile'"

static char *
get_path (RestartFixture *fixture)
{
  return g_build_filename (restart_get_folder (fixture), "cases.db", NULL);
}

static void
write_case (RestartFixture *fixture)
{
  restart_await_focus (fixture, "text box", "Name");
  plannr_test_app_type (fixture->app, "Written meanwhile");
  restart_pick (fixture, "Add person…", RESTART_GARETH);
  restart_assert_text (fixture, "Name", "Written meanwhile");
}

static void
set_flag (RestartFixture *fixture, const char *name, gboolean set)
{
  g_autofree char *flag = plannr_test_desktop_build_path (fixture->desktop, name);

  if (set)
    g_assert_true (g_file_set_contents (flag, "", 0, NULL));
  else
    g_assert_cmpint (g_unlink (flag), ==, 0);
}

/* Starts the application on a disk that a test can fill, or make one that may only be read. */
static void
start_on_disk (RestartFixture *fixture)
{
  g_autofree char *full = plannr_test_desktop_build_path (fixture->desktop, "full");
  g_autofree char *read_only = plannr_test_desktop_build_path (fixture->desktop, "read-only");

  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_TEST_FULL", full);
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_TEST_READ_ONLY", read_only);
  plannr_test_desktop_setenv (fixture->desktop, "LD_PRELOAD", FULL_DISK);
  restart_start (fixture);
  plannr_test_desktop_setenv (fixture->desktop, "LD_PRELOAD", NULL);
  restart_await_focus (fixture, "text box", "Name");
}

static void
test_full (RestartFixture *fixture, gconstpointer data)
{
  restart_kill (fixture);
  start_on_disk (fixture);
  plannr_test_app_type (fixture->app, "Written");
  restart_await (fixture, "label", "Draft saved");
  set_flag (fixture, "full", TRUE);
  plannr_test_app_type (fixture->app, " meanwhile");
  restart_await (fixture, "label", "There is no space left on this computer’s disk.*");
  restart_pick (fixture, "Add person…", RESTART_GARETH);
  restart_assert_text (fixture, "Name", "Written meanwhile");

  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "Written meanwhile, Gareth Thompson, Waiting*");
  restart_assert_server (fixture, N_CASES, "0");
  plannr_test_app_click_on (fixture->app, "button", "Try now");
  restart_await (fixture, "label", "There is no space left on this computer’s disk.*");
  restart_assert_server (fixture, N_CASES, "0");

  set_flag (fixture, "full", FALSE);
  plannr_test_app_click_on (fixture->app, "button", "Try now");
  restart_await (fixture, "list item", "Written meanwhile, Gareth Thompson, Created *");
  plannr_test_app_wait_gone (fixture->app, "label", "There is no space left*");
  restart_assert_server (fixture, N_CASES, "1");
  restart_kill (fixture);
  restart_assert_query (fixture, "SELECT state FROM submission", "created");
}

/* What was written before can be read; what is written now is in memory alone, and goes nowhere. */
static void
test_read_only (RestartFixture *fixture, gconstpointer data)
{
  plannr_test_app_type (fixture->app, "Written before");
  restart_await (fixture, "label", "Draft saved");
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  set_flag (fixture, "read-only", TRUE);
  start_on_disk (fixture);
  restart_await (fixture, "list item", "Written before, Draft");
  plannr_test_app_press (fixture->app, "ctrl+n");
  write_case (fixture);
  restart_await (fixture, "label", "This computer does not allow the application to write its*");
  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "Written meanwhile, Gareth Thompson, Waiting*");
  restart_assert_server (fixture, N_CASES, "0");
  restart_kill (fixture);
  restart_assert_query (fixture, "SELECT group_concat(name) FROM submission", "Written before");
}

static void
test_newer (RestartFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;
  gsize length_after;
  sqlite3 *db = NULL;

  plannr_test_app_type (fixture->app, "Written before");
  restart_await (fixture, "label", "Draft saved");
  restart_kill (fixture);
  path = get_path (fixture);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 99", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));

  restart_start (fixture);
  restart_await (fixture, "label", "Your cases were last kept by a newer version*");
  write_case (fixture);
  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "Written meanwhile, Gareth Thompson, Waiting*");
  restart_kill (fixture);
  restart_assert_server (fixture, N_CASES, "0");
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length);
}

static char *
find_broken (RestartFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "cases-broken-"))
      return g_build_filename (fixture->folder, name, NULL);

  return NULL;
}

static void
test_corrupt (RestartFixture *fixture, gconstpointer data)
{
  static const char noise[] = "This was a database once. It was a good one, and it is no more.";
  g_autofree char *path = NULL;
  g_autofree char *moved_to = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *after = NULL;
  gsize length;

  plannr_test_app_type (fixture->app, "Written before");
  restart_await (fixture, "label", "Draft saved");
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  path = get_path (fixture);
  g_assert_true (g_file_set_contents (path, noise, strlen (noise), NULL));

  restart_start (fixture);
  restart_await (fixture, "label", "The file with your cases was damaged, and is now*");
  moved_to = find_broken (fixture);
  g_assert_nonnull (moved_to);
  name = g_path_get_basename (moved_to);
  sentence = g_strdup_printf ("*%s*", name);
  restart_await (fixture, "label", sentence);
  g_assert_true (g_file_get_contents (moved_to, &after, &length, NULL));
  g_assert_cmpmem (after, length, noise, strlen (noise));

  write_case (fixture);
  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "Written meanwhile, Gareth Thompson, Created *");
  restart_assert_server (fixture, N_CASES, "1");
  restart_kill (fixture);
  restart_assert_query (fixture, "SELECT state FROM submission", "created");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/e2e/disk/" path, RestartFixture, NULL, restart_set_up, function,            \
              restart_tear_down)
  ADD ("full", test_full);
  ADD ("read-only", test_read_only);
  ADD ("newer", test_newer);
  ADD ("corrupt", test_corrupt);
#undef ADD

  return g_test_run ();
}
