/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "cache-fixture.h"

#include <string.h>

#include "plannr-choice.h"
#include "plannr-plan.h"

#define N_GENERATED 300
#define N_ROWS      3

typedef struct
{
  const char *name;
  const char *kind;
  const char *sub_kind;
  const char *status;
  const char *provider;
  const char *policy_number;
} Plan;

static const Plan plans[] = {
  { "Gareth’s ISA", "cash_account", "cash isa", "active", "Albion Mutual", "AB-12/34" },
  { "Gareth’s pension", "pension", "sipp", "active", "Lighthouse Pensions", "LP 0098 7712" },
  { "", "pension", "workplace", "active", "Northern Star", "NS-AB12-77" },
  { "Family cover", "protection_policy", "life", "proposed", "Castle & Keep", "CK/2019/0001" },
  { "Café bond", "investment", "onshore bond", "inactive", "Pennine Investments", "0012-AB/34" },
  { "Zoë’s ISA", "cash_account", "lifetime isa", "active", "Severn Assurance", "SA 55 01" },
  { "Old workplace pension", "pension", "workplace", "inactive", "Aviva", "AV1234567" },
  { "Buy-to-let mortgage", "mortgage", "buy to let", "active", "Thames Vale", "TV.100.200" },
  { "Bond 2019/20", "investment", "gia", "active", "Aviva", NULL },
  { "Isabel’s home", "fixed_asset", "main residence", "active", NULL, NULL },
  { "Müllers Rente", "annuity", "lifetime", "proposed", "Łódź Life", "Ł-9" },
  { "المعاش", "pension", NULL, "active", NULL, "AR-1" },
  { "年金プラン", "pension", NULL, NULL, NULL, "JP-１２" },
  { "Pension pot", "pension", "personal", "proposed", "Aviva", "AV-77" },
};

static const char *const types[] = {
  "Pension transfer", "Mortgage",     "Annual review",        "Équity release",
  "Re-registration",  "New business", "Review of protection",
};

static const struct
{
  const char *name;
  int position;
} statuses[] = {
  { "Ready for client", 3 },   { "New", 0 },     { "In progress", 1 },
  { "Waiting for client", 2 }, { "Fertig", -1 }, { "Under review", 4 },
};

#define FIRST_TYPE   1000
#define FIRST_STATUS 2000

/* What this person has chosen, the last one last: a status, a type, and plans. */
static const guint chosen[] = { FIRST_STATUS + 5, FIRST_TYPE + 1, N_GENERATED + 7,
                                N_GENERATED + 5 };

/* In no order that a search could profit from. */
static char *
make_uuid (guint number)
{
  return g_strdup_printf ("%08x-0e3f-4a68-b1c4-%012x", number * 2654435761u, number);
}

static gpointer
make_plan (guint number)
{
  g_autofree char *uuid = make_uuid (number);
  g_autofree char *name = g_strdup_printf ("Savings %03u", number);
  g_autofree char *policy_number = g_strdup_printf ("ZZ-%06u", number);
  Plan plan = { name, "cash_account", "savings", "active", "Beacon Insurance", policy_number };

  if (number >= N_GENERATED)
    plan = plans[number - N_GENERATED];

  return g_object_new (PLANNR_TYPE_PLAN, "uuid", uuid, "name", plan.name, "kind", plan.kind,
                       "sub-kind", plan.sub_kind, "status", plan.status, "provider", plan.provider,
                       "policy-number", plan.policy_number, NULL);
}

static void
keep_plans (PlannrCache *cache)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_GENERATED + G_N_ELEMENTS (plans); i++)
    g_ptr_array_add (items, make_plan (i));
  plannr_cache_keep (cache, PLANNR_CACHE_PLANS, items, NULL);
}

static void
keep_choices (PlannrCache *cache)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *uuid = make_uuid (FIRST_TYPE + i);

      g_ptr_array_add (items, cache_fixture_make_choice (uuid, types[i], NULL, -1));
    }
  plannr_cache_keep (cache, PLANNR_CACHE_TYPES, items, NULL);

  g_ptr_array_set_size (items, 0);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *uuid = make_uuid (FIRST_STATUS + i);

      g_ptr_array_add (items, cache_fixture_make_choice (uuid, statuses[i].name, NULL,
                                                         statuses[i].position));
    }
  plannr_cache_keep (cache, PLANNR_CACHE_STATUSES, items, NULL);
}

static void
choose (PlannrCache *cache)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autofree char *uuid = make_uuid (chosen[i]);

      plannr_cache_use (cache, uuid);
    }
}

static const char *
get_kind (const char *line, PlannrCacheKind *what)
{
  static const struct
  {
    const char *word;
    PlannrCacheKind what;
  } kinds[] = { { "plans: ", PLANNR_CACHE_PLANS },
                { "types: ", PLANNR_CACHE_TYPES },
                { "statuses: ", PLANNR_CACHE_STATUSES } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (line, kinds[i].word))
      {
        *what = kinds[i].what;
        return line + strlen (kinds[i].word);
      }

  g_error ("“%s” is no query", line);
}

static void
append_name (GString *names, gpointer item)
{
  if (names->len > 0)
    g_string_append (names, " | ");
  if (PLANNR_IS_CHOICE (item))
    g_string_append (names, plannr_choice_get_name (item));
  else if (*plannr_plan_get_name (item) != '\0')
    g_string_append (names, plannr_plan_get_name (item));
  else
    g_string_append_printf (names, "%s %s", plannr_plan_get_provider (item),
                            plannr_plan_get_policy_number (item));
}

static void
assert_found (PlannrCache *cache, PlannrCacheKind what, const char *text, const char *names)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);

  plannr_cache_find_async (cache, what, text, 0, N_ROWS, NULL, cache_fixture_found_cb, &result);
  found = plannr_cache_find_finish (cache, cache_fixture_wait (&result), NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    append_name (joined, g_ptr_array_index (found, i));
  g_test_message ("“%s” finds %s", text, joined->str);
  g_assert_cmpstr (joined->str, ==, names);
}

static void
test_queries (CacheFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cache-queries.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  keep_plans (fixture->cache);
  keep_choices (fixture->cache);
  choose (fixture->cache);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *arrow = strstr (lines[i], " =>");
      PlannrCacheKind what = PLANNR_CACHE_PLANS;
      const char *text = NULL;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_assert_nonnull (arrow);
      *arrow = '\0';
      text = get_kind (lines[i], &what);
      assert_found (fixture->cache, what, text, g_strstrip (arrow + strlen (" =>")));
      n++;
    }
  g_assert_cmpuint (n, >=, 60);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plannr/cache/queries", CacheFixture, NULL, cache_fixture_set_up_memory,
              test_queries, cache_fixture_tear_down);

  return g_test_run ();
}
