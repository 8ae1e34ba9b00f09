/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "directory-fixture.h"

#include "plannr-item.h"

#define SECONDS 20

void
directory_fixture_set_up_firm (DirectoryFixture *fixture,
                               const char *token,
                               const char *account,
                               const char *without)
{
  g_autofree char *server = NULL;

  fixture->firm = without != NULL ? firm_start_with ("--without", without, NULL) : firm_start ();
  fixture->session = plannr_api_session_new ();
  fixture->directory = plannr_directory_new ();
  server = plannr_api_check_server (fixture->firm->base, NULL);
  fixture->api = plannr_api_new (fixture->session, server, token, account);
  plannr_directory_set_api (fixture->directory, fixture->api);
}

void
directory_fixture_set_up (DirectoryFixture *fixture, gconstpointer without)
{
  directory_fixture_set_up_firm (fixture, "practice", FIRM_ZOE, without);
}

void
directory_fixture_set_up_cache (DirectoryFixture *fixture, gconstpointer data)
{
  directory_fixture_set_up_firm (fixture, "practice", FIRM_ZOE, NULL);
  fixture->cache = plannr_cache_new (NULL);
  plannr_directory_set_cache (fixture->directory, fixture->cache);
}

void
directory_fixture_tear_down (DirectoryFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->directory);
  if (fixture->cache != NULL)
    g_assert_finalize_object (fixture->cache);
  g_object_unref (fixture->api);
  soup_session_abort (fixture->session);
  g_object_unref (fixture->session);
  if (fixture->firm != NULL)
    firm_free (fixture->firm);
}

void
directory_fixture_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("The directory does not answer");
  return G_SOURCE_REMOVE;
}

/* Returns what was found, and where that is only what is kept here, as @failure, why. */
GPtrArray *
directory_fixture_find_or_fail (DirectoryFixture *fixture,
                                PlannrCacheKind what,
                                const char *text,
                                GError **failure,
                                GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint late = g_timeout_add_seconds (SECONDS, late_cb, NULL);
  const GError *why = NULL;

  plannr_directory_find_async (fixture->directory, what, text, NULL, directory_fixture_found_cb,
                               &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);

  why = plannr_directory_find_get_failure (fixture->directory, result);
  if (failure != NULL)
    *failure = why != NULL ? g_error_copy (why) : NULL;
  else
    g_assert_null (why);

  return plannr_directory_find_finish (fixture->directory, result, error);
}

GPtrArray *
directory_fixture_find (DirectoryFixture *fixture, PlannrCacheKind what, const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = directory_fixture_find_or_fail (fixture, what, text, NULL, &error);

  g_assert_no_error (error);

  return found;
}

/* Finds what is kept, since Plannr could not be asked for the reason @code. */
GPtrArray *
directory_fixture_find_kept (DirectoryFixture *fixture,
                             PlannrCacheKind what,
                             const char *text,
                             PlannrError code)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = directory_fixture_find_or_fail (fixture, what, text, &failure, &error);

  g_assert_no_error (error);
  g_assert_error (failure, PLANNR_ERROR, (int) code);

  return found;
}

void
directory_fixture_assert_same (GPtrArray *found, GPtrArray *expected)
{
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (plannr_item_get_uuid (g_ptr_array_index (found, i)), ==,
                     plannr_item_get_uuid (g_ptr_array_index (expected, i)));
}

void
directory_fixture_stop_firm (DirectoryFixture *fixture)
{
  soup_session_abort (fixture->session);
  firm_free (g_steal_pointer (&fixture->firm));
  plannr_directory_forget (fixture->directory);
}
