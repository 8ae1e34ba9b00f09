/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

/* memmem() */
#define _GNU_SOURCE

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "restart-fixture.h"
#include "test-wait.h"

/* A token and a name that occur nowhere else, a session in which much goes wrong, and then a search
 * through everything that it has left behind. */

#define TOKEN       "tok3n-Zwiebelturm-74c1e0a9d2"
#define WRONG_TOKEN "tok3n-Kirchturm-0b5f66c2aa"
#define CLIENT      "Quirinius Zwetschgenbaum"
#define N_CASES     "SELECT count(*) FROM cases WHERE name LIKE 'Sentinel%'"

#define PEOPLE                                                                                     \
  "UPDATE accounts SET name = '" CLIENT "', first_name = 'Quirinius', "                            \
  "last_name = 'Zwetschgenbaum', email = 'quirinius@zwetschgenbaum.example' "                      \
  "WHERE uuid = '" RESTART_GARETH "'"

/* How often each secret was found, and where. */
typedef struct
{
  GString *token;
  GString *client;
  guint n_files;
} Findings;

static void
rename_client (RestartFixture *fixture)
{
  g_autofree char *path = plannr_test_desktop_build_path (fixture->desktop, "firm.db");
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_busy_timeout (db, 5000), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, PEOPLE, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Nobody is known here, and everything that can be said is said into the log. @data is whether there is a
 * keyring. */
static void
set_up (RestartFixture *fixture, gconstpointer data)
{
  const char *options[] = { "--rate",  "0",     "--token", TOKEN,
                            "--fault", "422@1", "--fault", "reset-after-commit@2",
                            "--fault", "401@3", NULL };
  g_autofree char *temporary = NULL;

  fixture->desktop = plannr_test_desktop_new (1060, 740);
  if (GPOINTER_TO_INT (data))
    plannr_test_desktop_start_keyring (fixture->desktop);
  temporary = plannr_test_desktop_build_path (fixture->desktop, "tmp");
  g_assert_cmpint (g_mkdir (temporary, 0700), ==, 0);
  plannr_test_desktop_setenv (fixture->desktop, "TMPDIR", temporary);
  /* It reads people once, when it starts. */
  plannr_test_firm_stop (plannr_test_firm_start (fixture->desktop, NULL));
  rename_client (fixture);
  fixture->firm = plannr_test_firm_start (fixture->desktop, options);
  fixture->url = g_strdup (plannr_test_firm_get_url (fixture->firm));
  plannr_test_desktop_setenv (fixture->desktop, "G_MESSAGES_DEBUG", "all");
  restart_start (fixture);
}

static void
connect_by (RestartFixture *fixture, const char *token)
{
  plannr_test_app_click_on (fixture->app, NULL, "Access token");
  plannr_test_app_press (fixture->app, "ctrl+a");
  plannr_test_app_type (fixture->app, token);
  plannr_test_app_press (fixture->app, "Return");
}

static void
fill_in (RestartFixture *fixture, const char *name)
{
  restart_await_focus (fixture, "text box", "Name");
  plannr_test_app_type (fixture->app, name);
  restart_pick (fixture, "Add person…", "zwetschg");
  restart_await (fixture, "button", "Remove " CLIENT);
}

/* What others on this computer may read of a process. */
static void
search_process (RestartFixture *fixture)
{
  static const char *const names[] = { "cmdline", "environ" };
  GPid pid = plannr_test_process_get_pid (plannr_test_app_get_process (fixture->app));

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/proc/%d/%s", (int) pid, names[i]);
      g_autofree char *contents = NULL;
      gsize length = 0;

      /* That of a process that nobody may look into can be closed even to its owner. */
      if (!g_file_get_contents (path, &contents, &length, NULL))
        continue;
      g_assert_null (memmem (contents, length, TOKEN, strlen (TOKEN)));
      g_assert_null (memmem (contents, length, CLIENT, strlen (CLIENT)));
    }
}

static void
search_file (const char *path, const char *shown, Findings *findings)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return;

  findings->n_files++;
  if (memmem (contents, length, TOKEN, strlen (TOKEN)) != NULL
      || memmem (contents, length, WRONG_TOKEN, strlen (WRONG_TOKEN)) != NULL)
    g_string_append_printf (findings->token, "%s\n", shown);
  if (memmem (contents, length, "wetschg", strlen ("wetschg")) != NULL)
    g_string_append_printf (findings->client, "%s\n", shown);
}

/* @shown is @path below the home directory. */
static void
search_folder (const char *path, const char *shown, Findings *findings)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *child_shown = g_build_filename (shown, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        search_folder (child, child_shown, findings);
      else if (g_file_test (child, G_FILE_TEST_IS_REGULAR))
        search_file (child, child_shown, findings);
    }
}

static void
search_home (RestartFixture *fixture)
{
  g_autofree char *home = plannr_test_desktop_build_path (fixture->desktop, "");
  Findings findings = { g_string_new (NULL), g_string_new (NULL), 0 };
  g_auto (GStrv) places = NULL;
  guint n_journals = 0;

  search_folder (home, "", &findings);
  g_test_message ("%u files; the name is in:\n%s", findings.n_files, findings.client->str);
  g_assert_cmpuint (findings.n_files, >, 10);
  g_assert_cmpstr (findings.token->str, ==, "");

  /* The name is in the journal and the cache, in the firm's own file, and nowhere else. */
  places = g_strsplit (findings.client->str, "\n", -1);
  for (char **place = places; **place != '\0'; place++)
    {
      g_assert_true (g_str_has_prefix (*place, "data/plannr-cases/127.0.0.1-")
                     || g_str_has_prefix (*place, "firm.db"));
      n_journals += strstr (*place, "/cases.db") != NULL;
    }
  g_assert_cmpuint (n_journals, >, 0);
  g_string_free (findings.token, TRUE);
  g_string_free (findings.client, TRUE);
}

/* Whether the keyring has the token, once it was given to it. */
static gboolean
has_secret (gpointer data)
{
  RestartFixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) found =
      g_dbus_connection_call_sync (plannr_test_desktop_get_session_bus (fixture->desktop),
                                   "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                   "org.freedesktop.Secret.Service", "SearchItems",
                                   g_variant_new_parsed (
                                       "({'xdg:schema': 'org.example.PlannrCases.Token'},)"),
                                   G_VARIANT_TYPE ("(aoao)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                   &error);
  g_autoptr (GVariant) open = NULL;

  g_assert_no_error (error);
  open = g_variant_get_child_value (found, 0);

  return g_variant_n_children (open) == 1;
}

static void
test_session (RestartFixture *fixture, gconstpointer data)
{
  gboolean keyring = GPOINTER_TO_INT (data);

  connect_by (fixture, WRONG_TOKEN);
  restart_await (fixture, NULL, "*does not accept this token*");
  connect_by (fixture, TOKEN);
  fill_in (fixture, "Sentinel one");
  search_process (fixture);

  /* Refused; then made, and the answer lost; then the token no longer works. */
  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "Sentinel one, " CLIENT ", Not accepted");
  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "Sentinel one, " CLIENT ", Created *");
  plannr_test_app_press (fixture->app, "ctrl+n");
  fill_in (fixture, "Sentinel two");
  plannr_test_app_press (fixture->app, "ctrl+Return");
  restart_await (fixture, "list item", "Sentinel two, " CLIENT ", Waiting for sign-in");
  plannr_test_app_click_on (fixture->app, "button", "Sign in again");
  connect_by (fixture, TOKEN);
  restart_await (fixture, "list item", "Sentinel two, " CLIENT ", Created *");
  restart_assert_server (fixture, N_CASES, "2");
  search_process (fixture);
  if (keyring)
    g_assert_true (plannr_test_wait_for (has_secret, fixture, 10));
  restart_kill (fixture);
  search_home (fixture);

  /* Where nothing keeps it, it is asked for again. */
  restart_start (fixture);
  if (!keyring)
    connect_by (fixture, TOKEN);
  restart_await (fixture, "list item", "Sentinel two, " CLIENT ", Created *");
  plannr_test_app_click_on (fixture->app, "list item", "Sentinel two, *");
  restart_await (fixture, "label", CLIENT);
  search_process (fixture);
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  search_home (fixture);
}

static gboolean
leaves_core (GSubprocess *process)
{
  g_subprocess_send_signal (process, SIGSEGV);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));

  return WCOREDUMP (g_subprocess_get_status (process));
}

/* A crash leaves no memory behind, whatever this computer does with that of others. */
static void
test_no_core (RestartFixture *fixture, gconstpointer data)
{
  const char *argv[] = { "sleep", "60", NULL };
  g_autofree char *home = plannr_test_desktop_build_path (fixture->desktop, "");
  g_autofree char *before = g_get_current_dir ();
  g_autoptr (GSubprocess) other = NULL;
  PlannrTestProcess *process = plannr_test_app_get_process (fixture->app);
  struct rlimit limit;
  gboolean others_do;
  int status;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpint (g_chdir (home), ==, 0);
  other = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (other);
  others_do = leaves_core (other);
  g_assert_cmpint (g_chdir (before), ==, 0);

  g_assert_cmpint (prlimit (plannr_test_process_get_pid (process), RLIMIT_CORE, &limit, NULL), ==,
                   0);
  connect_by (fixture, TOKEN);
  restart_await_focus (fixture, "text box", "Name");
  plannr_test_process_send_signal (process, SIGSEGV);
  g_assert_true (plannr_test_process_wait (process, 10));
  status = plannr_test_process_get_status (process);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGSEGV);
  g_assert_false (WCOREDUMP (status));
  if (!others_do)
    g_test_skip ("Nobody leaves a core here");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, keyring, function)                                                               \
  g_test_add ("/plannr/e2e/sentinel/" path, RestartFixture, GINT_TO_POINTER (keyring), set_up,     \
              function, restart_tear_down)
  ADD ("without-keyring", FALSE, test_session);
  ADD ("with-keyring", TRUE, test_session);
  ADD ("no-core", FALSE, test_no_core);
#undef ADD

  return g_test_run ();
}
