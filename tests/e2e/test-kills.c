/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <signal.h>
#include <string.h>

#include "restart-fixture.h"
#include "test-wait.h"

/* Somebody works as fast as they can, and the application is killed at moments that chance chooses. What
 * the journal had once it has for good, and Plannr has each case once at most, which the journal knows. */

#define N_KILLS       10
#define N_KILLS_LONG  100

/* From the first key to the last one, with what is sent, in milliseconds. */
#define SESSION       1800
/* What an application needs to take in a key, and what a picker needs to find somebody. */
#define KEY           30
#define FIND          250

#define ROWS          "SELECT group_concat(id || '=' || state, ' ') FROM submission"
#define N_CREATED     "SELECT count(*) FROM submission WHERE state = 'created'"
#define N_UNKNOWN     "SELECT count(*) FROM submission WHERE state IN ('queued', 'on-wire', 'checking')"
#define N_CASES       "SELECT count(*) FROM cases WHERE name LIKE 'Kill %'"
#define N_DOUBLED     "SELECT count(*) - count(DISTINCT name) FROM cases WHERE name LIKE 'Kill %'"
#define CREATED_CASES "SELECT group_concat(case_uuid, ' ') FROM submission WHERE state = 'created'"

static gboolean
is_dead (RestartFixture *fixture)
{
  return plannr_test_process_wait (plannr_test_app_get_process (fixture->app), 0);
}

/* Does nothing for so long, and kills the application when its time has come. Returns: whether it lives */
static gboolean
rest (RestartFixture *fixture, guint milliseconds, gint64 end)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  if (is_dead (fixture))
    return FALSE;

  g_usleep ((gulong) MAX (MIN (until, end) - g_get_monotonic_time (), 0));
  if (g_get_monotonic_time () < end)
    return TRUE;

  plannr_test_process_send_signal (plannr_test_app_get_process (fixture->app), SIGKILL);
  g_assert_true (plannr_test_process_wait (plannr_test_app_get_process (fixture->app), 10));

  return FALSE;
}

/* By the keyboard alone, without looking: a new case, its client, Create. */
static void
work_until_killed (RestartFixture *fixture, guint number)
{
  g_autofree char *name = g_strdup_printf ("Kill %u", number);
  const struct
  {
    const char *key;
    const char *text;
    guint rest;
  } steps[] = {
    { "ctrl+n", NULL, KEY },  { NULL, name, KEY },
    { "Tab", NULL, KEY },     { "Tab", NULL, KEY },
    { "Tab", NULL, KEY },     { "Tab", NULL, KEY },
    { "Return", NULL, FIND }, { NULL, RESTART_GARETH, FIND },
    { "Return", NULL, FIND }, { "ctrl+Return", NULL, 0 },
  };
  gint64 end = g_get_monotonic_time () + g_test_rand_int_range (0, SESSION) * 1000;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].key != NULL)
        plannr_test_app_press (fixture->app, steps[i].key);
      else
        plannr_test_app_type (fixture->app, steps[i].text);
      if (!rest (fixture, steps[i].rest, end))
        return;
    }
  g_assert_false (rest (fixture, SESSION, end));
}

/* Each row that was there is there, and what was created stays so. */
static void
assert_nothing_lost (const char *before, const char *after)
{
  g_auto (GStrv) rows = g_strsplit (before != NULL ? before : "", " ", -1);

  for (char **row = rows; *row != NULL && **row != '\0'; row++)
    {
      g_autofree char *id = g_strndup (*row, strcspn (*row, "="));

      g_assert_nonnull (after);
      g_assert_nonnull (strstr (after, g_str_has_suffix (*row, "=created") ? *row : id));
    }
}

static void
assert_all_made (RestartFixture *fixture)
{
  g_autofree char *uuids = restart_query (fixture, CREATED_CASES);
  g_auto (GStrv) made = g_strsplit (uuids != NULL ? uuids : "", " ", -1);

  for (char **uuid = made; *uuid != NULL && **uuid != '\0'; uuid++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM cases WHERE uuid = '%s'", *uuid);

      restart_assert_server (fixture, sql, "1");
    }
}

static guint64
count (char *number)
{
  guint64 value = g_ascii_strtoull (number, NULL, 10);

  g_free (number);

  return value;
}

/* The first look at Plannr comes at once. */
static gboolean
knows_all (gpointer data)
{
  RestartFixture *fixture = data;

  return count (restart_query (fixture, N_CREATED))
         >= count (plannr_test_firm_query (fixture->firm, N_CASES));
}

static void
test_kills (RestartFixture *fixture, gconstpointer data)
{
  guint n_kills = g_getenv ("PLANNR_TEST_LONG") != NULL ? N_KILLS_LONG : N_KILLS;
  g_autofree char *before = NULL;
  guint64 n_cases;
  guint64 n_created;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *after = NULL;

      work_until_killed (fixture, i);
      restart_kill (fixture);
      after = restart_query (fixture, ROWS);
      assert_nothing_lost (before, after);
      g_free (before);
      before = g_steal_pointer (&after);
      restart_assert_server (fixture, N_DOUBLED, "0");
      assert_all_made (fixture);
      restart_start (fixture);
      restart_await_focus (fixture, NULL, NULL);
    }

  g_assert_true (plannr_test_wait_for (knows_all, fixture, 60));
  n_cases = count (plannr_test_firm_query (fixture->firm, N_CASES));
  restart_kill (fixture);
  n_created = count (restart_query (fixture, N_CREATED));
  g_test_message ("%u kills, %u cases, %u being looked for", n_kills, (guint) n_cases,
                  (guint) count (restart_query (fixture, N_UNKNOWN)));
  g_assert_cmpuint (n_created, ==, n_cases);
  restart_assert_server (fixture, N_DOUBLED, "0");
  assert_all_made (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plannr/e2e/kills/at-any-moment", RestartFixture, "--rate 0 --latency 40",
              restart_set_up, test_kills, restart_tear_down);

  return g_test_run ();
}
