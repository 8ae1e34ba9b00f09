/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-api.h"

#include <json-glib/json-glib.h>
#include <locale.h>

#include "plannr-json-document.h"
#include "plannr-test-fixture.h"

static char *
write_case (PlannrCaseDraft *draft)
{
  g_autoptr (GBytes) body = plannr_api_write_case (draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = plannr_json_document_read (body, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);

  return g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

static void
test_specified (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_test_specified_draft ();
  g_autofree char *body = write_case (draft);
  g_autofree char *asked = plannr_test_payload_text ("specified-request.json");
  g_autoptr (JsonNode) asked_node = json_from_string (asked, NULL);
  g_autoptr (JsonNode) node = json_from_string (body, NULL);
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));

  g_assert_true (json_node_equal (node, asked_node));
  g_assert_cmpuint (g_list_length (names), ==, 6);
  g_assert_cmpuint (json_node_get_value_type (
                        json_object_get_member (json_node_get_object (node), "value")),
                    ==, G_TYPE_INT64);
}

static void
test_empty (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autofree char *body = write_case (draft);

  g_assert_cmpstr (body, ==, "{}");
}

static void
assert_name (const char *name, const char *expected)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autofree char *body = NULL;
  g_autoptr (JsonNode) node = NULL;

  plannr_case_draft_set_name (draft, name);
  body = write_case (draft);
  node = json_from_string (body, NULL);
  g_assert_cmpstr (json_object_get_string_member_with_default (json_node_get_object (node), "name",
                                                               NULL),
                   ==, expected);
}

/* As typed, only trimmed. */
static void
test_name (void)
{
  assert_name ("  Annual review \n", "Annual review");
  assert_name ("\u00a0\u2003x\u3000", "x");
  assert_name ("a  b", "a  b");
  assert_name (" \t\u00a0 ", NULL);
  assert_name ("\"\\/\b\f\n\r\t", "\"\\/\b");
  assert_name ("\x01\x7f\u2028", "\x01\x7f");
  assert_name ("Zoë Müller – فاطمة 😀", "Zoë Müller – فاطمة 😀");
  assert_name ("App\\Http\\Resources", "App\\Http\\Resources");
  assert_name ("e\u0301", "e\u0301");
}

static void
assert_value (const char *text, const char *expected)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autofree char *body = NULL;

  plannr_case_draft_set_value_text (draft, text);
  body = write_case (draft);
  g_assert_cmpstr (body, ==, expected);
}

/* Exact pence or nothing. */
static void
test_value (void)
{
  assert_value ("150.99", "{\"value\":15099}");
  assert_value ("£1,234.50", "{\"value\":123450}");
  assert_value ("0", "{\"value\":0}");
  assert_value ("92,233,720,368,547,758.07", "{\"value\":9223372036854775807}");
  assert_value ("", "{}");
  assert_value ("1.234", "{}");
  assert_value ("-5", "{}");
  assert_value ("much", "{}");
  assert_value ("92,233,720,368,547,758.08", "{}");
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/case-body/specified", test_specified);
  g_test_add_func ("/plannr/case-body/empty", test_empty);
  g_test_add_func ("/plannr/case-body/name", test_name);
  g_test_add_func ("/plannr/case-body/value", test_value);

  return g_test_run ();
}
