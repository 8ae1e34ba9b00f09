/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>

#include "sync-fixture.h"

static gboolean disk_is_full;

static void
test_all (SyncFixture *fixture, gconstpointer data)
{
  sync_fixture_run (fixture);
  sync_fixture_assert_same_people (fixture);
}

/* After the first time, only who has come is asked for. */
static void
test_newest (SyncFixture *fixture, gconstpointer data)
{
  guint n = 0;

  sync_fixture_run (fixture);
  /* Three pages, and whether anybody has come meanwhile. */
  g_assert_cmpuint (fixture->firm->people.n_requests, ==, 4);

  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.n_requests - 4, ==, 1);

  n = fixture->firm->people.n_requests;
  list_firm_add (&fixture->firm->people, 3);
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.n_requests - n, ==, 1);

  n = fixture->firm->people.n_requests;
  list_firm_add (&fixture->firm->people, 700);
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.n_requests - n, ==, 2);
  sync_fixture_assert_same_people (fixture);
}

/* Who has left, or is inactive, is noticed by the next pass. */
static void
test_changes (SyncFixture *fixture, gconstpointer data)
{
  sync_fixture_run (fixture);
  list_firm_remove (&fixture->firm->people, 3);
  list_firm_remove (&fixture->firm->people, 1200);
  g_hash_table_add (fixture->firm->inactive, GUINT_TO_POINTER (7));
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  sync_fixture_run (fixture);
  sync_fixture_assert_same_people (fixture);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static guint
count_found (SyncFixture *fixture, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;

  plannr_cache_find_async (fixture->cache, PLANNR_CACHE_PEOPLE, text, 0, 20, NULL, found_cb,
                           &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = plannr_cache_find_finish (fixture->cache, result, NULL);

  return found != NULL ? found->len : 0;
}

/* Who searches meanwhile sees them come and go. */
static void
test_changes_are_found (SyncFixture *fixture, gconstpointer data)
{
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  g_assert_cmpuint (count_found (fixture, "p77@"), ==, 0);
  sync_fixture_run (fixture);
  g_assert_cmpuint (count_found (fixture, "p77@"), ==, 1);
  list_firm_remove (&fixture->firm->people, 77);
  list_firm_add (&fixture->firm->people, 1);
  sync_fixture_run (fixture);
  g_assert_cmpuint (count_found (fixture, "p77@"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "p78@"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "p1234@"), ==, 1);
  sync_fixture_assert_same_people (fixture);
}

/* In the place of the system's: 4 KiB short of 64 MiB, or plenty. */
int
statvfs (const char *path, struct statvfs *disk)
{
  memset (disk, 0, sizeof *disk);
  disk->f_blocks = 1 << 30;
  disk->f_frsize = 4096;
  disk->f_bavail = disk_is_full ? 16383 : 1 << 30;

  return 0;
}

/* The last of the disk is left to cases: nobody is asked for who could not be kept. What a person finds
 * is little, and is. */
static void
test_full_disk (SyncFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  disk_is_full = TRUE;
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->times->len, ==, 0);
  g_ptr_array_add (people,
                   g_object_new (PLANNR_TYPE_ACCOUNT, "uuid",
                                 "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a42", "name", "Zoe", NULL));
  plannr_cache_keep (fixture->cache, PLANNR_CACHE_PEOPLE, people, NULL);
  g_assert_cmpuint (count_found (fixture, "zoe"), ==, 1);

  disk_is_full = FALSE;
  sync_fixture_run (fixture);
  sync_fixture_assert_same_people (fixture);
}

static void
remove_while_listed (ListFirm *firm, guint n_requests)
{
  /* Of those who are on a page that came: all others move up by one. */
  if (n_requests == 2)
    list_firm_remove (&firm->people, firm->people.items->len - 10);
}

static void
add_while_listed (ListFirm *firm, guint n_requests)
{
  if (n_requests <= 4)
    list_firm_add (&firm->people, 2);
}

static void
shuffle_while_listed (ListFirm *firm, guint n_requests)
{
  /* Two of the same second change places, and one of them is on neither page. */
  if (n_requests == 2)
    {
      guint *people = (guint *) (gpointer) firm->people.items->data;
      guint one = people[firm->people.items->len - 1];

      people[firm->people.items->len - 1] = people[firm->people.items->len - 501];
      people[firm->people.items->len - 501] = one;
    }
}

static void
test_moving_list (SyncFixture *fixture, gconstpointer data)
{
  static const ListFirmFunc funcs[] = { remove_while_listed, add_while_listed,
                                        shuffle_while_listed };

  for (guint limited = 0; limited < 2; limited++)
    for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
      {
        g_autofree char *path = g_build_filename (fixture->folder, "directory.db", NULL);

        sync_fixture_close_all (fixture);
        g_remove (path);
        sync_fixture_open_with (fixture, SYNC_SCALE);
        fixture->firm->people.n_requests = 0;
        fixture->firm->people.func = funcs[i];
        fixture->firm->remaining = limited ? 400 : -1;
        sync_fixture_run (fixture);
        sync_fixture_assert_same_people (fixture);
      }
  g_assert_null (strstr (fixture->firm->sorts->str, " created_at "));
}

/* A page a second, were it not for the scale; and it waits for those who create. */
static void
test_limit (SyncFixture *fixture, gconstpointer data)
{
  const gint64 *times = NULL;

  fixture->firm->remaining = 450;
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.times->len, ==, 4);
  times = (const gint64 *) (gpointer) fixture->firm->people.times->data;
  /* Each may be late on its way, and the next one not: what counts is the time of all of them. */
  g_assert_cmpint (times[3] - times[0], >=, 2 * 20 * G_TIME_SPAN_MILLISECOND);

  fixture->firm->remaining = 20;
  list_firm_add (&fixture->firm->people, 700);
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.times->len, ==, 6);
  times = (const gint64 *) (gpointer) fixture->firm->people.times->data;
  g_assert_cmpint (times[5] - times[4], >=, 199 * G_TIME_SPAN_MILLISECOND);
  sync_fixture_assert_same_people (fixture);
}

/* What Plannr refuses is not asked for any more, and what it has no time for is asked for again. */
static void
test_refusals (SyncFixture *fixture, gconstpointer data)
{
  fixture->firm->no_phones = TRUE;
  fixture->firm->n_busy = 2;
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.n_requests, ==, 7);
  sync_fixture_assert_same_people (fixture);
}

/* What could not be asked for any more is not forgotten. */
static void
test_phones_stay (SyncFixture *fixture, gconstpointer data)
{
  g_autofree char *phones = NULL;

  sync_fixture_run (fixture);
  fixture->firm->no_phones = TRUE;
  list_firm_add (&fixture->firm->people, 1);
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  sync_fixture_run (fixture);
  sync_fixture_assert_same_people (fixture);
  phones = sync_fixture_read (fixture, "SELECT count(phone) || ' ' || sum(folded LIKE '%7700%')"
                                       " FROM people");
  g_assert_cmpstr (phones, ==, "1234 1234");
}

/* A server that gives the same page whichever is asked for, and says that there are more than anybody has:
 * that ends, and nobody who was not seen is taken for gone. */
static void
test_stuck (SyncFixture *fixture, gconstpointer data)
{
  guint n = 0;

  sync_fixture_run (fixture);
  n = fixture->firm->people.n_requests;
  fixture->firm->stuck = TRUE;
  fixture->firm->last_page = 1000000000;
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.n_requests - n, <=, 10);
  sync_fixture_assert_same_people (fixture);
}

/* A page that the server can't give hides nobody but those on it; and nobody is taken for gone. */
static void
test_broken_page (SyncFixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autofree char *still = NULL;

  fixture->firm->broken = 2;
  sync_fixture_run (fixture);
  kept = sync_fixture_read (fixture, "SELECT count(*) FROM people");
  g_assert_cmpstr (kept, ==, "734");

  fixture->firm->broken = 0;
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  sync_fixture_run (fixture);
  sync_fixture_assert_same_people (fixture);

  fixture->firm->broken = 2;
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  sync_fixture_run (fixture);
  still = sync_fixture_read (fixture, "SELECT count(*) FROM people");
  g_assert_cmpstr (still, ==, "1234");
}

static void
break_off (ListFirm *firm, guint n_requests)
{
  if (n_requests == 4)
    firm->people.status = SOUP_STATUS_INTERNAL_SERVER_ERROR;
}

/* A server that can't give anything any more has one page passed over, and is asked for the next one when
 * it can. */
static void
test_outage (SyncFixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;

  fixture->firm->people.func = break_off;
  fixture->firm->remaining = 450;
  sync_fixture_run (fixture);
  sync_fixture_run (fixture);
  page = sync_fixture_read (fixture, "SELECT run || ' ' || page FROM passes WHERE what = 'people'");
  g_assert_cmpstr (page, ==, "2 5");

  fixture->firm->people.func = NULL;
  fixture->firm->people.status = 0;
  sync_fixture_run (fixture);
  sync_fixture_assert_same_people (fixture);
}

/* A server that says nothing of its limit until that is reached is asked as little as any other from then
 * on, and never at once. */
static void
test_untold_limit (SyncFixture *fixture, gconstpointer data)
{
  const gint64 *times = NULL;

  fixture->firm->n_busy = 2;
  fixture->firm->hasty = TRUE;
  sync_fixture_run (fixture);
  g_assert_cmpuint (fixture->firm->people.times->len, ==, 6);
  times = (const gint64 *) (gpointer) fixture->firm->people.times->data;
  g_assert_cmpint (times[5] - times[0], >=, 4 * 20 * G_TIME_SPAN_MILLISECOND);
  sync_fixture_assert_same_people (fixture);
}

static void
signed_out_cb (PlannrDirectorySync *sync, const GError *error, guint *n)
{
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED);
  (*n)++;
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* A token that no longer works is told of once, and nothing more is asked for with it. */
static void
test_signed_out (SyncFixture *fixture, gconstpointer data)
{
  gboolean over = FALSE;
  guint n = 0;

  fixture->firm->people.status = SOUP_STATUS_UNAUTHORIZED;
  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, SYNC_AT_ONCE);
  g_signal_connect (fixture->sync, "signed-out", G_CALLBACK (signed_out_cb), &n);
  plannr_directory_sync_set_api (fixture->sync, fixture->api);
  sync_fixture_wait_until_idle (fixture);
  /* The next look would be at once. */
  g_timeout_add (50, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (fixture->firm->times->len, ==, 1);

  fixture->firm->people.status = 0;
  plannr_directory_sync_set_api (fixture->sync, NULL);
  sync_fixture_run (fixture);
  g_assert_cmpuint (n, ==, 1);
  sync_fixture_assert_same_people (fixture);
}

/* It ends with the last hold on it, whatever is under way, and goes on at the next page. */
static void
test_going_on (SyncFixture *fixture, gconstpointer data)
{
  guint n = 0;

  fixture->firm->remaining = 450;
  for (guint i = 1; i <= 3; i++)
    {
      plannr_directory_sync_set_api (fixture->sync, fixture->api);
      while (fixture->firm->people.n_requests < 2 * i)
        g_main_context_iteration (NULL, TRUE);
      sync_fixture_close_all (fixture);
      sync_fixture_open_with (fixture, SYNC_SCALE);
    }
  sync_fixture_run (fixture);
  n = fixture->firm->people.n_requests;
  /* Six pages were asked for before, of which three at least were kept. */
  g_assert_cmpuint (n, <=, 6 + 10 - 3 + 1);
  sync_fixture_assert_same_people (fixture);
}

/* The file is the first desk's: the second one does not fetch everybody into its memory. */
static void
test_second_desk (SyncFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrCache) cache = plannr_cache_new (fixture->folder);
  g_autoptr (PlannrDirectorySync) second = plannr_directory_sync_new (cache, fixture->schedule);
  guint late = 0;
  guint n = 0;

  sync_fixture_run (fixture);
  n = fixture->firm->people.n_requests;
  late = sync_fixture_set_deadline ();
  plannr_directory_sync_set_api (second, fixture->api);
  while (plannr_directory_sync_get_busy (second))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  plannr_directory_sync_set_api (second, NULL);
  g_assert_cmpuint (fixture->firm->people.n_requests, ==, n);
}

/* By itself, when it has rested. */
static void
test_looks (SyncFixture *fixture, gconstpointer data)
{
  guint late = sync_fixture_set_deadline ();

  sync_fixture_close_all (fixture);
  sync_fixture_open_with (fixture, 10000);
  plannr_directory_sync_set_api (fixture->sync, fixture->api);
  while (fixture->firm->people.n_requests < 5)
    g_main_context_iteration (NULL, TRUE);
  list_firm_add (&fixture->firm->people, 1);
  while (fixture->firm->people.n_requests < 7)
    g_main_context_iteration (NULL, TRUE);
  sync_fixture_wait_until_idle (fixture);
  plannr_directory_sync_set_api (fixture->sync, NULL);
  g_source_remove (late);
  sync_fixture_assert_same_people (fixture);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, n_people, function)                                                              \
  g_test_add ("/plannr/directory-sync/" path, SyncFixture, GUINT_TO_POINTER (n_people),            \
              sync_fixture_set_up, function, sync_fixture_tear_down)
  ADD ("all", 1234, test_all);
  ADD ("nobody", 0, test_all);
  ADD ("a-whole-page", 500, test_all);
  ADD ("newest", 1234, test_newest);
  ADD ("changes", 1234, test_changes);
  ADD ("changes-are-found", 1234, test_changes_are_found);
  ADD ("full-disk", 1234, test_full_disk);
  ADD ("moving-list", 1234, test_moving_list);
  ADD ("limit", 1234, test_limit);
  ADD ("refusals", 1234, test_refusals);
  ADD ("phones-stay", 1234, test_phones_stay);
  ADD ("stuck", 1234, test_stuck);
  ADD ("broken-page", 1234, test_broken_page);
  ADD ("outage", 5000, test_outage);
  ADD ("untold-limit", 1234, test_untold_limit);
  ADD ("signed-out", 10, test_signed_out);
  ADD ("going-on", 5000, test_going_on);
  ADD ("second-desk", 10, test_second_desk);
  ADD ("looks", 1234, test_looks);
#undef ADD

  return g_test_run ();
}
