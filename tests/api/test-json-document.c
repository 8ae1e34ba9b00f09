/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-json-document.h"

#include <string.h>

#include "plannr-error.h"
#include "plannr-json-scan.h"

/* What json-glib makes of the extremes. */
static void
test_integers (void)
{
  static const char text[] = "[9223372036854775807,-9223372036854775808,-0,10,-1]";
  static const gint64 integers[] = { G_MAXINT64, G_MININT64, 0, 10, -1 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JsonNode) root = plannr_json_document_read (bytes, NULL);
  JsonArray *array = json_node_get_array (root);

  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      g_assert_cmpuint (json_node_get_value_type (node), ==, G_TYPE_INT64);
      g_assert_cmpint (json_node_get_int (node), ==, integers[i]);
    }
}

static void
assert_refused (GString *text, PlannrError code)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (plannr_json_document_read (bytes, &error));
  g_assert_error (error, PLANNR_ERROR, (int) code);
}

static void
test_refused (void)
{
  GString *many = g_string_new ("[0");
  GString *big = g_string_new ("[]");

  for (guint i = 0; i < PLANNR_JSON_MAX_VALUES; i++)
    g_string_append (many, ",0");
  g_string_append_c (many, ']');
  g_string_set_size (big, PLANNR_JSON_MAX_SIZE + 1);

  assert_refused (many, PLANNR_ERROR_HOSTILE_JSON);
  assert_refused (big, PLANNR_ERROR_TOO_BIG);
  assert_refused (g_string_new ("[[]"), PLANNR_ERROR_BROKEN_JSON);
}

static void
mutate (GString *text)
{
  static const char bytes[] = "{}[]\",:\\ntrue0123456789.eE+-u/ \n\x80\xc3\xa9";
  gsize at = (gsize) g_test_rand_int_range (0, (gint32) text->len + 1);
  char byte = bytes[g_test_rand_int_range (0, sizeof bytes)];

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_string_insert_c (text, (gssize) at, byte);
      break;
    case 1:
      if (at < text->len)
        text->str[at] = byte;
      break;
    case 2:
      if (at < text->len)
        g_string_erase (text, (gssize) at, 1);
      break;
    default:
      if (at < text->len)
        g_string_insert_len (text, (gssize) at, text->str + at, MIN (8, (gssize) (text->len - at)));
    }
}

/* Whatever the scan lets through json-glib can read. */
static void
assert_readable (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autofree char *escaped = g_strescape (text, NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  root = plannr_json_document_read (bytes, &error);
  if (error != NULL)
    g_test_message ("%s", escaped);
  g_assert_no_error (error);
  g_assert_nonnull (root);
}

static void
test_mutations (void)
{
  static const char *const seeds[] = {
    "{\"a\":[1,-2.5e3,\"x\\u00e9\\n\",true,false,null],\"b\":{\"c\":\"\\ud83d\\ude00\"}}",
    "[0,10,-0.5,1e5,{\"\":[]},\"\\\\\",[[],{}]]",
    "{\"uuid\":\"1c2d\",\"value\":{\"amount\":\"245000\",\"currency\":\"GBP\"},\"n\":-7}",
  };
  guint n_sound = 0;
  guint n = g_getenv ("PLANNR_TEST_LONG") != NULL ? 2000000 : 60000;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text =
          g_string_new (seeds[g_test_rand_int_range (0, G_N_ELEMENTS (seeds))]);

      for (int k = g_test_rand_int_range (1, 4); k > 0; k--)
        mutate (text);
      if (plannr_json_scan (text->str, text->len) != PLANNR_JSON_SOUND)
        continue;
      assert_readable (text->str, text->len);
      n_sound++;
    }

  /* Else this has shown nothing. */
  g_assert_cmpuint (n_sound, >, n / 100);
}

static void
test_content_types (void)
{
  g_assert_true (plannr_json_document_is_type ("application/json"));
  g_assert_true (plannr_json_document_is_type ("Application/JSON"));
  g_assert_true (plannr_json_document_is_type ("application/vnd.api+json"));
  g_assert_true (plannr_json_document_is_type ("application/problem+json"));
  g_assert_false (plannr_json_document_is_type ("text/html"));
  g_assert_false (plannr_json_document_is_type ("text/plain"));
  g_assert_false (plannr_json_document_is_type ("application/jsonx"));
  g_assert_false (plannr_json_document_is_type (""));
  g_assert_false (plannr_json_document_is_type (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/json-document/integers", test_integers);
  g_test_add_func ("/plannr/json-document/refused", test_refused);
  g_test_add_func ("/plannr/json-document/mutations", test_mutations);
  g_test_add_func ("/plannr/json-document/content-types", test_content_types);

  return g_test_run ();
}
