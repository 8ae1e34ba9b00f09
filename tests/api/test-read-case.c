/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-read-case.h"

#include <string.h>

#include "plannr-json-document.h"
#include "plannr-test-fixture.h"

static PlannrCase *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) root = plannr_json_document_read (bytes, error);
  const PlannrRequest request = { 0 };

  return root != NULL ? plannr_read_one_case (root, &request, error) : NULL;
}

static PlannrCase *
read_payload (const char *name)
{
  g_autofree char *text = plannr_test_payload_text (name);
  g_autoptr (GError) error = NULL;
  PlannrCase *record = read_text (text, &error);

  g_assert_no_error (error);

  return record;
}

static void
assert_date (GDateTime *date, const char *expected)
{
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_choice (
    PlannrChoice *choice, const char *uuid, const char *name, const char *colour, int position)
{
  g_assert_cmpstr (plannr_choice_get_uuid (choice), ==, uuid);
  g_assert_cmpstr (plannr_choice_get_name (choice), ==, name);
  g_assert_cmpstr (plannr_choice_get_colour (choice), ==, colour);
  g_assert_cmpint (plannr_choice_get_position (choice), ==, position);
}

/* To the letter: one person, one plan, amounts in wrappers, and the names of classes. */
static void
test_specified (void)
{
  g_autoptr (PlannrCase) record = read_payload ("specified-response.json");
  g_autoptr (PlannrAccount) person = NULL;
  g_autoptr (PlannrPlan) plan = NULL;
  g_autoptr (PlannrCustomField) field = NULL;

  g_assert_cmpstr (plannr_case_get_uuid (record), ==, "59572be1-5f2e-44e2-a9e9-27f48f868517");
  g_assert_cmpstr (plannr_case_get_name (record), ==, "finance");
  g_assert_cmpstr (plannr_case_get_slug (record), ==, "finance");
  assert_choice (plannr_case_get_status (record), "12e3180e-91a2-4ac4-b919-6f1a1b3c8f61",
                 "To Be Reviewed", "#23852B", 5);
  assert_choice (plannr_case_get_kind (record), "7dc122c0-96a1-4b70-a013-61a7a5e2e995",
                 "Mortgage Plan", NULL, -1);
  g_assert_cmpint (plannr_case_get_amount (record), ==, 4000);
  g_assert_cmpstr (plannr_case_get_currency (record), ==, "GBP");
  assert_date (plannr_case_get_created_at (record), "2025-01-17T11:18:29Z");
  assert_date (plannr_case_get_updated_at (record), "2025-01-17T11:18:29Z");
  assert_date (plannr_case_get_completed_at (record), "2025-01-17T11:18:29Z");
  assert_date (plannr_case_get_review_at (record), NULL);
  g_assert_cmpint (plannr_case_get_position (record), ==, 4);
  g_assert_cmpint (plannr_case_get_n_people (record), ==, 4);
  g_assert_cmpstr (plannr_case_get_task_board_uuid (record), ==,
                   "9d94b970-82c3-414a-b94f-10a993b223a6");
  g_assert_null (plannr_case_get_assigned_to (record));
  g_assert_null (plannr_case_get_groups (record));

  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_get_people (record)), ==, 1);
  person = g_list_model_get_item (plannr_case_get_people (record), 0);
  g_assert_cmpstr (plannr_account_get_uuid (person), ==, "17bb1c7e-603f-4212-b189-305d2302e2b3");
  g_assert_cmpstr (plannr_account_get_name (person), ==, "Gareth Thompson");
  g_assert_cmpstr (plannr_account_get_email (person), ==, "gareth@codepotato.co.uk");
  g_assert_cmpstr (plannr_account_get_phone (person), ==, NULL);
  g_assert_cmpstr (plannr_account_get_adviser (person), ==, NULL);
  g_assert_cmpint (plannr_account_get_kind (person), ==, PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_true (plannr_account_get_joint (person));

  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_get_plans (record)), ==, 1);
  plan = g_list_model_get_item (plannr_case_get_plans (record), 0);
  g_assert_cmpstr (plannr_plan_get_uuid (plan), ==, "76cbd9fc-e9ea-4921-a6a9-766d058a7a8c");
  g_assert_cmpstr (plannr_plan_get_name (plan), ==, "Johns ISA");
  g_assert_cmpstr (plannr_plan_get_kind (plan), ==, "cash_account");
  g_assert_cmpstr (plannr_plan_get_sub_kind (plan), ==, "lifetime isa");
  g_assert_cmpstr (plannr_plan_get_status (plan), ==, "inactive");
  g_assert_cmpstr (plannr_plan_get_provider (plan), ==, NULL);
  g_assert_cmpstr (plannr_plan_get_policy_number (plan), ==, "AVIVA-123");
  g_assert_cmpint (plannr_plan_get_amount (plan), ==, 4000);
  g_assert_cmpstr (plannr_plan_get_currency (plan), ==, "GBP");

  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_get_custom_fields (record)), ==, 1);
  field = g_list_model_get_item (plannr_case_get_custom_fields (record), 0);
  g_assert_cmpstr (plannr_custom_field_get_uuid (field), ==,
                   "1045d53a-e551-4651-a16d-c4a87b952d34");
  g_assert_cmpstr (plannr_custom_field_get_name (field), ==, "Favourite Drink");
  g_assert_cmpstr (plannr_custom_field_get_value (field), ==, "Coffee");
  g_assert_cmpstr (plannr_custom_field_get_help_text (field), ==,
                   "This is the client's favourite drink.");
}

/* As real JSON has it, bare and wrapped in `data`. */
static void
test_full (gconstpointer payload)
{
  g_autoptr (PlannrCase) record = read_payload (payload);
  g_autoptr (PlannrAccount) ada = NULL;
  g_autoptr (PlannrAccount) zoe = NULL;
  g_autoptr (PlannrPlan) plan = NULL;

  g_assert_cmpstr (plannr_case_get_uuid (record), ==, "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701");
  g_assert_cmpstr (plannr_case_get_name (record), ==, "Okafor pension transfer");
  g_assert_cmpstr (plannr_case_get_slug (record), ==, "okafor-pension-transfer");
  assert_choice (plannr_case_get_status (record), "5e0a2d44-9c1b-4c55-8a61-7f6b1de02201",
                 "Fact find", "#23852B", 1);
  assert_choice (plannr_case_get_kind (record), "c7d1f2a9-3b60-4f0e-b1c4-2a9d5e403301",
                 "Pension transfer", NULL, -1);
  g_assert_cmpint (plannr_case_get_amount (record), ==, 245000);
  g_assert_cmpstr (plannr_case_get_currency (record), ==, "GBP");
  assert_date (plannr_case_get_created_at (record), "2026-05-11T14:02:33+01");
  assert_date (plannr_case_get_updated_at (record), "2026-05-11T14:02:33+01");
  assert_date (plannr_case_get_completed_at (record), NULL);
  assert_date (plannr_case_get_review_at (record), "2026-09-30T09:00:00+01");
  g_assert_cmpint (plannr_case_get_position (record), ==, 3);
  g_assert_cmpint (plannr_case_get_n_people (record), ==, 2);
  g_assert_cmpstr (plannr_case_get_task_board_uuid (record), ==,
                   "2b3c4d5e-6f70-4811-92a3-b4c5d6e78801");
  g_assert_cmpuint (g_strv_length ((char **) plannr_case_get_assigned_to (record)), ==, 1);
  g_assert_cmpstr (plannr_case_get_assigned_to (record)[0], ==,
                   "e21c9d58-7f3a-4b6c-8d9e-0f1a2b305501");
  g_assert_cmpuint (g_strv_length ((char **) plannr_case_get_groups (record)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_get_custom_fields (record)), ==, 0);

  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_get_people (record)), ==, 2);
  ada = g_list_model_get_item (plannr_case_get_people (record), 0);
  zoe = g_list_model_get_item (plannr_case_get_people (record), 1);
  g_assert_cmpstr (plannr_account_get_name (ada), ==, "Ada Okafor");
  g_assert_cmpint (plannr_account_get_kind (ada), ==, PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_cmpstr (plannr_account_get_name (zoe), ==, "Zoë Müller");
  g_assert_cmpint (plannr_account_get_kind (zoe), ==, PLANNR_ACCOUNT_KIND_EMPLOYEE);

  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_get_plans (record)), ==, 1);
  plan = g_list_model_get_item (plannr_case_get_plans (record), 0);
  g_assert_cmpstr (plannr_plan_get_uuid (plan), ==, "9a4e6b70-1d2c-4e8f-a3b5-6c7d8e904401");
  g_assert_cmpstr (plannr_plan_get_name (plan), ==, "");
  g_assert_cmpstr (plannr_plan_get_kind (plan), ==, "pension");
  g_assert_cmpstr (plannr_plan_get_sub_kind (plan), ==, "sipp");
  g_assert_cmpstr (plannr_plan_get_status (plan), ==, "active");
  g_assert_cmpstr (plannr_plan_get_policy_number (plan), ==, "SP-10293");
  g_assert_cmpint (plannr_plan_get_amount (plan), ==, 8150000);
  g_assert_cmpstr (plannr_plan_get_currency (plan), ==, "GBP");
}

/* What was not sent is unknown, not empty and not nought. */
static void
test_minimal (void)
{
  g_autoptr (PlannrCase) record = read_payload ("case-minimal.json");

  g_assert_cmpstr (plannr_case_get_uuid (record), ==, "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701");
  g_assert_cmpstr (plannr_case_get_name (record), ==, "Annual review");
  g_assert_cmpstr (plannr_case_get_slug (record), ==, NULL);
  g_assert_null (plannr_case_get_status (record));
  g_assert_null (plannr_case_get_kind (record));
  g_assert_cmpstr (plannr_case_get_currency (record), ==, NULL);
  g_assert_null (plannr_case_get_created_at (record));
  g_assert_null (plannr_case_get_updated_at (record));
  g_assert_null (plannr_case_get_completed_at (record));
  g_assert_null (plannr_case_get_review_at (record));
  g_assert_cmpint (plannr_case_get_position (record), ==, -1);
  g_assert_cmpint (plannr_case_get_n_people (record), ==, -1);
  g_assert_null (plannr_case_get_people (record));
  g_assert_null (plannr_case_get_plans (record));
  g_assert_null (plannr_case_get_custom_fields (record));
  g_assert_cmpstr (plannr_case_get_task_board_uuid (record), ==, NULL);
  g_assert_null (plannr_case_get_assigned_to (record));
  g_assert_null (plannr_case_get_groups (record));
}

static int
count_people (const char *participants)
{
  g_autofree char *text = g_strdup_printf ("{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\","
                                           "\"participants\":%s}",
                                           participants);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrCase) record = read_text (text, &error);
  GListModel *people;

  g_assert_no_error (error);
  people = plannr_case_get_people (record);

  return people != NULL ? (int) g_list_model_get_n_items (people) : -1;
}

static void
test_people (void)
{
  static const char one[] = "{\"uuid\":\"17bb1c7e-603f-4212-b189-305d2302e2b3\"}";
  g_autofree char *spoilt = g_strdup_printf ("[%s,{},null,7]", one);
  g_autofree char *numbered = g_strdup_printf ("{\"1\":%s}", one);

  g_assert_cmpint (count_people ("[]"), ==, 0);
  g_assert_cmpint (count_people (one), ==, 1);
  g_assert_cmpint (count_people (spoilt), ==, 1);
  g_assert_cmpint (count_people (numbered), ==, 1);
  g_assert_cmpint (count_people ("null"), ==, -1);
  g_assert_cmpint (count_people ("{}"), ==, -1);
  g_assert_cmpint (count_people ("[{}]"), ==, -1);
  g_assert_cmpint (count_people ("[null]"), ==, -1);
  g_assert_cmpint (count_people ("7"), ==, -1);
  g_assert_cmpint (count_people ("\"App\\\\Http\\\\Resources\\\\AccountResource\""), ==, -1);
}

static void
assert_created (const char *date, const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\","
                                           "\"created_at\":%s}",
                                           date);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrCase) record = read_text (text, &error);
  g_autoptr (GDateTime) utc = NULL;

  g_assert_no_error (error);
  if (plannr_case_get_created_at (record) != NULL)
    utc = g_date_time_to_utc (plannr_case_get_created_at (record));
  assert_date (utc, expected);
}

static void
test_dates (void)
{
  assert_created ("\"2025-07-17T11:18:29+01:00\"", "2025-07-17T10:18:29Z");
  assert_created ("\"2025-01-17T11:18:29+00:00\"", "2025-01-17T11:18:29Z");
  assert_created ("\"2025-01-17T11:18:29.000000Z\"", "2025-01-17T11:18:29Z");
  assert_created ("\"2021-01-01 00:00:00\"", "2021-01-01T00:00:00Z");
  assert_created ("\"2025-04-02\"", "2025-04-01T23:00:00Z");
  assert_created ("\"yesterday\"", NULL);
  assert_created ("\"\"", NULL);
  assert_created ("null", NULL);
  assert_created ("1737112709", NULL);
  assert_created ("{\"date\":\"2025-04-02\"}", NULL);
}

/* Days that no calendar has, and far more of everything than a date has. */
static void
test_impossible_dates (void)
{
  g_autofree char *digits = g_strnfill (100000, '9');
  g_autofree char *long_date = g_strdup_printf ("\"%s-01-01T00:00:00Z\"", digits);

  assert_created ("\"2025-13-01T00:00:00Z\"", NULL);
  assert_created ("\"2025-02-30T00:00:00Z\"", NULL);
  assert_created ("\"0000-00-00 00:00:00\"", NULL);
  assert_created ("\"-001-01-01T00:00:00Z\"", NULL);
  assert_created ("\"2025-01-01T25:61:61Z\"", NULL);
  assert_created ("\"2025-01-17T11:18:29+99:99\"", NULL);
  assert_created ("\"%n%s%n%s\"", NULL);
  assert_created (long_date, NULL);
}

/* A name of 10 MB is shown as far as anybody reads it. */
static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (10 * 1000 * 1000, 'n');
  g_autofree char *text =
      g_strdup_printf ("{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\",\"name\":\"%s\"}", name);
  g_autoptr (PlannrCase) record = read_text (text, NULL);

  g_assert_cmpuint (strlen (plannr_case_get_name (record)), ==, 10000 + strlen ("…"));
}

static const char *const strange[] = {
  "null",
  "true",
  "false",
  "0",
  "-1",
  "9223372036854775807",
  "1.5",
  "\"\"",
  "\"x\"",
  "\"true\"",
  "\"9999999999999999999999\"",
  "\"App\\\\Http\\\\Resources\\\\X\"",
  "\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\"",
  "\"2025-01-17T11:18:29+00:00\"",
  "[]",
  "[null]",
  "[[]]",
  "[\"x\",7,{}]",
  "{}",
  "{\"0\":{}}",
  "{\"uuid\":null}",
  "{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\"}",
  "{\"amount\":\"1\",\"currency\":\"GBP\"}",
  "{\"example\":\"1\"}",
  "{\"data\":{}}",
};

/* Whatever stands in its place: a case or an error, and no word on standard error. */
static void
replace_member (JsonNode *root, JsonObject *object, const char *name, const char *value)
{
  g_autoptr (JsonNode) kept = json_node_copy (json_object_get_member (object, name));
  g_autofree char *text = NULL;
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (GError) error = NULL;

  json_object_set_member (object, name, json_from_string (value, NULL));
  text = json_to_string (root, FALSE);
  record = read_text (text, &error);
  if (record == NULL)
    g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_UNEXPECTED);
  else
    g_assert_cmpstr (plannr_case_get_uuid (record), !=, NULL);

  json_object_set_member (object, name, g_steal_pointer (&kept));
}

static void
replace_members (JsonNode *root, JsonNode *node)
{
  g_autoptr (GList) names = NULL;
  JsonObject *object;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        replace_members (root, json_array_get_element (array, i));
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  object = json_node_get_object (node);
  names = json_object_get_members (object);
  for (GList *at = names; at != NULL; at = at->next)
    {
      /* To replace a member is to replace its name, too. */
      g_autofree char *name = g_strdup (at->data);

      for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
        replace_member (root, object, name, strange[i]);
      replace_members (root, json_object_get_member (object, name));
    }
}

static void
test_strange_values (gconstpointer payload)
{
  g_autofree char *text = plannr_test_payload_text (payload);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  replace_members (root, root);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/read-case/specified", test_specified);
  g_test_add_data_func ("/plannr/read-case/bare", "case.json", test_full);
  g_test_add_data_func ("/plannr/read-case/wrapped", "case-wrapped.json", test_full);
  g_test_add_func ("/plannr/read-case/minimal", test_minimal);
  g_test_add_func ("/plannr/read-case/people", test_people);
  g_test_add_func ("/plannr/read-case/dates", test_dates);
  g_test_add_func ("/plannr/read-case/impossible-dates", test_impossible_dates);
  g_test_add_func ("/plannr/read-case/long-name", test_long_name);
  g_test_add_data_func ("/plannr/read-case/strange-values", "case.json", test_strange_values);
  g_test_add_data_func ("/plannr/read-case/strange-specified-values", "specified-response.json",
                        test_strange_values);

  return g_test_run ();
}
