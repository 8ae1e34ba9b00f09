/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

#include <string.h>

static void
test_specified_request (void)
{
  g_autofree char *file = firm_make_file ();
  g_autofree char *body = firm_read_payload ("specified-request.json");
  g_autoptr (Firm) firm = firm_start_with ("--data", file, NULL);
  g_autoptr (Answer) answer = firm_create (firm, body);
  g_autofree char *sql = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) created = NULL;

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_true (g_uuid_string_is_valid (answer_text (answer, "$.uuid")));
  g_assert_cmpstr (answer_text (answer, "$.name"), ==, "Patrick's Case");
  g_assert_cmpstr (answer_text (answer, "$.slug"), ==, "patricks-case");
  g_assert_cmpstr (answer_text (answer, "$.status.uuid"), ==,
                   "59f4ddf9-c35d-4819-adf7-da52307bc0d7");
  g_assert_cmpstr (answer_text (answer, "$.status.name"), ==, "Fact find");
  g_assert_cmpstr (answer_text (answer, "$.type.uuid"), ==, "d8b25570-48f0-4786-b670-67f6900bf34c");
  g_assert_cmpstr (answer_text (answer, "$.value.amount"), ==, "15099");
  g_assert_cmpstr (answer_text (answer, "$.value.formatted"), ==, "£150.99");
  g_assert_cmpstr (answer_text (answer, "$.participants_count"), ==, "2");
  g_assert_cmpstr (answer_text (answer, "$.completed_at"), ==, "null");
  g_assert_cmpstr (answer_text (answer, "$.custom_fields"), ==, "[]");
  g_assert_true (g_uuid_string_is_valid (answer_text (answer, "$.task_board_uuid")));
  g_assert_null (answer_text (answer, "$.participants"));
  g_assert_null (answer_text (answer, "$.plans"));
  g_assert_null (answer_text (answer, "$.data"));

  created = g_date_time_new_from_iso8601 (answer_text (answer, "$.created_at"), NULL);
  g_assert_cmpint (g_date_time_difference (now, created), <, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (strlen (answer_text (answer, "$.created_at")), ==,
                    strlen ("2026-05-11T14:02:33+01:00"));

  /* The row stands in the file while the firm runs. */
  sql = g_strdup_printf ("SELECT count(*) FROM cases WHERE uuid = '%s' AND value = 15099"
                         " AND name = 'Patrick''s Case' AND created_at LIKE '%%Z'"
                         " AND type_uuid = 'd8b25570-48f0-4786-b670-67f6900bf34c'"
                         " AND (SELECT group_concat(account_uuid) FROM case_participants"
                         "      WHERE case_uuid = uuid) = '" FIRM_GARETH "," FIRM_STAFF "'"
                         " AND (SELECT count(*) FROM case_plans WHERE case_uuid = uuid) = 2",
                         answer_text (answer, "$.uuid"));
  g_assert_cmpint (firm_count (file, sql), ==, 1);
  firm_stop (firm);
  firm_remove_file (file);
}

static void
test_name_alone (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) answer = firm_create (firm, "{\"name\":\" \\t Zoë’s 案件 \\u00a0\"}");

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpstr (answer_text (answer, "$.name"), ==, "Zoë’s 案件");
  g_assert_cmpstr (answer_text (answer, "$.slug"), ==, "zoes");
  g_assert_cmpstr (answer_text (answer, "$.value"), ==, "null");
  g_assert_cmpstr (answer_text (answer, "$.type"), ==, "null");
  g_assert_cmpstr (answer_text (answer, "$.status"), ==, "null");
  g_assert_cmpstr (answer_text (answer, "$.status_position"), ==, "null");
  g_assert_cmpstr (answer_text (answer, "$.participants_count"), ==, "0");
}

static void
test_newer_keys (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) answer =
      firm_create (firm, "{\"name\":\"Later\",\"assigned_to_uuids\":[\"" FIRM_STAFF "\"],"
                         "\"group_uuids\":[\"29d7a4b8-0e53-4c1f-9a6d-f5b2e8c3d072\"],"
                         "\"review_at\":\"2026-07-01T09:00:00+01:00\",\"colour\":\"ignored\","
                         "\"status\":\"7e4c9b1f-d035-4a68-b2f7-9c0e5d3a6b35\",\"value\":0}");
  g_autoptr (Answer) winter =
      firm_create (firm, "{\"name\":\"Winter\",\"review_at\":\"2026-12-01 09:00:00\"}");

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpstr (answer_text (answer, "$.assigned_to_uuids[0]"), ==, FIRM_STAFF);
  g_assert_cmpstr (answer_text (answer, "$.group_uuids[0]"), ==,
                   "29d7a4b8-0e53-4c1f-9a6d-f5b2e8c3d072");
  g_assert_cmpstr (answer_text (answer, "$.review_at"), ==, "2026-07-01T09:00:00+01:00");
  g_assert_cmpstr (answer_text (winter, "$.review_at"), ==, "2026-12-01T09:00:00+00:00");
  g_assert_cmpstr (answer_text (answer, "$.value.formatted"), ==, "£0.00");
  /* That status completes a case. */
  g_assert_cmpstr (answer_text (answer, "$.completed_at"), !=, "null");
}

static void
test_all_mistakes_at_once (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) answer =
      firm_create (firm, "{\"name\":\"  \",\"participants\":[\"" FIRM_STAFF "\",\"x\","
                         "\"00000000-0000-4000-8000-000000000000\"],"
                         "\"status\":\"d8b25570-48f0-4786-b670-67f6900bf34c\",\"type\":\"\","
                         "\"value\":\"15099\",\"plans\":[7]}");

  g_assert_cmpuint (answer->status, ==, 422);
  g_assert_cmpstr (answer_text (answer, "$.message"), ==,
                   "The name field is required. (and 7 more errors)");
  g_assert_cmpstr (answer_text (answer, "$.errors.name[0]"), ==, "The name field is required.");
  g_assert_cmpstr (answer_text (answer, "$.errors['participants.1'][0]"), ==,
                   "The participants.1 field must be a valid UUID.");
  g_assert_cmpstr (answer_text (answer, "$.errors['participants.2'][0]"), ==,
                   "The selected participants.2 is invalid.");
  g_assert_cmpstr (answer_text (answer, "$.errors.participants[0]"), ==,
                   "The participants must include at least one client.");
  g_assert_cmpstr (answer_text (answer, "$.errors.status[0]"), ==,
                   "The selected status is invalid.");
  g_assert_cmpstr (answer_text (answer, "$.errors.type[0]"), ==,
                   "The type field must be a valid UUID.");
  g_assert_cmpstr (answer_text (answer, "$.errors.value[0]"), ==,
                   "The value field must be an integer.");
  g_assert_cmpstr (answer_text (answer, "$.errors['plans.0'][0]"), ==,
                   "The plans.0 field must be a valid UUID.");
}

static void
test_each_mistake (void)
{
  g_autofree char *long_name = g_strnfill (256, 'x');
  g_autofree char *too_long = g_strdup_printf ("{\"name\":\"%s\"}", long_name);
  const struct
  {
    const char *body;
    const char *path;
    const char *message;
  } mistakes[] = {
    { "{}", "$.errors.name[0]", "The name field is required." },
    { "", "$.errors.name[0]", "The name field is required." },
    { "[]", "$.errors.name[0]", "The name field is required." },
    { "{\"name\":\"cut", "$.errors.name[0]", "The name field is required." },
    { "{\"name\":\"two\"} {}", "$.errors.name[0]", "The name field is required." },
    { "/* no */ {\"name\":\"comment\"}", "$.errors.name[0]", "The name field is required." },
    { "{\"name\":\"x\",}", "$.errors.name[0]", "The name field is required." },
    { "{\"name\":\"x\",\"value\":0123}", "$.errors.name[0]", "The name field is required." },
    { "{\"name\":null}", "$.errors.name[0]", "The name field is required." },
    { "{\"name\":7}", "$.errors.name[0]", "The name field must be a string." },
    { too_long, "$.errors.name[0]", "The name field must not be greater than 255 characters." },
    { "{\"name\":\"x\",\"value\":null}", "$.message", "The value field must be an integer." },
    { "{\"name\":\"x\",\"value\":1.5}", "$.message", "The value field must be an integer." },
    { "{\"name\":\"x\",\"value\":9223372036854775808}", "$.message",
      "The value field must be an integer." },
    { "{\"name\":\"x\",\"value\":-1}", "$.message", "The value field must be at least 0." },
    { "{\"name\":\"x\",\"participants\":[]}", "$.message",
      "The participants must include at least one client." },
    { "{\"name\":\"x\",\"participants\":{}}", "$.message",
      "The participants field must be an array." },
    { "{\"name\":\"x\",\"participants\":[\"" FIRM_GARETH "\",\"" FIRM_GARETH "\"]}", "$.message",
      "The participants.1 field has a duplicate value." },
    { "{\"name\":\"x\",\"status\":null}", "$.message", "The status field must be a valid UUID." },
    { "{\"name\":\"x\",\"plans\":null}", "$.message", "The plans field must be an array." },
    { "{\"name\":\"x\",\"review_at\":\"tomorrow\"}", "$.message",
      "The review at field must be a valid date." },
    /* The other firm's. */
    { "{\"name\":\"x\",\"type\":\"0e8c5a7d-b419-4f62-9d3b-6a1f7e2c8b61\"}", "$.message",
      "The selected type is invalid." },
  };
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm = firm_start_with ("--data", file, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (Answer) answer = firm_create (firm, mistakes[i].body);

      g_test_message ("%s", mistakes[i].body);
      g_assert_cmpuint (answer->status, ==, 422);
      g_assert_cmpstr (answer_text (answer, mistakes[i].path), ==, mistakes[i].message);
    }
  g_assert_cmpint (firm_count (file, "SELECT count(*) FROM cases"), ==, 40);
  firm_stop (firm);
  firm_remove_file (file);
}

static void
test_hostile_bodies (void)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autofree char *large_name = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *large = g_strdup_printf ("{\"name\":\"%s\"}", large_name);
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) nested = firm_create (firm, deep);
  g_autoptr (Answer) too_large = firm_create (firm, large);
  g_autoptr (Answer) alive = firm_create (firm, "{\"name\":\"\\ud83d\\udc4b \\\"quoted\\\"\"}");

  g_assert_cmpuint (nested->status, ==, 422);
  g_assert_cmpuint (too_large->status, ==, 413);
  g_assert_cmpuint (alive->status, ==, 200);
  g_assert_cmpstr (answer_text (alive, "$.name"), ==, "👋 \"quoted\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/practice-create/specified-request", test_specified_request);
  g_test_add_func ("/plannr/practice-create/name-alone", test_name_alone);
  g_test_add_func ("/plannr/practice-create/newer-keys", test_newer_keys);
  g_test_add_func ("/plannr/practice-create/all-mistakes-at-once", test_all_mistakes_at_once);
  g_test_add_func ("/plannr/practice-create/each-mistake", test_each_mistake);
  g_test_add_func ("/plannr/practice-create/hostile-bodies", test_hostile_bodies);
  return g_test_run ();
}
