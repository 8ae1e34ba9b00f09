/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plannr-plan.h"
#include "sync-fixture.h"

/* The lists that come after the one of people: of plans, of statuses and of types. */

static void
set_up (SyncFixture *fixture, gconstpointer data)
{
  sync_fixture_set_up (fixture, data);
  fixture->firm->plans.status = 0;
  fixture->firm->statuses.status = 0;
  fixture->firm->cases.status = 0;
  list_firm_add (&fixture->firm->plans, 1234);
  list_firm_add (&fixture->firm->statuses, 4);
  list_firm_add (&fixture->firm->cases, 620);
}

static void
assert_choices (SyncFixture *fixture, const char *types, const char *statuses)
{
  static const char *const kinds[] = { "type", "status" };
  const char *const names[] = { types, statuses };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT group_concat(name, ', ') FROM (SELECT name FROM choices"
                           " WHERE what = '%s' ORDER BY name)",
                           kinds[i]);
      g_autofree char *kept = sync_fixture_read (fixture, sql);

      g_assert_cmpstr (kept, ==, names[i]);
    }
}

/* As when a day has gone by. */
static void
run_a_day_later (SyncFixture *fixture)
{
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  sync_fixture_run (fixture);
}

/* One after the other, people first; and none but people again before a day has gone by. */
static void
test_all (SyncFixture *fixture, gconstpointer data)
{
  sync_fixture_run (fixture);
  g_assert_cmpstr (fixture->firm->paths->str, ==,
                   "account account plans plans plans cases-status cases cases ");
  sync_fixture_assert_same_people (fixture);
  sync_fixture_assert_same_plans (fixture);
  assert_choices (fixture, "Type 0, Type 1, Type 2", "Status 0, Status 1, Status 2, Status 3");

  g_string_truncate (fixture->firm->paths, 0);
  sync_fixture_run (fixture);
  g_assert_cmpstr (fixture->firm->paths->str, ==, "account ");
}

/* What a firm has done to its plans is noticed a day later. */
static void
test_changes (SyncFixture *fixture, gconstpointer data)
{
  sync_fixture_run (fixture);
  list_firm_remove (&fixture->firm->plans, 3);
  list_firm_remove (&fixture->firm->plans, 1200);
  list_firm_add (&fixture->firm->plans, 7);
  g_hash_table_add (fixture->firm->renamed, GUINT_TO_POINTER (700));
  list_firm_remove (&fixture->firm->statuses, 2);
  list_firm_add (&fixture->firm->statuses, 1);
  run_a_day_later (fixture);
  sync_fixture_assert_same_plans (fixture);
  assert_choices (fixture, "Type 0, Type 1, Type 2", "Status 0, Status 1, Status 3, Status 4");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GPtrArray **) user_data = plannr_cache_find_finish (PLANNR_CACHE (source), result, NULL);
  if (*(GPtrArray **) user_data == NULL)
    *(GPtrArray **) user_data = g_ptr_array_new ();
}

static void
assert_found (SyncFixture *fixture, const char *text, const char *name)
{
  guint late = sync_fixture_set_deadline ();
  g_autoptr (GPtrArray) found = NULL;

  plannr_cache_find_async (fixture->cache, PLANNR_CACHE_PLANS, text, 0, 1, NULL, found_cb, &found);
  while (found == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  g_assert_cmpuint (found->len, ==, name != NULL);
  if (name != NULL)
    g_assert_cmpstr (plannr_plan_get_name (g_ptr_array_index (found, 0)), ==, name);
}

/* Who searches meanwhile finds what has come, and no more what has gone. */
static void
test_found (SyncFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "ab 00700x", NULL);
  sync_fixture_run (fixture);
  assert_found (fixture, "ab 00700x", "Plan 700");
  assert_found (fixture, "aviva sipp 00701", "Plan 701");
  g_hash_table_add (fixture->firm->renamed, GUINT_TO_POINTER (700));
  list_firm_remove (&fixture->firm->plans, 701);
  run_a_day_later (fixture);
  assert_found (fixture, "ab00700", "Renamed 700");
  assert_found (fixture, "00701", NULL);
}

static void
remove_while_listed (ListFirm *firm, guint n_requests)
{
  /* One that was seen: all that follow move up by one. */
  if (n_requests == 2)
    list_firm_remove (&firm->plans, g_array_index (firm->plans.items, guint, 10));
}

static void
add_while_listed (ListFirm *firm, guint n_requests)
{
  if (n_requests <= 3)
    list_firm_add (&firm->plans, 2);
}

static void
put_in_front_while_listed (ListFirm *firm, guint n_requests)
{
  guint number = firm->plans.next;

  /* As where the newest are listed first. */
  if (n_requests != 2)
    return;
  firm->plans.next++;
  g_array_prepend_val (firm->plans.items, number);
}

static void
test_moving_list (SyncFixture *fixture, gconstpointer data)
{
  static const ListFirmFunc funcs[] = { remove_while_listed, add_while_listed,
                                        put_in_front_while_listed };

  for (guint limited = 0; limited < 2; limited++)
    for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
      {
        fixture->firm->plans.n_requests = 0;
        fixture->firm->plans.func = funcs[i];
        fixture->firm->remaining = limited ? 400 : -1;
        run_a_day_later (fixture);
        sync_fixture_assert_same_plans (fixture);
      }
}

/* The pace is one for all of the lists. */
static void
test_limit (SyncFixture *fixture, gconstpointer data)
{
  const gint64 *times = NULL;

  fixture->firm->remaining = 450;
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->times->len, ==, 8);
  times = (const gint64 *) (gpointer) fixture->firm->times->data;
  /* Each may be late on its way, and the next one not: what counts is the time of all of them. */
  g_assert_cmpint (times[7] - times[0], >=, 6 * 20 * G_TIME_SPAN_MILLISECOND);
  sync_fixture_assert_same_plans (fixture);
}

static void
run_refused (SyncFixture *fixture, guint status)
{
  fixture->firm->plans.status = status;
  fixture->firm->plans.n_requests = 0;
  fixture->firm->cases.n_requests = 0;
  run_a_day_later (fixture);
}

/* A list that Plannr does not have, or can't give, leaves what is kept as it is, and does not keep the
 * others waiting. */
static void
test_no_list (SyncFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    guint n_requests;
  } rows[] = { { 404, 1 }, { 405, 1 }, { 403, 1 }, { 422, 1 }, { 500, 5 }, { 503, 5 } };

  run_refused (fixture, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      run_refused (fixture, rows[i].status);
      g_assert_cmpuint (fixture->firm->plans.n_requests, ==, rows[i].n_requests);
      g_assert_cmpuint (fixture->firm->cases.n_requests, ==, 2);
      sync_fixture_assert_same_plans (fixture);
    }

  list_firm_add (&fixture->firm->plans, 1);
  run_refused (fixture, 0);
  sync_fixture_assert_same_plans (fixture);
}

/* What was answered so once is asked for again. */
static void
test_failures (SyncFixture *fixture, gconstpointer data)
{
  fixture->firm->plans.status = 500;
  fixture->firm->plans.n_failures = 4;
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->plans.n_requests, ==, 4 + 3);
  sync_fixture_assert_same_plans (fixture);
}

/* A list that Plannr does not have is not asked for again at the next look. */
static void
test_refused_once (SyncFixture *fixture, gconstpointer data)
{
  guint late = sync_fixture_set_deadline ();

  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, 3000);
  fixture->firm->plans.status = 404;
  plannr_directory_sync_set_api (fixture->sync, fixture->api);
  /* Two for all of them, and one for each look after that. */
  while (fixture->firm->people.n_requests < 4)
    g_main_context_iteration (NULL, TRUE);
  sync_fixture_wait_until_idle (fixture);
  g_assert_cmpuint (fixture->firm->plans.n_requests, ==, 1);
  plannr_directory_sync_set_api (fixture->sync, NULL);
  g_source_remove (late);
}

/* An empty list is no proof that all that was kept is gone. */
static void
test_empty_list (SyncFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) items = NULL;

  sync_fixture_run (fixture);
  items = g_steal_pointer (&fixture->firm->plans.items);
  fixture->firm->plans.items = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (fixture->firm->cases.items, 0);
  run_a_day_later (fixture);
  g_array_unref (fixture->firm->plans.items);
  fixture->firm->plans.items = g_array_ref (items);
  sync_fixture_assert_same_plans (fixture);
  assert_choices (fixture, "Type 0, Type 1, Type 2", "Status 0, Status 1, Status 2, Status 3");
}

/* Where statuses are not listed, those of the cases are found. */
static void
test_statuses_of_cases (SyncFixture *fixture, gconstpointer data)
{
  for (guint status = 404; status <= 405; status++)
    {
      fixture->firm->statuses.status = status;
      run_a_day_later (fixture);
      assert_choices (fixture, "Type 0, Type 1, Type 2", "Status 0, Status 1, Status 2");
    }
}

/* It goes on at the page where it was when the application ended. */
static void
test_going_on (SyncFixture *fixture, gconstpointer data)
{
  guint late = sync_fixture_set_deadline ();

  list_firm_add (&fixture->firm->plans, 3000);
  fixture->firm->remaining = 450;
  for (guint i = 1; i <= 3; i++)
    {
      plannr_directory_sync_set_api (fixture->sync, fixture->api);
      while (fixture->firm->plans.n_requests < 2 * i)
        g_main_context_iteration (NULL, TRUE);
      sync_fixture_close_all (fixture);
      sync_fixture_open_with (fixture, SYNC_SCALE);
    }
  g_source_remove (late);
  sync_fixture_run (fixture);
  /* Six pages were asked for before, of which three at least were kept. */
  g_assert_cmpuint (fixture->firm->plans.n_requests, <=, 6 + 9 - 3);
  sync_fixture_assert_same_plans (fixture);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/directory-lists/" path, SyncFixture, GUINT_TO_POINTER (100), set_up,        \
              function, sync_fixture_tear_down)
  ADD ("all", test_all);
  ADD ("changes", test_changes);
  ADD ("found", test_found);
  ADD ("moving-list", test_moving_list);
  ADD ("limit", test_limit);
  ADD ("no-list", test_no_list);
  ADD ("failures", test_failures);
  ADD ("refused-once", test_refused_once);
  ADD ("empty-list", test_empty_list);
  ADD ("statuses-of-cases", test_statuses_of_cases);
  ADD ("going-on", test_going_on);
#undef ADD

  return g_test_run ();
}
