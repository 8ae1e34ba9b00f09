/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "cache-fixture.h"

#include <glib/gstdio.h>

#include "plannr-choice.h"
#include "plannr-plan.h"

#define SECONDS   20
#define MAX_FOUND 50

char *
cache_fixture_get_file (CacheFixture *fixture)
{
  return g_build_filename (fixture->folder, "directory.db", NULL);
}

void
cache_fixture_set_up (CacheFixture *fixture, gconstpointer data)
{
  g_autofree char *above = g_dir_make_tmp ("plannr-cache-XXXXXX", NULL);

  fixture->folder = g_build_filename (above, "profile", NULL);
  fixture->cache = plannr_cache_new (fixture->folder);
}

void
cache_fixture_set_up_memory (CacheFixture *fixture, gconstpointer data)
{
  fixture->cache = plannr_cache_new (NULL);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_remove (folder);
}

void
cache_fixture_tear_down (CacheFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->cache);
  if (fixture->folder != NULL)
    {
      g_autofree char *above = g_path_get_dirname (fixture->folder);

      remove_files (fixture->folder);
      g_assert_no_errno (g_rmdir (above));
    }
  g_free (fixture->folder);
}

/* Another start of the application. */
void
cache_fixture_start_again (CacheFixture *fixture)
{
  g_assert_finalize_object (fixture->cache);
  fixture->cache = plannr_cache_new (fixture->folder);
}

void
cache_fixture_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("The cache does not answer");
  return G_SOURCE_REMOVE;
}

GAsyncResult *
cache_fixture_wait (GAsyncResult **result)
{
  guint late = g_timeout_add_seconds (SECONDS, late_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);

  return *result;
}

static GPtrArray *
find (PlannrCache *cache,
      PlannrCacheKind what,
      const char *text,
      guint offset,
      guint max,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plannr_cache_find_async (cache, what, text, offset, max, NULL, cache_fixture_found_cb, &result);

  return plannr_cache_find_finish (cache, cache_fixture_wait (&result), error);
}

GPtrArray *
cache_fixture_find (PlannrCache *cache, PlannrCacheKind what, const char *text, GError **error)
{
  return find (cache, what, text, 0, MAX_FOUND, error);
}

static const char *
get_name (gpointer item)
{
  if (PLANNR_IS_ACCOUNT (item))
    return plannr_account_get_name (item);
  if (PLANNR_IS_PLAN (item))
    return plannr_plan_get_name (item);

  return plannr_choice_get_name (item);
}

/* The names, in order, are those of @names, which a bar separates; none is “nothing is kept”. */
void
cache_fixture_assert_found (PlannrCache *cache,
                            PlannrCacheKind what,
                            const char *text,
                            const char *names)
{
  cache_fixture_assert_found_from (cache, what, text, 0, MAX_FOUND, names);
}

/* The same of those after the first @offset, @max at most. */
void
cache_fixture_assert_found_from (PlannrCache *cache,
                                 PlannrCacheKind what,
                                 const char *text,
                                 guint offset,
                                 guint max,
                                 const char *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = find (cache, what, text, offset, max, &error);
  g_autoptr (GString) joined = g_string_new (NULL);

  g_test_message ("“%s”", text);
  if (names == NULL)
    {
      g_assert_null (found);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      return;
    }

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "",
                            get_name (g_ptr_array_index (found, i)));
  g_assert_cmpstr (joined->str, ==, names);
}

void
cache_fixture_keep (
    PlannrCache *cache, PlannrCacheKind what, const char *client, gpointer first, ...)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  va_list more;

  va_start (more, first);
  for (gpointer item = first; item != NULL; item = va_arg (more, gpointer))
    g_ptr_array_add (items, item);
  va_end (more);
  plannr_cache_keep (cache, what, items, client);
}

gpointer
cache_fixture_make_person (const char *uuid,
                           const char *name,
                           PlannrAccountKind kind,
                           gboolean inactive)
{
  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, "name", name, "kind", kind, "inactive",
                       inactive, NULL);
}

gpointer
cache_fixture_make_choice (const char *uuid, const char *name, const char *colour, int position)
{
  return g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, "name", name, "colour", colour, "position",
                       position, NULL);
}

gpointer
cache_fixture_make_plan (const char *uuid, const char *name, const char *policy_number)
{
  return g_object_new (PLANNR_TYPE_PLAN, "uuid", uuid, "name", name, "policy-number", policy_number,
                       NULL);
}

static gpointer
make_zoe (void)
{
  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", UUID ("01"), "name", "Zoë Müller-Łuczak",
                       "kind", PLANNR_ACCOUNT_KIND_CLIENT, "role", "Client", "email",
                       "Zoe@Example.org", "phone", "+44 (0)7700 900-123", "adviser", "Ann Lee",
                       "joint", TRUE, NULL);
}

void
cache_fixture_keep_people (PlannrCache *cache)
{
  cache_fixture_keep (
      cache, PLANNR_CACHE_PEOPLE, NULL, make_zoe (),
      cache_fixture_make_person (UUID ("02"), "Anna Marks", PLANNR_ACCOUNT_KIND_EMPLOYEE, FALSE),
      cache_fixture_make_person (UUID ("03"), "Diana Mann", PLANNR_ACCOUNT_KIND_CLIENT, FALSE),
      cache_fixture_make_person (UUID ("04"), "Mary Ann Bell", PLANNR_ACCOUNT_KIND_CLIENT, FALSE),
      cache_fixture_make_person (UUID ("05"), "Ann Ottley", PLANNR_ACCOUNT_KIND_EXTERNAL, FALSE),
      cache_fixture_make_person (UUID ("06"), "Ann Gone", PLANNR_ACCOUNT_KIND_CLIENT, TRUE), NULL);
}
