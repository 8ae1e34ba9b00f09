/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <string.h>

#include "restart-fixture.h"
#include "test-wait.h"

/* What this computer keeps of a firm's people is forgotten on request, and nothing else is. */

#define ITEM "Forget what is stored here…"

static gboolean
is_in_file (RestartFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (restart_get_folder (fixture), name, NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return FALSE;

  for (gsize i = 0; i + strlen (text) <= length; i++)
    if (memcmp (contents + i, text, strlen (text)) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_kept (RestartFixture *fixture, const char *text)
{
  return is_in_file (fixture, "directory.db", text)
         || is_in_file (fixture, "directory.db-wal", text)
         || is_in_file (fixture, "directory.db-shm", text);
}

static gboolean
is_all_kept (gpointer data)
{
  return is_kept (data, "Thompson") && is_kept (data, "Mortgage");
}

static void
ask (RestartFixture *fixture)
{
  plannr_test_app_click_on (fixture->app, NULL, "Main menu");
  plannr_test_app_click_on (fixture->app, "menu item", ITEM);
  plannr_test_app_wait_gone (fixture->app, "menu item", ITEM);
  restart_await_focus (fixture, "button", "Keep them");
}

static void
remove_them (RestartFixture *fixture)
{
  plannr_test_app_click_on (fixture->app, "button", "Remove them");
  plannr_test_node_free (plannr_test_app_wait_description (
      fixture->app, "button", "Understood",
      "The people, plans, types and statuses are gone from this computer."));
  restart_await_focus (fixture, "button", "Understood");
  g_assert_false (is_kept (fixture, "Thompson"));
  g_assert_false (is_kept (fixture, "Mortgage"));
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_app_wait_gone (fixture->app, "button", "Understood");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Main menu"));
}

static void
write_draft (RestartFixture *fixture)
{
  restart_await_focus (fixture, "text box", "Name");
  plannr_test_app_type (fixture->app, "Kept");
  restart_pick (fixture, "Type", "mortg");
  restart_pick (fixture, "Add person…", RESTART_GARETH);
  restart_await (fixture, "button", "Remove Gareth Thompson");
  restart_await (fixture, "label", "Draft saved");
  g_assert_true (plannr_test_wait_for (is_all_kept, fixture, 10));
}

static void
test_forget (RestartFixture *fixture, gconstpointer data)
{
  write_draft (fixture);

  /* Nothing comes from there while it is looked whether anything is left. */
  g_clear_pointer (&fixture->firm, plannr_test_firm_stop);

  ask (fixture);
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_app_wait_gone (fixture->app, "button", "Keep them");
  g_assert_true (is_kept (fixture, "Thompson"));

  ask (fixture);
  remove_them (fixture);
  g_assert_true (is_in_file (fixture, "cases.db", "Kept")
                 || is_in_file (fixture, "cases.db-wal", "Kept"));

  /* The draft is whole, with who was chosen. */
  restart_kill (fixture);
  restart_start (fixture);
  restart_await (fixture, "list item", "Kept, Gareth Thompson*");
  restart_await (fixture, "button", "Remove Gareth Thompson");
  g_assert_false (is_kept (fixture, "Thompson"));
}

/* Whoever has disconnected, and is nobody here any more, can still do so; and nothing comes back. */
static void
test_disconnected (RestartFixture *fixture, gconstpointer data)
{
  write_draft (fixture);
  plannr_test_app_click_on (fixture->app, NULL, "Main menu");
  plannr_test_app_click_on (fixture->app, "menu item", "Disconnect");
  restart_await (fixture, "button", "Connect");
  ask (fixture);
  remove_them (fixture);
  g_assert_false (is_kept (fixture, "Thompson"));
}

/* Whoever stays connected finds them again: they are fetched anew. */
static void
test_connected (RestartFixture *fixture, gconstpointer data)
{
  write_draft (fixture);
  ask (fixture);
  plannr_test_app_click_on (fixture->app, "button", "Remove them");
  restart_await_focus (fixture, "button", "Understood");
  g_assert_true (plannr_test_wait_for (is_all_kept, fixture, 10));
  restart_pick (fixture, "Status", "fact");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/plannr/forget/all-but-cases", RestartFixture, NULL, restart_set_up, test_forget,
              restart_tear_down);
  g_test_add ("/plannr/forget/disconnected", RestartFixture, NULL, restart_set_up,
              test_disconnected, restart_tear_down);
  g_test_add ("/plannr/forget/connected", RestartFixture, NULL, restart_set_up, test_connected,
              restart_tear_down);

  return g_test_run ();
}
