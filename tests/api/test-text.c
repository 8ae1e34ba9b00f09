/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-text.h"

#include <string.h>

static void
test_class_names (void)
{
  static const char *const names[] = {
    "App\\Http\\Resources\\TagResource",
    "\\App\\Http\\Resources\\TagResource",
    "App\\Http\\Resources\\Plans\\PlanResource",
    "Illuminate\\Support\\Collection",
    "A\\B_2\\C",
  };
  static const char *const texts[] = {
    "",        "\\",       "a",          "App",       "App\\Http", "Smith\\Jones",
    "a\\b\\c", "C:\\A\\B", "A\\\\B\\C",  "A\\B\\C\\", "A\\B\\C D", "A\\B\\C.php",
    "A\\B\\",  "\\\\A\\B", "Ada Okafor", "A/B/C",     "Ä\\Ö\\Ü",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (plannr_text_is_class_name (names[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (plannr_text_is_class_name (texts[i]));
}

static void
assert_clean (const char *text, gsize max, gboolean prose, const char *expected)
{
  g_autofree char *clean = plannr_text_clean (text, max, prose);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_control_characters (void)
{
  assert_clean ("Zoë Müller", 100, FALSE, "Zoë Müller");
  assert_clean ("a\nb\tc\rd", 100, FALSE, "a b c d");
  assert_clean ("a\nb\tc\r\nd", 100, TRUE, "a\nb\tc\nd");
  assert_clean ("a\x01\x1b[1m\x7f"
                "b",
                100, FALSE, "a  [1m b");
  assert_clean ("a\xc2\x85"
                "b\u2028c\u2029d",
                100, FALSE, "a b c d");
  assert_clean ("a\u2028b", 100, TRUE, "a\nb");
  assert_clean ("", 100, FALSE, "");
}

static void
test_length (void)
{
  assert_clean ("12345", 5, FALSE, "12345");
  assert_clean ("123456", 5, FALSE, "12345…");
  /* Not in the middle of a character. */
  assert_clean ("ééé", 5, FALSE, "éé…");
  assert_clean ("😀😀", 7, FALSE, "😀…");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/text/class-names", test_class_names);
  g_test_add_func ("/plannr/text/control-characters", test_control_characters);
  g_test_add_func ("/plannr/text/length", test_length);

  return g_test_run ();
}
