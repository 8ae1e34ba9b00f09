/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "plannr-json-document.h"
#include "plannr-test-fixture.h"
#include "plannr-test-json.h"

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

  return g_test_run ();
}
