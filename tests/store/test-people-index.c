/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <string.h>

#include "people-sample.h"
#include "plannr-people-key.h"

#define N_GENERATED 1000
#define N_ROWS      3

static void
assert_found (PlannrPeopleIndex *index, const char *text, const char *names)
{
  g_autoptr (GPtrArray) found = plannr_people_index_find (index, text, 0, N_ROWS);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " | " : "",
                            people_sample_get_name (g_ptr_array_index (found, i)));
  g_test_message ("“%s” finds %s", text, joined->str);
  g_assert_cmpstr (joined->str, ==, names);
}

static void
test_queries (void)
{
  g_autoptr (PlannrPeopleIndex) index = people_sample_new (N_GENERATED);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "search-queries.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *arrow = strstr (lines[i], " =>");

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_assert_nonnull (arrow);
      *arrow = '\0';
      assert_found (index, lines[i], g_strstrip (arrow + strlen (" =>")));
      n++;
    }
  g_assert_cmpuint (n, >=, 60);
}

/* A few at a time, all of them once, and in the same order as all at once. */
static void
test_offset (void)
{
  g_autoptr (PlannrPeopleIndex) index = people_sample_new (N_GENERATED);
  g_autoptr (GPtrArray) all = plannr_people_index_find (index, "bell", 0, G_MAXUINT);
  guint n = 0;

  g_assert_cmpuint (all->len, >, 60);
  for (guint offset = 0; offset < all->len + 20; offset += 20)
    {
      g_autoptr (GPtrArray) some = plannr_people_index_find (index, "bell", offset, 20);

      for (guint i = 0; i < some->len; i++)
        g_assert_cmpstr (g_ptr_array_index (some, i), ==, g_ptr_array_index (all, n++));
    }
  g_assert_cmpuint (n, ==, all->len);
}

static void
put (PlannrPeopleIndex *index, const char *uuid, const char *name, gboolean inactive)
{
  g_autofree char *key = plannr_people_key_new (name, NULL, NULL);

  plannr_people_index_put (index, uuid, key, PLANNR_ACCOUNT_KIND_CLIENT, inactive);
}

static guint
count (PlannrPeopleIndex *index, const char *text)
{
  g_autoptr (GPtrArray) found = plannr_people_index_find (index, text, 0, 20);

  return found->len;
}

/* The newest counts, whoever comes again is there once, and whoever goes is gone. */
static void
test_changes (void)
{
  g_autoptr (PlannrPeopleIndex) index = plannr_people_index_new ();

  g_assert_cmpuint (count (index, ""), ==, 0);
  for (guint round = 0; round < 5; round++)
    for (guint i = 0; i < 500; i++)
      {
        g_autofree char *uuid = people_sample_get_uuid (i);
        g_autofree char *name = g_strdup_printf ("Round%u Person%03u", round, i);

        put (index, uuid, name, FALSE);
        put (index, uuid, name, FALSE);
      }
  g_assert_cmpuint (plannr_people_index_get_n_people (index), ==, 500);
  g_assert_cmpuint (count (index, "round3"), ==, 0);
  g_assert_cmpuint (count (index, "round4"), ==, 20);
  g_assert_cmpuint (count (index, "person123"), ==, 1);

  for (guint i = 1; i < 500; i++)
    {
      g_autofree char *uuid = people_sample_get_uuid (i);

      plannr_people_index_remove (index, uuid);
      plannr_people_index_remove (index, uuid);
    }
  g_assert_cmpuint (plannr_people_index_get_n_people (index), ==, 1);
  g_assert_cmpuint (count (index, "person"), ==, 1);
  g_assert_cmpuint (count (index, ""), ==, 1);
}

/* Whoever is chosen stays so, under whatever name. */
static void
test_chosen_stays (void)
{
  g_autoptr (PlannrPeopleIndex) index = plannr_people_index_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *first = people_sample_get_uuid (1);
  g_autofree char *second = people_sample_get_uuid (2);

  put (index, first, "Ann Aaron", FALSE);
  put (index, second, "Ann Zulu", FALSE);
  plannr_people_index_use (index, second);
  put (index, second, "Ann Zulu-Natal", FALSE);
  plannr_people_index_remove (index, second);
  put (index, second, "Ann Zulu", FALSE);
  found = plannr_people_index_find (index, "ann", 0, 20);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, second);
}

/* What no server should send: it is not found, or found, and breaks nothing. */
static void
test_odd (void)
{
  g_autoptr (PlannrPeopleIndex) index = plannr_people_index_new ();
  g_autofree char *uuid = people_sample_get_uuid (1);
  g_autofree char *other = people_sample_get_uuid (2);
  g_autofree char *long_name = g_strnfill (100000, 'x');
  g_autoptr (GString) wide_name = g_string_new (NULL);

  put (index, "no uuid", "Ann", FALSE);
  put (index, "", "Ann", FALSE);
  g_assert_cmpuint (plannr_people_index_get_n_people (index), ==, 0);

  for (guint i = 0; i < 50000; i++)
    g_string_append (wide_name, "界");
  put (index, uuid, long_name, FALSE);
  put (index, other, wide_name->str, FALSE);
  g_assert_cmpuint (count (index, "xxx"), ==, 1);
  g_assert_cmpuint (count (index, "界界"), ==, 1);

  plannr_people_index_put (index, uuid, "", PLANNR_ACCOUNT_KIND_CLIENT, FALSE);
  plannr_people_index_put (index, other, "a\nb", PLANNR_ACCOUNT_KIND_CLIENT, FALSE);
  g_assert_cmpuint (count (index, "a"), ==, 1);
  g_assert_cmpuint (count (index, "b"), ==, 0);
  g_assert_cmpuint (count (index, ""), ==, 2);
  g_assert_cmpuint (count (index, "'"), ==, 2);
  g_assert_cmpuint (count (index, long_name), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/people-index/queries", test_queries);
  g_test_add_func ("/plannr/people-index/offset", test_offset);
  g_test_add_func ("/plannr/people-index/changes", test_changes);
  g_test_add_func ("/plannr/people-index/chosen-stays", test_chosen_stays);
  g_test_add_func ("/plannr/people-index/odd", test_odd);

  return g_test_run ();
}
