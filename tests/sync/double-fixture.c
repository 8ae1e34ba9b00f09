/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "double-fixture.h"

#include <sqlite3.h>
#include <stdlib.h>

/* Every wait is that much shorter than people live with. */
#define SCALE   10

#define SECONDS 20

/* A build with sanitizers takes longer over everything. */
static guint
get_patience (void)
{
  const char *patience = g_getenv ("PLANNR_TEST_PATIENCE");

  return patience != NULL ? (guint) CLAMP (atoi (patience), 1, 10) : 1;
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("%s: nothing more happened", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

/* Returns: what ends the program if it is not removed in time; @what: what is waited for, in words */
guint
double_fixture_begin_wait (const char *what)
{
  return g_timeout_add_seconds (SECONDS * get_patience (), late_cb, (gpointer) what);
}

static void
named_cb (DoubleFixture *fixture)
{
  fixture->n_named++;
}

static void
opened_cb (gboolean *opened)
{
  *opened = TRUE;
}

void
double_fixture_open_profile (DoubleFixture *fixture)
{
  gboolean opened = FALSE;

  fixture->profile = plannr_profile_new (FALSE, fixture->schedule);
  fixture->outbox = plannr_profile_get_outbox (fixture->profile);
  fixture->press = plannr_profile_get_create_press (fixture->profile);
  fixture->finder = plannr_create_press_get_finder (fixture->press);
  g_signal_connect_swapped (fixture->press, "named", G_CALLBACK (named_cb), fixture);
  g_signal_connect_swapped (fixture->outbox, "opened", G_CALLBACK (opened_cb), &opened);
  plannr_profile_open (fixture->profile, fixture->folder);
  DOUBLE_FIXTURE_WAIT_UNTIL (opened);
  g_signal_handlers_disconnect_by_func (fixture->outbox, opened_cb, &opened);
}

void
double_fixture_set_up (DoubleFixture *fixture, gconstpointer latency)
{
  fixture->file = firm_make_file ();
  fixture->firm = firm_start_with ("--data", fixture->file, "--latency",
                                   latency != NULL ? (const char *) latency : "0", NULL);
  fixture->session = plannr_api_session_new ();
  fixture->schedule = plannr_schedule_new_scaled (SCALE);
  double_fixture_open_profile (fixture);
}

void
double_fixture_tear_down (DoubleFixture *fixture, gconstpointer data)
{
  PlannrDoubleFinder *finder = fixture->finder;

  g_object_add_weak_pointer (G_OBJECT (finder), (gpointer *) &fixture->finder);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->schedule);
  soup_session_abort (fixture->session);
  DOUBLE_FIXTURE_WAIT_UNTIL (fixture->finder == NULL);
  g_object_unref (fixture->session);
  firm_free (fixture->firm);
  firm_remove_file (fixture->file);
  g_free (fixture->file);
  g_free (fixture->folder);
}

void
double_fixture_connect (DoubleFixture *fixture)
{
  g_autofree char *server = plannr_api_check_server (fixture->firm->base, NULL);
  g_autoptr (PlannrLogin) login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", FIRM_ZOE, NULL);

  plannr_profile_connect (fixture->profile, fixture->session, server, "practice", login);
}

PlannrSubmission *
double_fixture_write_case (DoubleFixture *fixture,
                           const char *name,
                           const char *client,
                           const char *kind)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) account =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", client, "kind",
                    g_str_equal (client, FIRM_STAFF) ? PLANNR_ACCOUNT_KIND_EMPLOYEE
                                                     : PLANNR_ACCOUNT_KIND_CLIENT,
                    NULL);
  g_autoptr (PlannrChoice) choice = g_object_new (PLANNR_TYPE_CHOICE, "uuid", kind, NULL);

  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_set_kind (draft, choice);
  plannr_case_draft_add (draft, account);

  return plannr_outbox_begin (fixture->outbox, draft);
}

void
double_fixture_look_at (DoubleFixture *fixture, PlannrSubmission *submission)
{
  plannr_double_finder_set_submission (fixture->finder, submission);
  plannr_double_finder_look (fixture->finder);
}

/* Returns: what is found once everything has been heard. */
PlannrDouble *
double_fixture_find (DoubleFixture *fixture, PlannrSubmission *submission)
{
  double_fixture_look_at (fixture, submission);
  DOUBLE_FIXTURE_WAIT_UNTIL (!plannr_double_finder_get_asking (fixture->finder));

  return plannr_double_finder_get_found (fixture->finder);
}

void
double_fixture_change_firm (DoubleFixture *fixture, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->file, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 2000);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

gint64
double_fixture_count (DoubleFixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM cases WHERE name = '%s'", name);

  return firm_count (fixture->file, sql);
}
