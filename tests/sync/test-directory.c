/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "directory-fixture.h"

/* The second firm of the token "practice-several": it has no case yet. */
#define NORTHGATE "c0d4b8a6-3e71-4f2a-95d7-8e6b1f903c08"
#define NOBODY    "00000000-0000-4000-8000-000000000000"

static void
set_up_empty (DirectoryFixture *fixture, gconstpointer data)
{
  directory_fixture_set_up_firm (fixture, "practice-several", NORTHGATE, NULL);
}

static void
test_people (DirectoryFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n;
  } rows[] = {
    { "gareth thompson", 3 },
    { "thompson  gareth", 3 },
    { "gar thom", 3 },
    { "muller zoë", 1 },
    { "gareth nobody", 0 },
    { "gareth.thompson.cardiff@", 1 },
    { FIRM_GARETH, 1 },
    { " " FIRM_GARETH "\n", 1 },
    { NOBODY, 0 },
    { "nobody of that name", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found =
          directory_fixture_find (fixture, PLANNR_CACHE_PEOPLE, rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (found->len, ==, rows[i].n);
    }
}

static void
test_people_by_telephone (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = directory_fixture_find (fixture, PLANNR_CACHE_PEOPLE, "07700 900");
  g_autoptr (GPtrArray) none = directory_fixture_find (fixture, PLANNR_CACHE_PEOPLE, "00000 000");

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_types (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = directory_fixture_find (fixture, PLANNR_CACHE_TYPES, "");
  g_autoptr (GPtrArray) some = directory_fixture_find (fixture, PLANNR_CACHE_TYPES, "PLANNING");
  g_autoptr (GPtrArray) words = directory_fixture_find (fixture, PLANNR_CACHE_TYPES, "vïew ann");
  g_autoptr (GPtrArray) pasted = directory_fixture_find (fixture, PLANNR_CACHE_TYPES, NOBODY);

  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpuint (all->len, ==, 8);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpuint (pasted->len, ==, 1);
  g_assert_cmpstr (plannr_choice_get_uuid (g_ptr_array_index (pasted, 0)), ==, NOBODY);
}

/* The same six, in the firm's order, from the list of statuses and, where there is none, from cases. */
static void
test_statuses (DirectoryFixture *fixture, gconstpointer without)
{
  g_autoptr (GPtrArray) all = directory_fixture_find (fixture, PLANNR_CACHE_STATUSES, "");

  g_assert_cmpuint (all->len, ==, 6);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (plannr_choice_get_position (g_ptr_array_index (all, i - 1)), <,
                     plannr_choice_get_position (g_ptr_array_index (all, i)));
  g_assert_nonnull (plannr_choice_get_colour (g_ptr_array_index (all, 0)));
}

static void
test_firm_without_a_case (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = directory_fixture_find (fixture, PLANNR_CACHE_TYPES, "");
  g_autoptr (GPtrArray) pasted = directory_fixture_find (fixture, PLANNR_CACHE_TYPES, NOBODY);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (pasted->len, ==, 1);
}

static void
test_plans (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nothing = directory_fixture_find (fixture, PLANNR_CACHE_PLANS, "");
  g_autoptr (GPtrArray) by_number =
      directory_fixture_find (fixture, PLANNR_CACHE_PLANS, "AVIVA-123");
  g_autoptr (GPtrArray) by_name = directory_fixture_find (fixture, PLANNR_CACHE_PLANS, "Gareth’s");
  g_autoptr (GPtrArray) of_client =
      directory_fixture_find (fixture, PLANNR_CACHE_CLIENT_PLANS, FIRM_GARETH);
  const char *uuid = plannr_plan_get_uuid (g_ptr_array_index (by_number, 0));
  g_autoptr (GPtrArray) by_uuid = directory_fixture_find (fixture, PLANNR_CACHE_PLANS, uuid);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (by_number->len, ==, 1);
  g_assert_cmpuint (by_name->len, ==, 2);
  g_assert_cmpuint (of_client->len, >=, 2);
  g_assert_cmpuint (by_uuid->len, ==, 1);
  g_assert_cmpstr (plannr_plan_get_uuid (g_ptr_array_index (by_uuid, 0)), ==, uuid);
}

/* What is asked before there is a way to Plannr is answered when there is one; or ended. */
static void
test_waits_for_a_way (void)
{
  g_autoptr (PlannrDirectory) directory = plannr_directory_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plannr_directory_find_async (directory, PLANNR_CACHE_TYPES, "", NULL, directory_fixture_found_cb,
                               &result);
  g_main_context_iteration (NULL, FALSE);
  g_assert_null (result);
  plannr_directory_cancel_waiting (directory);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (plannr_directory_find_finish (directory, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The way is closed while an answer is on its way: no crash, and an answer all the same. */
static void
test_outlives_its_way (DirectoryFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  plannr_directory_find_async (fixture->directory, PLANNR_CACHE_STATUSES, "", NULL,
                               directory_fixture_found_cb, &result);
  plannr_directory_set_api (fixture->directory, NULL);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = plannr_directory_find_finish (fixture->directory, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, begin, function)                                                           \
  g_test_add ("/plannr/directory/" path, DirectoryFixture, data, begin, function,                  \
              directory_fixture_tear_down)
  ADD ("people", NULL, directory_fixture_set_up, test_people);
  ADD ("people-by-telephone", NULL, directory_fixture_set_up, test_people_by_telephone);
  ADD ("types", NULL, directory_fixture_set_up, test_types);
  ADD ("statuses/listed", NULL, directory_fixture_set_up, test_statuses);
  ADD ("statuses/from-cases", "cases-status", directory_fixture_set_up, test_statuses);
  ADD ("firm-without-a-case", NULL, set_up_empty, test_firm_without_a_case);
  ADD ("plans", NULL, directory_fixture_set_up, test_plans);
  ADD ("outlives-its-way", "cases-status", directory_fixture_set_up, test_outlives_its_way);
#undef ADD
  g_test_add_func ("/plannr/directory/waits-for-a-way", test_waits_for_a_way);

  return g_test_run ();
}
