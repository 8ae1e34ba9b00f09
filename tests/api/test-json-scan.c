/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "plannr-json-document.h"
#include "plannr-test-fixture.h"

static const char *const sound[] = {
  /* every kind of value, alone and with space around it */
  "{}",
  "[]",
  "\"\"",
  "0",
  "true",
  "false",
  "null",
  " \t\r\n{} \t\r\n",
  " 1 ",
  "\n\"a\"\n",
  /* containers */
  "[1]",
  "[1,2]",
  "[ 1 , 2 ]",
  "[[]]",
  "[[],[]]",
  "[{}]",
  "[[[[[[]]]]]]",
  "{\"a\":1}",
  "{ \"a\" : 1 , \"b\" : 2 }",
  "{\"a\":{}}",
  "{\"a\":[]}",
  "{\"\":0}",
  "{\"a\":1,\"a\":2}",
  "{\"a\":{\"b\":{\"c\":[1,{\"d\":null}]}}}",
  "[1,\"a\",true,false,null,{},[]]",
  "{\"\\u0061\":1}",
  /* numbers */
  "-0",
  "-1",
  "10",
  "1234567890",
  "9223372036854775807",
  "-9223372036854775807",
  "-9223372036854775808",
  "0.0",
  "-0.0",
  "0.5",
  "1.5",
  "123.456",
  "1e5",
  "1E5",
  "1e+5",
  "1e-5",
  "0e0",
  "0e1",
  "0.1e1",
  "-1.5E-7",
  "1e308",
  "1e-400",
  "0.00000000000000000000000000000000000000000000000001",
  "123456789012345678901234567890.5",
  "[0,-0,0.0]",
  /* strings */
  "\"a\"",
  "\" \"",
  "\"/\"",
  "\"\\\"\"",
  "\"\\\\\"",
  "\"\\/\"",
  "\"\\b\\f\\n\\r\\t\"",
  "\"\\u0001\"",
  "\"\\u001f\"",
  "\"\\u0041\"",
  "\"\\u00e9\\u00E9\"",
  "\"\\uFFFF\"",
  "\"\\ud83d\\ude00\"",
  "\"\\uD83D\\uDE00 \\u20ac\"",
  "\"\x7f\"",
  "\"é\"",
  "\"€\"",
  "\"😀\"",
  "\"\xf4\x8f\xbf\xbf\"",
  "\"\xe2\x80\xa8\"",
  "\"שלום\"",
  "\"App\\\\Http\\\\Resources\\\\TagResource\"",
  "\"// no comment\"",
  "\"[{\"",
};

static const char *const broken[] = {
  /* nothing, and not enough */
  "",
  " ",
  "\n",
  "{",
  "[",
  "\"",
  "\"a",
  "{\"",
  "{\"a",
  "{\"a\"",
  "{\"a\":",
  "{\"a\":1",
  "{\"a\":1,",
  "{\"a\":1,\"b\"",
  "[1",
  "[1,",
  "[[]",
  "[\"a",
  "[\"\\",
  "[\"\\u",
  "[\"\\u00",
  "t",
  "tru",
  "nul",
  "fals",
  "-",
  "1.",
  "1e",
  "1e+",
  /* too much */
  "{}{}",
  "[][]",
  "1 2",
  "{} x",
  "{}]",
  "[]]",
  "[1]]",
  "{}}",
  "null null",
  "\"a\"\"b\"",
  "{},",
  "true,",
  /* separators */
  "[,]",
  "[1,]",
  "[,1]",
  "[1,,2]",
  "[1 2]",
  "[\"a\" \"b\"]",
  "[1;2]",
  "{,}",
  "{\"a\":1,}",
  "{,\"a\":1}",
  "{\"a\":1,,\"b\":2}",
  "{\"a\":1 \"b\":2}",
  "{\"a\" 1}",
  "{\"a\"::1}",
  "{\"a\"}",
  "{:1}",
  "{1:1}",
  "{a:1}",
  "{'a':1}",
  "{null:1}",
  "{[]:1}",
  "[\"a\":1]",
  "[1}",
  "{\"a\":1]",
  "[[1}]",
  "}",
  "]",
  ",",
  ":",
  /* words */
  "True",
  "TRUE",
  "nULL",
  "truefalse",
  "true1",
  "undefined",
  "None",
  "NaN",
  "-NaN",
  "nan",
  "Infinity",
  "-Infinity",
  "inf",
  "var x = 1",
  "x",
  "'a'",
  "`a`",
  /* numbers */
  "0123",
  "-0123",
  "00",
  "-00",
  "01",
  "+1",
  "++1",
  "--1",
  "- 1",
  ".5",
  "-.5",
  "1.e5",
  "1.5.5",
  "1e5.5",
  "1ee5",
  "1e5e5",
  "0x1f",
  "0x",
  "0b1",
  "0o7",
  "1_000",
  "1,000",
  "1a",
  "1.5f",
  "$1",
  "£1",
  "٣",
  "9223372036854775808",
  "-9223372036854775809",
  "18446744073709551616",
  "123456789012345678901234567890",
  "1e400",
  "-1e400",
  "1e309",
  "1e99999999999999999999",
  /* strings */
  "\"\\x41\"",
  "\"\\'\"",
  "\"\\a\"",
  "\"\\0\"",
  "\"\\ \"",
  "\"\\U0041\"",
  "\"\\u\"",
  "\"\\u12\"",
  "\"\\u123\"",
  "\"\\u12g4\"",
  "\"\\u-123\"",
  "\"\\u 041\"",
  "\"\\u0000\"",
  "\"x\\u0000y\"",
  "\"\\ud800\"",
  "\"\\udc00\"",
  "\"\\ud800x\"",
  "\"\\ud800\\n\"",
  "\"\\ud800\\u0041\"",
  "\"\\ud800\\ud800\"",
  "\"\\udc00\\ud800\"",
  "\"\\ud83d\\u\"",
  "\"a\nb\"",
  "\"a\tb\"",
  "\"a\rb\"",
  "\"\x01\"",
  "\"\x1f\"",
  "{\"a\nb\":1}",
  "{\"\\ud800\":1}",
  "{\"\\u0000\":1}",
  /* space and comments */
  "\f1",
  "\v1",
  "\xc2\xa0"
  "1",
  "\xe2\x80\xa8"
  "1",
  "\xef\xbb\xbf{}",
  "/* */ {}",
  "{} // x",
  "{/* */}",
  "[1/* */]",
  "# x\n{}",
  "<html></html>",
  "<!DOCTYPE html>",
  "HTTP/1.1 200 OK",
  /* bytes that are no UTF-8 */
  "\"\x80\"",
  "\"\xc3\"",
  "\"\xc3(\"",
  "\"\xc0\xaf\"",
  "\"\xe0\x80\xaf\"",
  "\"\xe2\x82\"",
  "\"\xed\xa0\x80\"",
  "\"\xf0\x82\x82\xac\"",
  "\"\xf4\x90\x80\x80\"",
  "\"\xf8\x88\x80\x80\x80\"",
  "\"\xff\"",
  "\"\xfe\"",
  "\xff\xfe{\0}\0",
  "[1\xff]",
};

/* In a buffer of just that size, so that a sanitizer sees one byte too far. */
static PlannrJsonVerdict
scan (const char *data, gsize length)
{
  g_autofree char *exact = g_memdup2 (data, length);

  return plannr_json_scan (exact, length);
}

static void
test_sound (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autofree char *escaped = g_strescape (sound[i], NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (sound[i], strlen (sound[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root = NULL;

      g_test_message ("%s", escaped);
      g_assert_cmpint (scan (sound[i], strlen (sound[i])), ==, PLANNR_JSON_SOUND);
      root = plannr_json_document_read (bytes, &error);
      g_assert_no_error (error);
      g_assert_nonnull (root);
    }
}

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *escaped = g_strescape (broken[i], NULL);

      g_test_message ("%s", escaped);
      g_assert_cmpint (scan (broken[i], strlen (broken[i])), ==, PLANNR_JSON_BROKEN);
    }
}

/* A zero byte ends nothing and is nothing. */
static void
test_zero_bytes (void)
{
  g_assert_cmpint (scan ("{}\0", 3), ==, PLANNR_JSON_BROKEN);
  g_assert_cmpint (scan ("\0{}", 3), ==, PLANNR_JSON_BROKEN);
  g_assert_cmpint (scan ("[\0]", 3), ==, PLANNR_JSON_BROKEN);
  g_assert_cmpint (scan ("\"a\0b\"", 5), ==, PLANNR_JSON_BROKEN);
  g_assert_cmpint (scan ("\"\\\0\"", 4), ==, PLANNR_JSON_BROKEN);
  g_assert_cmpint (plannr_json_scan (NULL, 0), ==, PLANNR_JSON_BROKEN);
}

/* No beginning of a document is one. */
static void
test_truncated (void)
{
  g_autofree char *text = plannr_test_payload_text ("specified-response.json");
  gsize length = strlen (g_strchomp (text));

  g_assert_cmpint (scan (text, length), ==, PLANNR_JSON_SOUND);
  for (gsize i = 0; i < length; i++)
    g_assert_cmpint (scan (text, i), ==, PLANNR_JSON_BROKEN);
}

static char *
nest (const char *open, const char *close, gsize depth)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < depth; i++)
    g_string_append (text, open);
  for (gsize i = 0; i < depth; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = nest ("[", "]", PLANNR_JSON_MAX_DEPTH);
  g_autofree char *deep_objects = nest ("{\"a\":[", "]}", PLANNR_JSON_MAX_DEPTH / 2);
  g_autofree char *too_deep = nest ("[", "]", PLANNR_JSON_MAX_DEPTH + 1);
  g_autofree char *too_deep_objects = nest ("{\"a\":[", "]}", PLANNR_JSON_MAX_DEPTH / 2 + 1);
  g_autofree char *abyss = nest ("[", "", 100000);

  g_assert_cmpint (scan (deep, strlen (deep)), ==, PLANNR_JSON_SOUND);
  g_assert_cmpint (scan (deep_objects, strlen (deep_objects)), ==, PLANNR_JSON_SOUND);
  g_assert_cmpint (scan (too_deep, strlen (too_deep)), ==, PLANNR_JSON_TOO_DEEP);
  g_assert_cmpint (scan (too_deep_objects, strlen (too_deep_objects)), ==, PLANNR_JSON_TOO_DEEP);
  g_assert_cmpint (scan (abyss, strlen (abyss)), ==, PLANNR_JSON_TOO_DEEP);
}

static void
test_many_values (void)
{
  GString *text = g_string_new ("[0");
  g_autofree char *many = NULL;

  for (guint i = 2; i < PLANNR_JSON_MAX_VALUES; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  g_assert_cmpint (plannr_json_scan (text->str, text->len), ==, PLANNR_JSON_SOUND);

  g_string_insert (text, 1, "0,");
  g_assert_cmpint (plannr_json_scan (text->str, text->len), ==, PLANNR_JSON_TOO_MANY);
  many = g_string_free (text, FALSE);
}

static void
test_size (void)
{
  gsize length = PLANNR_JSON_MAX_SIZE + 1;
  g_autofree char *text = g_malloc (length);

  memset (text, 'x', length);
  text[0] = text[length - 2] = text[length - 1] = '"';
  g_assert_cmpint (plannr_json_scan (text, length - 1), ==, PLANNR_JSON_SOUND);
  g_assert_cmpint (plannr_json_scan (text, length), ==, PLANNR_JSON_TOO_BIG);
}

static void
test_long_number (void)
{
  g_autofree char *zeros = g_strnfill (5000, '0');
  g_autofree char *number = g_strdup_printf ("0.%s", zeros);

  g_assert_cmpint (scan (number, 300), ==, PLANNR_JSON_SOUND);
  g_assert_cmpint (scan (number, strlen (number)), ==, PLANNR_JSON_BROKEN);
}

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
      if (scan (text->str, text->len) != PLANNR_JSON_SOUND)
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

  g_test_add_func ("/plannr/json-scan/sound", test_sound);
  g_test_add_func ("/plannr/json-scan/broken", test_broken);
  g_test_add_func ("/plannr/json-scan/zero-bytes", test_zero_bytes);
  g_test_add_func ("/plannr/json-scan/truncated", test_truncated);
  g_test_add_func ("/plannr/json-scan/depth", test_depth);
  g_test_add_func ("/plannr/json-scan/many-values", test_many_values);
  g_test_add_func ("/plannr/json-scan/size", test_size);
  g_test_add_func ("/plannr/json-scan/long-number", test_long_number);
  g_test_add_func ("/plannr/json-scan/integers", test_integers);
  g_test_add_func ("/plannr/json-scan/mutations", test_mutations);
  g_test_add_func ("/plannr/json-document/content-types", test_content_types);

  return g_test_run ();
}
