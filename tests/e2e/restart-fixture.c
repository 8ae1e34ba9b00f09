/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "restart-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * restart_set_up:
 * @fixture: a fixture that holds nothing
 * @data: (nullable): options of the firm, with spaces between them
 *
 * Starts a firm, and the application on it as somebody who is known there.
 */
void
restart_set_up (RestartFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) options = g_strsplit (data != NULL ? data : "--rate 0", " ", -1);

  fixture->desktop = plannr_test_desktop_new (1060, 740);
  fixture->firm = plannr_test_firm_start (fixture->desktop, (const char *const *) options);
  fixture->url = g_strdup (plannr_test_firm_get_url (fixture->firm));
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_ACCESS_TOKEN", "practice");
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_ACCOUNT_UUID", RESTART_ZOE);
  restart_start (fixture);
  restart_await_focus (fixture, "text box", "Name");
}

/**
 * restart_tear_down:
 * @fixture: a fixture
 * @data: unused
 */
void
restart_tear_down (RestartFixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->app, plannr_test_app_kill);
  g_clear_pointer (&fixture->firm, plannr_test_firm_stop);
  g_clear_pointer (&fixture->desktop, plannr_test_desktop_free);
  g_free (fixture->url);
  g_free (fixture->folder);
}

/**
 * restart_start:
 * @fixture: a fixture without an application
 *
 * Starts the application on what it has left there.
 */
void
restart_start (RestartFixture *fixture)
{
  const char *arguments[] = { "--server", fixture->url, NULL };

  fixture->app = plannr_test_app_start (fixture->desktop, arguments);
}

/**
 * restart_kill:
 * @fixture: a fixture with an application
 *
 * As a power cut does.
 */
void
restart_kill (RestartFixture *fixture)
{
  g_clear_pointer (&fixture->app, plannr_test_app_kill);
}

/**
 * restart_get_folder:
 * @fixture: a fixture whose application has opened its profile
 *
 * Returns: (transfer none): where the profile is kept
 */
const char *
restart_get_folder (RestartFixture *fixture)
{
  g_autofree char *profiles =
      plannr_test_desktop_build_path (fixture->desktop, "data/plannr-cases");
  g_autoptr (GDir) dir = g_dir_open (profiles, 0, NULL);
  const char *name;

  while (fixture->folder == NULL && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, RESTART_ZOE))
      fixture->folder = g_build_filename (profiles, name, NULL);
  g_assert_nonnull (fixture->folder);

  return fixture->folder;
}

/**
 * restart_query:
 * @fixture: a fixture
 * @sql: a query for one value
 *
 * Looks into a copy of the journal as it lies on the disk now.
 *
 * Returns: (transfer full) (nullable): the value
 */
char *
restart_query (RestartFixture *fixture, const char *sql)
{
  static const char *const suffixes[] = { "", "-wal" };
  g_autofree char *copy = plannr_test_desktop_build_path (fixture->desktop, "copy.db");

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat ("cases.db", suffixes[i], NULL);
      g_autofree char *from = g_build_filename (restart_get_folder (fixture), name, NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_unlink (to);
      if (g_file_get_contents (from, &contents, &length, NULL))
        g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
    }

  return plannr_test_query (copy, sql);
}

/**
 * restart_assert_query:
 * @fixture: a fixture
 * @sql: a query for one value in the journal
 * @expected: (nullable): the value
 */
void
restart_assert_query (RestartFixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *found = restart_query (fixture, sql);

  g_assert_cmpstr (found, ==, expected);
}

/**
 * restart_assert_server:
 * @fixture: a fixture
 * @sql: a query for one value in the firm
 * @expected: (nullable): the value
 */
void
restart_assert_server (RestartFixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *found = plannr_test_firm_query (fixture->firm, sql);

  g_assert_cmpstr (found, ==, expected);
}

/**
 * restart_list_rows:
 * @fixture: a fixture
 *
 * Returns: (transfer full): the names of the rows in the list, from its top
 */
GStrv
restart_list_rows (RestartFixture *fixture)
{
  g_autofree char *tree = plannr_test_app_describe (fixture->app);
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();

  for (char **line = lines; *line != NULL; line++)
    {
      char *name = strstr (*line, "[list item] “");
      char *end = name != NULL ? strstr (name, "”") : NULL;

      if (end == NULL)
        continue;
      *end = '\0';
      g_strv_builder_add (rows, name + strlen ("[list item] “"));
    }

  return g_strv_builder_end (rows);
}

/**
 * restart_pick:
 * @fixture: a fixture
 * @button: a picker's button
 * @text: what only one row of it has
 */
void
restart_pick (RestartFixture *fixture, const char *button, const char *text)
{
  g_autofree char *search = g_strconcat ("Search: ", button, NULL);

  plannr_test_app_click_on (fixture->app, "button", button);
  restart_await_focus (fixture, "search box", search);
  plannr_test_app_type (fixture->app, text);
  plannr_test_node_free (
      plannr_test_app_wait_description (fixture->app, "search box", search, "1 match*"));
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_app_wait_gone (fixture->app, "search box", search);
}

/**
 * restart_await:
 * @fixture: a fixture
 * @role: a role
 * @name: a name
 *
 * Waits until there is such a thing.
 */
void
restart_await (RestartFixture *fixture, const char *role, const char *name)
{
  plannr_test_node_free (plannr_test_app_find (fixture->app, role, name));
}

/**
 * restart_await_focus:
 * @fixture: a fixture
 * @role: a role
 * @name: a name
 *
 * Waits until such a thing has the focus.
 */
void
restart_await_focus (RestartFixture *fixture, const char *role, const char *name)
{
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, role, name));
}

/**
 * restart_assert_text:
 * @fixture: a fixture
 * @name: a text box's name
 * @text: what is in it
 */
void
restart_assert_text (RestartFixture *fixture, const char *name, const char *text)
{
  g_autoptr (PlannrTestNode) node = plannr_test_app_find (fixture->app, "text box", name);
  g_autofree char *found = plannr_test_node_get_text (node);

  g_assert_cmpstr (found, ==, text);
}
