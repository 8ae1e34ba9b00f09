/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "cache-fixture.h"

#include "plannr-choice.h"
#include "plannr-plan.h"

static void
test_people (CacheFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *names;
  } rows[] = {
    /* Clients before staff before others, what begins a word before what is within one. */
    { "ann", "Mary Ann Bell|Diana Mann|Anna Marks|Ann Ottley" },
    { "", "Diana Mann|Mary Ann Bell|Zoë Müller-Łuczak|Anna Marks|Ann Ottley" },
    { "  BELL  mary ", "Mary Ann Bell" },
    { "muller", "Zoë Müller-Łuczak" },
    { "ZOE MÜL", "Zoë Müller-Łuczak" },
    { "zoe@example", "Zoë Müller-Łuczak" },
    { "7700 900123", "Zoë Müller-Łuczak" },
    { "07700-9", "Zoë Müller-Łuczak" },
    { UUID ("01"), "Zoë Müller-Łuczak" },
    { " " UUID ("02") "\n", "Anna Marks" },
    /* Inactive, and nobody else is called that. */
    { "gone", "Ann Gone" },
    { UUID ("06"), "Ann Gone" },
    { "nobody", NULL },
    { "%", NULL },
    { "0000", NULL },
    { "ann' OR 1 --", NULL },
    { "a b c d e f g h i j k l m", NULL },
    { UUID ("99"), NULL },
  };

  cache_fixture_keep_people (fixture->cache);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, rows[i].text, rows[i].names);
}

static void
test_person_is_whole (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  PlannrAccount *person = NULL;

  cache_fixture_keep_people (fixture->cache);
  found = cache_fixture_find (fixture->cache, PLANNR_CACHE_PEOPLE, UUID ("01"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  person = g_ptr_array_index (found, 0);
  g_assert_cmpstr (plannr_account_get_uuid (person), ==, UUID ("01"));
  g_assert_cmpint (plannr_account_get_kind (person), ==, PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_cmpstr (plannr_account_get_role (person), ==, "Client");
  g_assert_cmpstr (plannr_account_get_email (person), ==, "Zoe@Example.org");
  g_assert_cmpstr (plannr_account_get_phone (person), ==, "+44 (0)7700 900-123");
  g_assert_cmpstr (plannr_account_get_adviser (person), ==, "Ann Lee");
  g_assert_true (plannr_account_get_joint (person));
  g_assert_false (plannr_account_get_inactive (person));
}

/* An answer that leaves out what was not asked for takes nothing away. */
static void
test_person_stays_whole (CacheFixture *fixture, gconstpointer data)
{
  cache_fixture_keep_people (fixture->cache);
  for (int start = 1; start <= 2; start++)
    {
      /* The first time the index is read after it, then it is there already. */
      for (int i = 1; i <= 2; i++)
        {
          g_autoptr (GPtrArray) found = NULL;
          PlannrAccount *person = NULL;

          cache_fixture_keep (fixture->cache, PLANNR_CACHE_PEOPLE, NULL,
                              cache_fixture_make_person (UUID ("01"), "Zoë Bell",
                                                         PLANNR_ACCOUNT_KIND_CLIENT, FALSE),
                              NULL);
          cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "7700 900123",
                                      "Zoë Bell");
          cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "zoe@example",
                                      "Zoë Bell");
          cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "luczak", NULL);
          found = cache_fixture_find (fixture->cache, PLANNR_CACHE_PEOPLE, UUID ("01"), NULL);
          g_assert_cmpuint (found->len, ==, 1);
          person = g_ptr_array_index (found, 0);
          g_assert_cmpstr (plannr_account_get_phone (person), ==, "+44 (0)7700 900-123");
          g_assert_cmpstr (plannr_account_get_adviser (person), ==, "Ann Lee");
          g_assert_cmpstr (plannr_account_get_role (person), ==, "Client");
          g_assert_false (plannr_account_get_joint (person));
        }
      cache_fixture_start_again (fixture);
    }
}

/* The same of a plan, of which a client's list may tell less. */
static void
test_plan_stays_whole (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  PlannrPlan *plan = NULL;

  cache_fixture_keep (fixture->cache, PLANNR_CACHE_PLANS, NULL,
                      g_object_new (PLANNR_TYPE_PLAN, "uuid", UUID ("21"), "name", "SIPP",
                                    "provider", "Aviva", "policy-number", "AB-1", "currency", "GBP",
                                    "amount", (gint64) 500, NULL),
                      NULL);
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("01"),
                      cache_fixture_make_plan (UUID ("21"), "Pension", NULL), NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "ab1", "Pension");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "aviva", "Pension");
  found = cache_fixture_find (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("01"), NULL);
  g_assert_cmpuint (found->len, ==, 1);
  plan = g_ptr_array_index (found, 0);
  g_assert_cmpstr (plannr_plan_get_currency (plan), ==, "GBP");
  g_assert_cmpint (plannr_plan_get_amount (plan), ==, 500);
}

/* The newest answer counts. */
static void
test_person_changes (CacheFixture *fixture, gconstpointer data)
{
  cache_fixture_keep_people (fixture->cache);
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_PEOPLE, NULL,
                      cache_fixture_make_person (UUID ("03"), "Diana Bell",
                                                 PLANNR_ACCOUNT_KIND_CLIENT, FALSE),
                      NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "diana", "Diana Bell");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "mann", NULL);
}

static void
test_recent_first (CacheFixture *fixture, gconstpointer data)
{
  cache_fixture_keep_people (fixture->cache);
  plannr_cache_use (fixture->cache, UUID ("05"));
  plannr_cache_use (fixture->cache, UUID ("02"));
  plannr_cache_use (fixture->cache, UUID ("06"));
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "ann",
                              "Anna Marks|Ann Ottley|Mary Ann Bell|Diana Mann");

  plannr_cache_use (fixture->cache, UUID ("05"));
  cache_fixture_start_again (fixture);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "ann",
                              "Ann Ottley|Anna Marks|Mary Ann Bell|Diana Mann");
}

static void
test_at_most_fifty (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *uuid = g_strdup_printf ("5c7b1d92-0e3f-4a68-b1c4-%012u", i);

      g_ptr_array_add (people,
                       cache_fixture_make_person (uuid, "Ann", PLANNR_ACCOUNT_KIND_CLIENT, FALSE));
    }
  plannr_cache_keep (fixture->cache, PLANNR_CACHE_PEOPLE, people, NULL);
  found = cache_fixture_find (fixture->cache, PLANNR_CACHE_PEOPLE, "ann", NULL);
  g_assert_cmpuint (found->len, ==, 50);
}

/* What is kept after the first look is found by the second, and there is no end of them. */
static void
test_a_few_at_a_time (CacheFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ann Ottley", "Ann Wood", NULL };

  cache_fixture_keep_people (fixture->cache);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "wood", NULL);
  plannr_cache_use (fixture->cache, UUID ("02"));
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_PEOPLE, NULL,
                      cache_fixture_make_person (UUID ("07"), "Ann Wood",
                                                 PLANNR_ACCOUNT_KIND_EXTERNAL, FALSE),
                      NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PEOPLE, "ann",
                              "Anna Marks|Mary Ann Bell|Diana Mann|Ann Ottley|Ann Wood");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cache_fixture_assert_found_from (fixture->cache, PLANNR_CACHE_PEOPLE, "ann", 3 + i, 1,
                                     names[i]);
}

static void
test_choices (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  cache_fixture_keep (fixture->cache, PLANNR_CACHE_TYPES, NULL,
                      cache_fixture_make_choice (UUID ("01"), "Pension transfer", NULL, -1),
                      cache_fixture_make_choice (UUID ("02"), "Mortgage", NULL, -1),
                      cache_fixture_make_choice (UUID ("03"), "Annual review", NULL, -1), NULL);
  /* One has the UUID of a type. */
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_STATUSES, NULL,
                      cache_fixture_make_choice (UUID ("11"), "Odd", NULL, -1),
                      cache_fixture_make_choice (UUID ("12"), "New", "#00FF00", 0),
                      cache_fixture_make_choice (UUID ("01"), "Ready", NULL, 2),
                      cache_fixture_make_choice (UUID ("14"), "In progress", NULL, 1), NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_TYPES, "",
                              "Annual review|Mortgage|Pension transfer");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_TYPES, "RE", "Annual review");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_STATUSES, "",
                              "New|In progress|Ready|Odd");

  plannr_cache_use (fixture->cache, UUID ("02"));
  plannr_cache_use (fixture->cache, UUID ("01"));
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_TYPES, "",
                              "Pension transfer|Mortgage|Annual review");
  /* The firm's order stays. */
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_STATUSES, "",
                              "New|In progress|Ready|Odd");

  found = cache_fixture_find (fixture->cache, PLANNR_CACHE_STATUSES, UUID ("12"), NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (plannr_choice_get_colour (g_ptr_array_index (found, 0)), ==, "#00FF00");
  g_assert_cmpint (plannr_choice_get_position (g_ptr_array_index (found, 0)), ==, 0);

  /* What the firm has removed goes. */
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_STATUSES, NULL,
                      cache_fixture_make_choice (UUID ("12"), "New", NULL, 0), NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_STATUSES, "", "New");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_TYPES, "",
                              "Pension transfer|Mortgage|Annual review");
}

static void
test_plans (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  PlannrPlan *plan = NULL;

  cache_fixture_keep (fixture->cache, PLANNR_CACHE_PLANS, NULL,
                      g_object_new (PLANNR_TYPE_PLAN, "uuid", UUID ("01"), "name", "Gareth’s ISA",
                                    "kind", "isa", "sub-kind", "cash", "status", "active",
                                    "provider", "Aviva", "policy-number", "AVIVA-123", "amount",
                                    G_GINT64_CONSTANT (9007199254740993), "currency", "GBP", NULL),
                      cache_fixture_make_plan (UUID ("02"), "Pension", "ROYAL-123"), NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "aviva-1", "Gareth’s ISA");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "isa", "Gareth’s ISA");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_PLANS, "123", "Gareth’s ISA|Pension");

  found = cache_fixture_find (fixture->cache, PLANNR_CACHE_PLANS, UUID ("01"), NULL);
  g_assert_cmpuint (found->len, ==, 1);
  plan = g_ptr_array_index (found, 0);
  g_assert_cmpstr (plannr_plan_get_kind (plan), ==, "isa");
  g_assert_cmpstr (plannr_plan_get_sub_kind (plan), ==, "cash");
  g_assert_cmpstr (plannr_plan_get_status (plan), ==, "active");
  g_assert_cmpstr (plannr_plan_get_provider (plan), ==, "Aviva");
  g_assert_cmpstr (plannr_plan_get_policy_number (plan), ==, "AVIVA-123");
  g_assert_cmpint (plannr_plan_get_amount (plan), ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_cmpstr (plannr_plan_get_currency (plan), ==, "GBP");
}

/* In their order; of a client without plans that is known, of another nothing is. */
static void
test_plans_of_a_client (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  cache_fixture_keep (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("91"),
                      cache_fixture_make_plan (UUID ("02"), "Shared", NULL),
                      cache_fixture_make_plan (UUID ("01"), "First", NULL), NULL);
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("92"),
                      cache_fixture_make_plan (UUID ("02"), "Shared", NULL), NULL);
  plannr_cache_keep (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, none, UUID ("93"));
  cache_fixture_start_again (fixture);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("91"),
                              "Shared|First");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("92"), "Shared");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("93"), "");
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("94"), NULL);

  cache_fixture_keep (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("91"),
                      cache_fixture_make_plan (UUID ("01"), "First", NULL), NULL);
  cache_fixture_assert_found (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("91"), "First");
}

/* Of each kind the same few as all at once would have them, and then no more. */
static void
test_any_few_at_a_time (CacheFixture *fixture, gconstpointer data)
{
  static const struct
  {
    PlannrCacheKind what;
    const char *text;
    const char *names[3];
  } rows[] = {
    { PLANNR_CACHE_TYPES, "re", { "Annual review", "Full review", NULL } },
    { PLANNR_CACHE_STATUSES, "", { "New", "Ready", NULL } },
    { PLANNR_CACHE_PLANS, "isa", { "Isa one", "Isa two", NULL } },
    { PLANNR_CACHE_CLIENT_PLANS, UUID ("91"), { "Isa two", "Isa one", NULL } },
  };

  cache_fixture_keep (fixture->cache, PLANNR_CACHE_TYPES, NULL,
                      cache_fixture_make_choice (UUID ("01"), "Full review", NULL, -1),
                      cache_fixture_make_choice (UUID ("02"), "Annual review", NULL, -1), NULL);
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_STATUSES, NULL,
                      cache_fixture_make_choice (UUID ("11"), "Ready", NULL, 2),
                      cache_fixture_make_choice (UUID ("12"), "New", NULL, 1), NULL);
  cache_fixture_keep (fixture->cache, PLANNR_CACHE_CLIENT_PLANS, UUID ("91"),
                      cache_fixture_make_plan (UUID ("22"), "Isa two", NULL),
                      cache_fixture_make_plan (UUID ("21"), "Isa one", NULL), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint offset = 0; offset < G_N_ELEMENTS (rows->names); offset++)
      cache_fixture_assert_found_from (fixture->cache, rows[i].what, rows[i].text, offset, 1,
                                       offset < 2 || rows[i].what != PLANNR_CACHE_CLIENT_PLANS
                                           ? rows[i].names[offset]
                                           : "");
}

static void
test_nothing_kept (CacheFixture *fixture, gconstpointer data)
{
  for (int what = PLANNR_CACHE_PEOPLE; what <= PLANNR_CACHE_CLIENT_PLANS; what++)
    cache_fixture_assert_found (fixture->cache, what, "", NULL);
}

static void
test_cancel (CacheFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cache_fixture_keep_people (fixture->cache);
  plannr_cache_find_async (fixture->cache, PLANNR_CACHE_PEOPLE, "", 0, 20, cancellable,
                           cache_fixture_found_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (plannr_cache_find_finish (fixture->cache, cache_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, begin, function)                                                           \
  g_test_add ("/plannr/cache/" path, CacheFixture, data, begin, function, cache_fixture_tear_down)
  ADD ("people", NULL, cache_fixture_set_up_memory, test_people);
  ADD ("person-is-whole", NULL, cache_fixture_set_up_memory, test_person_is_whole);
  ADD ("person-stays-whole", NULL, cache_fixture_set_up, test_person_stays_whole);
  ADD ("plan-stays-whole", NULL, cache_fixture_set_up_memory, test_plan_stays_whole);
  ADD ("person-changes", NULL, cache_fixture_set_up_memory, test_person_changes);
  ADD ("recent-first", NULL, cache_fixture_set_up, test_recent_first);
  ADD ("at-most-fifty", NULL, cache_fixture_set_up_memory, test_at_most_fifty);
  ADD ("a-few-at-a-time", NULL, cache_fixture_set_up, test_a_few_at_a_time);
  ADD ("choices", NULL, cache_fixture_set_up_memory, test_choices);
  ADD ("plans", NULL, cache_fixture_set_up_memory, test_plans);
  ADD ("plans-of-a-client", NULL, cache_fixture_set_up, test_plans_of_a_client);
  ADD ("any-few-at-a-time", NULL, cache_fixture_set_up_memory, test_any_few_at_a_time);
  ADD ("nothing-kept", NULL, cache_fixture_set_up_memory, test_nothing_kept);
  ADD ("cancel", NULL, cache_fixture_set_up_memory, test_cancel);
#undef ADD

  return g_test_run ();
}
