/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-query.h"

#include <libsoup/soup.h>

static void
test_pairs (void)
{
  g_autoptr (GString) query = g_string_new ("/x");

  plannr_query_add (query, "include", "a,b");
  plannr_query_add (query, "filter[name]", "&=?#+ %/");
  plannr_query_add_number (query, "page", 3);

  g_assert_cmpstr (query->str, ==,
                   "/x?include=a,b&filter%5Bname%5D=%26%3D%3F%23%2B%20%25%2F&page=3");
}

/* Whatever somebody types comes out at the other end as it was typed. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "Ada",   "O'Neill", "a&b=c", "a+b", "100%", "%41",   "#1",  "a;b",  "Zoë",
    "فاطمة", "李",      "a\"b",  "[x]", "😀",    "a/b?c", "<b>", "a\\b",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) query = g_string_new ("");
      g_autoptr (GHashTable) form = NULL;

      plannr_query_add_part (query, "filter[name]", texts[i]);
      form = soup_form_decode (query->str + 1);
      g_assert_cmpstr (g_hash_table_lookup (form, "filter[name]"), ==, texts[i]);
      g_assert_cmpuint (g_hash_table_size (form), ==, 1);
    }
}

static void
assert_part (const char *part, const char *expected)
{
  g_autoptr (GString) query = g_string_new ("/x");

  plannr_query_add_part (query, "p", part);
  g_assert_cmpstr (query->str, ==, expected);
}

static void
test_parts (void)
{
  assert_part (NULL, "/x");
  assert_part ("", "/x");
  assert_part (" , ,", "/x");
  assert_part (" Ada ", "/x?p=Ada");
  assert_part ("Okafor, Ada", "/x?p=Okafor");
  assert_part ("Li,Katherine,X", "/x?p=Katherine");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/query/pairs", test_pairs);
  g_test_add_func ("/plannr/query/round-trip", test_round_trip);
  g_test_add_func ("/plannr/query/parts", test_parts);

  return g_test_run ();
}
