/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>

#include "restart-fixture.h"
#include "test-wait.h"

/* A day at an office of thousands of people: they are found by what is kept on this computer, whatever
 * Plannr does meanwhile. The firm is synchronised once for all of the tests, and each begins with a new
 * form. */

#define PEOPLE "Search: Add person…"
#define KEPT   "Plannr can’t be reached: this is what is kept on this computer."

/* How long somebody waits on a slow day, in milliseconds: longer than a test takes to press some keys. */
#define SLOW   "1500"

/* Each by its UUID, as they came in the POST. */
#define KEPT_CASE                                                                                  \
  "SELECT t.name || '|' || s.name || '|' || group_concat(p.account_uuid) || '|' ||"                \
  " group_concat(l.policy_number) FROM cases c"                                                    \
  " JOIN case_types t ON t.uuid = c.type_uuid JOIN case_statuses s ON s.uuid = c.status_uuid"      \
  " JOIN case_participants p ON p.case_uuid = c.uuid"                                              \
  " JOIN case_plans b ON b.case_uuid = c.uuid JOIN plans l ON l.uuid = b.plan_uuid"                \
  " WHERE c.name = 'Kept'"

static RestartFixture office;

/* The cache as it lies on the disk now: the application keeps others out of it. */
static char *
query_cache (const char *sql)
{
  static const char *const suffixes[] = { "", "-wal" };
  g_autofree char *copy = plannr_test_desktop_build_path (office.desktop, "directory-copy.db");

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat ("directory.db", suffixes[i], NULL);
      g_autofree char *from = g_build_filename (restart_get_folder (&office), name, NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_unlink (to);
      if (g_file_get_contents (from, &contents, &length, NULL))
        g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
    }

  return g_file_test (copy, G_FILE_TEST_EXISTS) ? plannr_test_query (copy, sql) : NULL;
}

static gboolean
is_synchronised (gpointer unused)
{
  g_autofree char *table = query_cache ("SELECT name FROM sqlite_master WHERE name = 'passes'");
  g_autofree char *n = NULL;

  if (table != NULL)
    n = query_cache ("SELECT count(*) FROM passes WHERE ended_at > 0");

  return g_strcmp0 (n, "4") == 0;
}

static void
forget_cases (void)
{
  static const char *const names[] = { "cases.db", "cases.db-wal", "cases.db-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (restart_get_folder (&office), names[i], NULL);

      g_unlink (path);
    }
}

static void
leave (void)
{
  g_clear_pointer (&office.firm, plannr_test_firm_stop);
}

/* The firm as it was left, at the same address. */
static void
come_back (const char *option, const char *value)
{
  g_autoptr (GUri) uri = g_uri_parse (office.url, G_URI_FLAGS_NONE, NULL);
  g_autofree char *port = g_strdup_printf ("--port=%d", g_uri_get_port (uri));
  const char *options[] = { port, "--rate", "0", option, value, NULL };

  leave ();
  office.firm = plannr_test_firm_start (office.desktop, options);
  g_assert_cmpstr (plannr_test_firm_get_url (office.firm), ==, office.url);
}

static void
begin (void)
{
  restart_start (&office);
  restart_await_focus (&office, "text box", "Name");
}

static void
end (void)
{
  g_clear_pointer (&office.app, plannr_test_app_finish);
  forget_cases ();
  come_back (NULL, NULL);
}

/* Until the header bar has it from Plannr who is signed in. */
static void
await_sign_in (void)
{
  restart_await (&office, "label", "*Zoë Müller");
}

static void
seek (const char *text, const char *description)
{
  plannr_test_app_press (office.app, "ctrl+a");
  plannr_test_app_type (office.app, text);
  plannr_test_node_free (
      plannr_test_app_wait_description (office.app, "search box", PEOPLE, description));
}

static void
open_people (void)
{
  plannr_test_app_click_on (office.app, "button", "Add person…");
  restart_await_focus (&office, "search box", PEOPLE);
}

/* Gareth Thompson’s colleague in all but name, e-mail address and UUID. */
static void
add_client (const char *uuid, const char *first_name, const char *last_name)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO accounts (uuid, firm_uuid, type, role, first_name, last_name, name, email,"
      " adviser_uuid, has_joint_account, created_at, updated_at)"
      " SELECT '%1$s', firm_uuid, 'client', 'individual', '%2$s', '%3$s', '%2$s %3$s',"
      " '%3$s@example.org', adviser_uuid, 0, strftime ('%%Y-%%m-%%dT%%H:%%M:%%SZ'), updated_at"
      " FROM accounts WHERE uuid = '" RESTART_GARETH "'",
      uuid, first_name, last_name);

  plannr_test_firm_change (office.firm, sql);
}

static void
test_found_away (void)
{
  leave ();
  begin ();
  open_people ();
  seek ("xan", "More than * matches. " KEPT);
  restart_await (&office, "list item", "Xanthe *");
  restart_await (&office, "label", KEPT);
  plannr_test_app_press (office.app, "Return");
  restart_await (&office, "button", "Remove Xanthe *");
  end ();
}

/* Whom a colleague has added, renamed or made inactive a minute ago. */
static void
test_news_of_plannr (void)
{
  begin ();
  await_sign_in ();
  add_client ("0a6b1f6e-63c4-4f0e-9a55-6d3c6a1d7e11", "Quillon", "Zebedee");
  open_people ();
  seek ("zeb quil", "1 match");

  plannr_test_firm_change (office.firm, "UPDATE accounts SET name = 'Quillon Yarborough',"
                                        " last_name = 'Yarborough' WHERE last_name = 'Zebedee'");
  seek ("yarboro", "1 match");
  restart_await (&office, "list item", "Quillon Yarborough*");

  plannr_test_firm_change (office.firm, "UPDATE accounts SET inactive_at = created_at"
                                        " WHERE last_name = 'Yarborough'");
  seek ("quillon yarb", "1 match");
  restart_await (&office, "list item", "Quillon Yarborough*inactive*");
  end ();
}

static gboolean
is_kept (gpointer name)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT uuid FROM people WHERE name = '%s'", (char *) name);
  g_autofree char *uuid = query_cache (sql);

  return uuid != NULL;
}

/* Of hundreds who match, Plannr does not tell all at once, but those who have just come: they are kept, and
 * stand in their place from the next letter on. */
static void
test_newcomer_among_many (void)
{
  begin ();
  await_sign_in ();
  add_client ("0a6b1f6e-63c4-4f0e-9a55-6d3c6a1d7e13", "Zz", "Jandrake");
  open_people ();
  seek ("an", "More than * matches");
  g_assert_true (plannr_test_wait_for (is_kept, (gpointer) "Zz Jandrake", 10));
  end ();
}

/* Who is marked stays so, and where they were, when Plannr names somebody who would stand before them. */
static void
test_rows_stay (void)
{
  g_autoptr (PlannrTestNode) before = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *pattern = NULL;
  g_auto (GStrv) halves = NULL;
  g_auto (GStrv) facts = NULL;

  begin ();
  await_sign_in ();
  add_client ("0a6b1f6e-63c4-4f0e-9a55-6d3c6a1d7e12", "Frank", "Moa");
  come_back ("--latency", SLOW);

  open_people ();
  plannr_test_app_type (office.app, "frank mo");
  plannr_test_app_press (office.app, "Down");
  plannr_test_app_press (office.app, "Down");
  before = plannr_test_app_wait_description (office.app, "search box", PEOPLE, "Frank Mo*, 2 of 4");
  marked = plannr_test_node_get_description (before);
  halves = g_strsplit (marked, ", 2 of ", 2);
  pattern = g_strconcat (halves[0], ", 2 of 5", NULL);
  plannr_test_node_free (
      plannr_test_app_wait_description (office.app, "search box", PEOPLE, pattern));
  restart_await (&office, "list item", "Frank Moa*");

  /* The chip says who it is beside its name, which two have. */
  plannr_test_app_press (office.app, "Return");
  restart_await (&office, "button", "Remove Frank Mo*");
  facts = g_strsplit_set (halves[0], ",·", -1);
  g_assert_cmpuint (g_strv_length (facts), >=, 4);
  g_free (pattern);
  pattern = g_strdup_printf ("*%s*", g_strstrip (facts[3]));
  plannr_test_node_free (plannr_test_app_wait_description (office.app, "group", NULL, pattern));
  end ();
}

/* What is typed before anybody can have answered. */
static void
test_typed_early (void)
{
  g_autoptr (PlannrTestNode) entry = NULL;
  g_autofree char *typed = NULL;

  come_back ("--latency", SLOW);
  restart_start (&office);
  plannr_test_app_type (office.app, "Early\tmortg");
  entry = plannr_test_app_wait_description (office.app, "search box", "Search: Type", "1 match*");
  typed = plannr_test_node_get_text (entry);
  g_assert_cmpstr (typed, ==, "mortg");
  plannr_test_app_press (office.app, "Return");
  restart_await (&office, "button", "Type: Mortgage");
  restart_await (&office, "list item", "Early, Draft");
  restart_assert_text (&office, "Name", "Early");
  plannr_test_app_type (office.app, "\tfact\n");
  restart_await (&office, "button", "Status: Fact find");
  end ();
}

/* By the keyboard alone, of what is kept, while nobody answers; and once somebody does, it is created. */
static void
test_created_by_keyboard (void)
{
  leave ();
  begin ();
  plannr_test_app_type (office.app, "Kept\tmortg\n");
  restart_await (&office, "button", "Type: Mortgage");
  restart_await_focus (&office, "button", "Type: *");
  plannr_test_app_type (office.app, "\tfact\n");
  restart_await (&office, "button", "Status: Fact find");
  restart_await_focus (&office, "button", "Status: *");
  plannr_test_app_type (office.app, "\t\tthompson@ gareth\n");
  restart_await (&office, "button", "Remove Gareth Thompson*");
  restart_await_focus (&office, "button", "Add person…");
  plannr_test_app_press (office.app, "alt+l");
  restart_await_focus (&office, "button", "Find another plan…");
  plannr_test_app_type (office.app, "VIVA-12\n");
  restart_await (&office, "checkbox", "*AVIVA-123*");
  plannr_test_app_press (office.app, "ctrl+Return");
  restart_await (&office, "list item", "Kept, Gareth Thompson, Waiting for network");

  come_back (NULL, NULL);
  restart_await (&office, "list item", "Kept, Gareth Thompson, Created*");
  restart_assert_server (&office, KEPT_CASE, "Mortgage|Fact find|" RESTART_GARETH "|AVIVA-123");
  end ();
}

static void
test_signed_out (void)
{
  begin ();
  await_sign_in ();
  come_back ("--fault", "401@GET:*");
  open_people ();
  seek ("xan", "More than * matches*");
  plannr_test_app_press (office.app, "Return");
  restart_await (&office, "button", "Remove Xanthe *");
  end ();
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  restart_set_up (&office, "--people 5000 --rate 0");
  g_assert_true (plannr_test_wait_for (is_synchronised, NULL, 30));
  end ();

  g_test_add_func ("/plannr/e2e/large-firm/found-away", test_found_away);
  g_test_add_func ("/plannr/e2e/large-firm/news-of-plannr", test_news_of_plannr);
  g_test_add_func ("/plannr/e2e/large-firm/newcomer-among-many", test_newcomer_among_many);
  g_test_add_func ("/plannr/e2e/large-firm/rows-stay", test_rows_stay);
  g_test_add_func ("/plannr/e2e/large-firm/typed-early", test_typed_early);
  g_test_add_func ("/plannr/e2e/large-firm/created-by-keyboard", test_created_by_keyboard);
  g_test_add_func ("/plannr/e2e/large-firm/signed-out", test_signed_out);
  status = g_test_run ();

  restart_tear_down (&office, NULL);

  return status;
}
