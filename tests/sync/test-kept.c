/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "directory-fixture.h"

#include <glib/gstdio.h>

#include "plannr-account.h"
#include "plannr-directory-private.h"
#include "plannr-item.h"

/* In milliseconds: longer than a question may take here. */
#define MINUTE 60000

/* The firm is not there any more, and everything that was shown of it still is. */
static void
test_kept (DirectoryFixture *fixture, gconstpointer data)
{
  static const struct
  {
    PlannrCacheKind what;
    const char *text;
  } rows[] = {
    { PLANNR_CACHE_TYPES, "" },
    { PLANNR_CACHE_STATUSES, "" },
    { PLANNR_CACHE_STATUSES, "REVIEWED" },
    { PLANNR_CACHE_PLANS, "AVIVA-123" },
    { PLANNR_CACHE_CLIENT_PLANS, FIRM_GARETH },
    { PLANNR_CACHE_PEOPLE, FIRM_GARETH },
    { PLANNR_CACHE_PEOPLE, "gareth.thompson.cardiff@" },
  };
  GPtrArray *before[G_N_ELEMENTS (rows)] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    before[i] = directory_fixture_find (fixture, rows[i].what, rows[i].text);
  directory_fixture_stop_firm (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) after =
          directory_fixture_find_kept (fixture, rows[i].what, rows[i].text, PLANNR_ERROR_REFUSED);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (after->len, >, 0);
      directory_fixture_assert_same (after, before[i]);
      g_clear_pointer (&before[i], g_ptr_array_unref);
    }
}

static void
assert_only (GPtrArray *found, const char *uuid)
{
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (plannr_item_get_uuid (g_ptr_array_index (found, 0)), ==, uuid);
}

/* A question that asks for no telephone number leaves the one that is kept. */
static void
test_kept_phone (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) online = NULL;
  g_autoptr (GPtrArray) offline = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  g_ptr_array_add (people, g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", FIRM_GARETH, "name",
                                         "Gareth Thompson", "kind", PLANNR_ACCOUNT_KIND_CLIENT,
                                         "phone", "029 2018 0777", NULL));
  plannr_cache_keep (fixture->cache, PLANNR_CACHE_PEOPLE, people, NULL);
  online = directory_fixture_find (fixture, PLANNR_CACHE_PEOPLE, "gareth thompson");
  g_assert_cmpuint (online->len, >, 0);

  plannr_directory_look_up_async (fixture->directory, PLANNR_CACHE_PEOPLE, "2018 0777", 0, NULL,
                                  directory_fixture_found_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  kept = plannr_directory_look_up_finish (fixture->directory, result, NULL, NULL);
  assert_only (kept, FIRM_GARETH);

  directory_fixture_stop_firm (fixture);
  offline = directory_fixture_find_kept (fixture, PLANNR_CACHE_PEOPLE, "029 2018 0777",
                                         PLANNR_ERROR_REFUSED);
  assert_only (offline, FIRM_GARETH);
}

static void
test_kept_recent_first (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before =
      directory_fixture_find (fixture, PLANNR_CACHE_PEOPLE, "gareth thompson");
  const char *last = plannr_item_get_uuid (g_ptr_array_index (before, before->len - 1));
  g_autoptr (GPtrArray) after = NULL;

  plannr_directory_use (fixture->directory, last);
  directory_fixture_stop_firm (fixture);
  after = directory_fixture_find_kept (fixture, PLANNR_CACHE_PEOPLE, "Thompson G",
                                       PLANNR_ERROR_REFUSED);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpstr (plannr_item_get_uuid (g_ptr_array_index (after, 0)), ==, last);
}

/* That nothing is kept does not mean that there is nothing. */
static void
test_kept_nothing (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = directory_fixture_find (fixture, PLANNR_CACHE_PEOPLE, "gareth");
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (before->len, >, 0);
  directory_fixture_stop_firm (fixture);
  after = directory_fixture_find_or_fail (fixture, PLANNR_CACHE_PEOPLE, "nobody of that name",
                                          &failure, &error);
  g_assert_null (after);
  g_assert_null (failure);
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_REFUSED);
}

/* Statuses are asked for once while somebody types, and again when they may have changed. */
static void
test_kept_for_minutes (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = directory_fixture_find (fixture, PLANNR_CACHE_STATUSES, "");
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) later = NULL;

  firm_free (g_steal_pointer (&fixture->firm));
  soon = directory_fixture_find (fixture, PLANNR_CACHE_STATUSES, "");
  directory_fixture_assert_same (soon, before);

  fixture->directory->statuses.found_at -= 6 * G_TIME_SPAN_MINUTE;
  later = directory_fixture_find_kept (fixture, PLANNR_CACHE_STATUSES, "", PLANNR_ERROR_REFUSED);
  directory_fixture_assert_same (later, before);
}

/* What was on its way when all was forgotten does not come back. */
static void
test_forgotten_meanwhile (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) kept = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) left = NULL;

  plannr_directory_find_async (fixture->directory, PLANNR_CACHE_PEOPLE, "gareth", NULL,
                               directory_fixture_found_cb, &result);
  plannr_directory_forget (fixture->directory);
  plannr_cache_forget_async (fixture->cache, NULL, NULL, NULL);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = plannr_directory_find_finish (fixture->directory, result, NULL);
  g_assert_cmpuint (found->len, >, 0);

  plannr_directory_look_up_async (fixture->directory, PLANNR_CACHE_PEOPLE, "gareth", 0, NULL,
                                  directory_fixture_found_cb, &kept);
  while (kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  left = plannr_directory_look_up_finish (fixture->directory, kept, NULL, NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
signed_out_cb (PlannrDirectory *directory, const GError *error, guint *n)
{
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED);
  (*n)++;
}

/* A token that no longer works: that is said once, Plannr is asked no more, and people can choose from
 * what is kept. */
static void
test_kept_signed_out (DirectoryFixture *fixture, gconstpointer data)
{
  g_autofree char *server = plannr_api_check_server (fixture->firm->base, NULL);
  g_autoptr (PlannrApi) expired = plannr_api_new (fixture->session, server, "expired", FIRM_ZOE);
  g_autoptr (GPtrArray) before = directory_fixture_find (fixture, PLANNR_CACHE_STATUSES, "");
  g_autoptr (GAsyncResult) stale = NULL;
  guint n = 0;

  g_signal_connect (fixture->directory, "signed-out", G_CALLBACK (signed_out_cb), &n);
  plannr_directory_set_api (fixture->directory, expired);
  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (GPtrArray) after = directory_fixture_find_kept (fixture, PLANNR_CACHE_STATUSES, "",
                                                                 PLANNR_ERROR_UNAUTHORIZED);

      directory_fixture_assert_same (after, before);
      g_assert_cmpuint (n, ==, 1);
    }

  /* That an old token is refused says nothing of the one after it. */
  plannr_directory_set_api (fixture->directory, NULL);
  plannr_directory_set_api (fixture->directory, expired);
  plannr_directory_find_async (fixture->directory, PLANNR_CACHE_STATUSES, "", NULL,
                               directory_fixture_found_cb, &stale);
  plannr_directory_set_api (fixture->directory, fixture->api);
  while (stale == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_ptr_array_unref (directory_fixture_find (fixture, PLANNR_CACHE_STATUSES, ""));
}

/* There is no way at all: signed out, or the practice firm is still starting. */
static void
test_kept_without_a_way (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = directory_fixture_find (fixture, PLANNR_CACHE_TYPES, "");
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) people = NULL;

  plannr_directory_set_api (fixture->directory, NULL);
  plannr_directory_forget (fixture->directory);
  after = directory_fixture_find_kept (fixture, PLANNR_CACHE_TYPES, "", PLANNR_ERROR_OFFLINE);
  directory_fixture_assert_same (after, before);

  /* What is not kept is waited for. */
  plannr_directory_find_async (fixture->directory, PLANNR_CACHE_PEOPLE, FIRM_GARETH, NULL,
                               directory_fixture_found_cb, &result);
  again = directory_fixture_find_kept (fixture, PLANNR_CACHE_TYPES, "", PLANNR_ERROR_OFFLINE);
  g_assert_null (result);
  plannr_directory_set_api (fixture->directory, fixture->api);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (plannr_directory_find_get_failure (fixture->directory, result));
  people = plannr_directory_find_finish (fixture->directory, result, NULL);
  g_assert_cmpuint (people->len, ==, 1);
}

/* A server that takes the question and is silent: the first one is waited for until the deadline; once
 * one got lost, what is kept is there in a second. */
static void
test_kept_from_a_silent_server (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) silence = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (silence, NULL, NULL);
  g_autofree char *server = g_strdup_printf ("http://127.0.0.1:%u/", port);
  g_autoptr (PlannrApi) api = plannr_api_new (fixture->session, server, "practice", FIRM_ZOE);
  g_autoptr (GPtrArray) before = directory_fixture_find (fixture, PLANNR_CACHE_STATUSES, "");
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) again = NULL;

  plannr_directory_forget (fixture->directory);
  plannr_api_set_deadlines (api, 300, 300);
  plannr_directory_set_api (fixture->directory, api);
  late = directory_fixture_find_kept (fixture, PLANNR_CACHE_STATUSES, "", PLANNR_ERROR_DEADLINE);
  directory_fixture_assert_same (late, before);

  plannr_api_set_deadlines (api, MINUTE, MINUTE);
  soon = directory_fixture_find_kept (fixture, PLANNR_CACHE_STATUSES, "", PLANNR_ERROR_DEADLINE);
  directory_fixture_assert_same (soon, before);

  /* The question that is still out there ends with the session. */
  soup_session_abort (fixture->session);
  plannr_directory_set_api (fixture->directory, fixture->api);
  again = directory_fixture_find (fixture, PLANNR_CACHE_STATUSES, "");
  directory_fixture_assert_same (again, before);
}

/* It goes on from one start of the application to the next. */
static void
test_kept_on_disk (DirectoryFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("plannr-directory-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "directory.db", NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  for (int start = 1; start <= 2; start++)
    {
      g_autoptr (PlannrCache) cache = plannr_cache_new (folder);

      plannr_directory_set_cache (fixture->directory, cache);
      if (start == 1)
        before = directory_fixture_find (fixture, PLANNR_CACHE_CLIENT_PLANS, FIRM_GARETH);
      else
        after = directory_fixture_find_kept (fixture, PLANNR_CACHE_CLIENT_PLANS, FIRM_GARETH,
                                             PLANNR_ERROR_REFUSED);
      plannr_directory_set_cache (fixture->directory, NULL);
      g_assert_finalize_object (g_steal_pointer (&cache));
      if (start == 1)
        directory_fixture_stop_firm (fixture);
    }
  directory_fixture_assert_same (after, before);
  g_assert_no_errno (g_remove (file));
  g_assert_no_errno (g_rmdir (folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, begin, function)                                                           \
  g_test_add ("/plannr/directory/" path, DirectoryFixture, data, begin, function,                  \
              directory_fixture_tear_down)
  ADD ("kept/everything", NULL, directory_fixture_set_up_cache, test_kept);
  ADD ("kept/phone", NULL, directory_fixture_set_up_cache, test_kept_phone);
  ADD ("kept/recent-first", NULL, directory_fixture_set_up_cache, test_kept_recent_first);
  ADD ("kept/nothing", NULL, directory_fixture_set_up_cache, test_kept_nothing);
  ADD ("kept/for-minutes", NULL, directory_fixture_set_up_cache, test_kept_for_minutes);
  ADD ("kept/forgotten-meanwhile", NULL, directory_fixture_set_up_cache, test_forgotten_meanwhile);
  ADD ("kept/signed-out", NULL, directory_fixture_set_up_cache, test_kept_signed_out);
  ADD ("kept/without-a-way", NULL, directory_fixture_set_up_cache, test_kept_without_a_way);
  ADD ("kept/from-a-silent-server", NULL, directory_fixture_set_up_cache,
       test_kept_from_a_silent_server);
  ADD ("kept/on-disk", NULL, directory_fixture_set_up, test_kept_on_disk);
#undef ADD

  return g_test_run ();
}
