/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

static void
test_statuses (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) answer = firm_get (firm, "cases-status");
  g_autoptr (GHashTable) colours = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpuint (answer_count (answer, "$.data[*]"), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *colour = g_strdup_printf ("$.data[%u].colour", i);
      g_autofree char *position = g_strdup_printf ("$.data[%u].position", i);
      g_autofree char *expected = g_strdup_printf ("%u", i + 1);

      g_assert_cmpstr (answer_text (answer, position), ==, expected);
      g_assert_true (g_regex_match_simple ("^#[0-9A-F]{6}$", answer_text (answer, colour), 0, 0));
      g_assert_true (g_hash_table_add (colours, (gpointer) answer_text (answer, colour)));
    }
  g_assert_cmpstr (answer_text (answer, "$.data[0].uuid"), ==,
                   "59f4ddf9-c35d-4819-adf7-da52307bc0d7");
  g_assert_cmpstr (answer_text (answer, "$.data[5].is_type_completed"), ==, "true");
}

static void
test_groups_and_fields (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) groups = firm_get (firm, "group?filter[name]=FAMILY");
  g_autoptr (Answer) fields = firm_get (firm, "custom-field?filter[model_type]=case");

  g_assert_cmpuint (answer_count (groups, "$.data[*]"), ==, 2);
  g_assert_cmpuint (answer_count (fields, "$.data[*]"), ==, 2);
  g_assert_cmpstr (answer_text (fields, "$.data[0].type"), ==, "selection");
  g_assert_cmpuint (answer_count (fields, "$.data[0].selection_options[*]"), ==, 3);
  g_assert_cmpstr (answer_text (fields, "$.data[0].is_required"), ==, "false");
}

static void
test_plans_of_a_client (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) plans = firm_get (firm, "client/" FIRM_GARETH "/plans?per_page=500");
  g_autoptr (Answer) staff = firm_get (firm, "client/" FIRM_STAFF "/plans");
  gboolean isa = FALSE;
  gboolean pension = FALSE;

  g_assert_cmpuint (plans->status, ==, 200);
  for (guint i = 0; i < answer_count (plans, "$.data[*]"); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.data[%u].uuid", i);
      const char *uuid = answer_text (plans, path);

      isa = isa || g_str_equal (uuid, "b409a7a0-90b6-4c3c-b154-23c7fd287b21");
      pension = pension || g_str_equal (uuid, "75217a45-1f2b-4d8c-b7d2-2c0a1b1a3fce");
    }
  g_assert_true (isa);
  g_assert_true (pension);
  /* Staff have none, nor is the path for them. */
  g_assert_cmpuint (staff->status, ==, 404);
}

static void
test_plans (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) aviva = firm_get (firm, "plans?filter[policy_number]=aviva-1&include=client");
  g_autoptr (Answer) ada =
      firm_get (firm, "plans?filter[policy_number]=SP-10293&include=client,linked_owners");
  g_autoptr (Answer) named = firm_get (firm, "plans?filter[name]=PORTFOLIO&sort=name");
  g_autoptr (Answer) all = firm_get (firm, "plans?per_page=500");
  g_autoptr (Answer) one = firm_get (firm, "plans/75217a45-1f2b-4d8c-b7d2-2c0a1b1a3fce");
  g_autoptr (Answer) none = firm_get (firm, "plans/75217a45-1f2b-4d8c-b7d2-2c0a1b1a3fcf");

  g_assert_cmpuint (answer_count (aviva, "$.data[*]"), ==, 1);
  g_assert_cmpstr (answer_text (aviva, "$.data[0].policy_number"), ==, "AVIVA-123");
  g_assert_cmpstr (answer_text (aviva, "$.data[0].type"), ==, "cash_account");
  g_assert_cmpstr (answer_text (aviva, "$.data[0].value.amount"), ==, "1250000");
  g_assert_cmpstr (answer_text (aviva, "$.data[0].value.currency"), ==, "GBP");
  g_assert_cmpstr (answer_text (aviva, "$.data[0].value.formatted"), ==, "£12,500.00");
  g_assert_cmpstr (answer_text (aviva, "$.data[0].client.uuid"), ==, FIRM_GARETH);
  g_assert_null (answer_text (aviva, "$.data[0].linked_owners"));
  g_assert_cmpstr (answer_text (ada, "$.data[0].name"), ==, "");
  g_assert_cmpstr (answer_text (ada, "$.data[0].client.name"), ==, "Ada Okafor");
  g_assert_cmpuint (answer_count (ada, "$.data[0].linked_owners[*]"), ==, 0);
  g_assert_cmpuint (answer_count (named, "$.data[*]"), >, 0);
  g_assert_cmpuint (answer_count (all, "$.data[*]"), ==, 120);
  g_assert_cmpstr (answer_text (one, "$.provider.name"), !=, NULL);
  g_assert_cmpstr (answer_text (one, "$.value.formatted"), ==, "£164,200.50");
  g_assert_cmpuint (none->status, ==, 404);
}

static void
test_seed (void)
{
  static const struct
  {
    const char *sql;
    gint64 least;
    gint64 most;
  } counts[] = {
    { "SELECT count(*) FROM accounts a JOIN firms f ON f.uuid = a.firm_uuid"
      " WHERE f.name LIKE 'Harbour%'",
      60, 100 },
    { "SELECT count(*) FROM accounts WHERE role = 'joint'", 5, 20 },
    { "SELECT count(*) FROM accounts WHERE role = 'trust'", 3, 20 },
    { "SELECT count(*) FROM accounts WHERE role = 'business'", 3, 20 },
    { "SELECT count(DISTINCT role) FROM accounts WHERE type = 'employee'", 3, 3 },
    { "SELECT count(*) FROM accounts WHERE role = 'introducer'", 3, 20 },
    { "SELECT count(*) FROM accounts WHERE inactive_at IS NOT NULL", 1, 5 },
    { "SELECT count(*) FROM accounts WHERE length(name) > 80", 1, 3 },
    { "SELECT count(*) FROM accounts WHERE email NOT LIKE '%@%example.%'", 0, 0 },
    { "SELECT count(*) FROM plans", 120, 120 },
    { "SELECT count(DISTINCT type) FROM plans", 10, 10 },
    { "SELECT min(n) FROM (SELECT count(*) n FROM plans GROUP BY type)", 12, 12 },
    { "SELECT count(*) FROM plans WHERE name = ''", 10, 40 },
    { "SELECT count(*) FROM plans WHERE status = 'inactive'", 5, 30 },
    { "SELECT count(*) FROM plans WHERE status = 'proposed'", 5, 30 },
    { "SELECT count(*) FROM plan_owners WHERE position = 1", 5, 40 },
    { "SELECT count(*) FROM plan_owners o LEFT JOIN accounts a ON a.uuid = o.account_uuid"
      " WHERE a.type IS NOT 'client'",
      0, 0 },
    { "SELECT count(*) FROM case_types t JOIN firms f ON f.uuid = t.firm_uuid"
      " WHERE f.name LIKE 'Harbour%'",
      8, 8 },
    { "SELECT count(*) FROM cases", 40, 40 },
    { "SELECT count(*) FROM cases WHERE created_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now')", 40,
      40 },
    { "SELECT count(*) FROM cases WHERE completed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')", 0,
      0 },
    { "SELECT count(DISTINCT type_uuid) FROM cases", 8, 8 },
    { "SELECT count(DISTINCT status_uuid) FROM cases", 6, 6 },
    { "SELECT count(*) FROM cases WHERE value IS NULL", 1, 10 },
    { "SELECT count(DISTINCT case_uuid) FROM case_plans", 10, 40 },
  };
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm = firm_start_with ("--data", file, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_test_message ("%s", counts[i].sql);
      g_assert_cmpint (firm_count (file, counts[i].sql), >=, counts[i].least);
      g_assert_cmpint (firm_count (file, counts[i].sql), <=, counts[i].most);
    }
  firm_stop (firm);
  firm_remove_file (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/practice-choices/statuses", test_statuses);
  g_test_add_func ("/plannr/practice-choices/groups-and-fields", test_groups_and_fields);
  g_test_add_func ("/plannr/practice-choices/plans-of-a-client", test_plans_of_a_client);
  g_test_add_func ("/plannr/practice-choices/plans", test_plans);
  g_test_add_func ("/plannr/practice-choices/seed", test_seed);
  return g_test_run ();
}
