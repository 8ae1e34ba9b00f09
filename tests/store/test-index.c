/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <string.h>

#include "people-sample.h"
#include "plannr-people-key.h"
#include "plannr-people-query.h"
#include "plannr-plan-key.h"
#include "plannr-plan-query.h"

#define N_GENERATED 1000
#define N_ROWS      3

static GPtrArray *
find (PlannrIndex *index, const char *text, guint offset, guint max)
{
  g_autoptr (PlannrIndexQuery) query = plannr_people_query_new (text);

  return plannr_index_find (index, query, offset, max);
}

static void
assert_found (PlannrIndex *index, const char *text, const char *names)
{
  g_autoptr (GPtrArray) found = find (index, text, 0, N_ROWS);
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
  g_autoptr (PlannrIndex) index = people_sample_new (N_GENERATED);
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
  g_autoptr (PlannrIndex) index = people_sample_new (N_GENERATED);
  g_autoptr (GPtrArray) all = find (index, "bell", 0, G_MAXUINT);
  guint n = 0;

  g_assert_cmpuint (all->len, >, 60);
  for (guint offset = 0; offset < all->len + 20; offset += 20)
    {
      g_autoptr (GPtrArray) some = find (index, "bell", offset, 20);

      for (guint i = 0; i < some->len; i++)
        g_assert_cmpstr (g_ptr_array_index (some, i), ==, g_ptr_array_index (all, n++));
    }
  g_assert_cmpuint (n, ==, all->len);
}

static void
put (PlannrIndex *index, const char *uuid, const char *name, gboolean inactive)
{
  g_autofree char *key = plannr_people_key_new (name, NULL, NULL);

  plannr_index_put (index, uuid, key, 0, inactive);
}

static guint
count (PlannrIndex *index, const char *text)
{
  g_autoptr (GPtrArray) found = find (index, text, 0, 20);

  return found->len;
}

/* The newest counts, whoever comes again is there once, and whoever goes is gone. */
static void
test_changes (void)
{
  g_autoptr (PlannrIndex) index = plannr_index_new ();

  g_assert_cmpuint (count (index, ""), ==, 0);
  for (guint round = 0; round < 5; round++)
    for (guint i = 0; i < 500; i++)
      {
        g_autofree char *uuid = people_sample_get_uuid (i);
        g_autofree char *name = g_strdup_printf ("Round%u Person%03u", round, i);

        put (index, uuid, name, FALSE);
        put (index, uuid, name, FALSE);
      }
  g_assert_cmpuint (plannr_index_get_n_items (index), ==, 500);
  g_assert_cmpuint (count (index, "round3"), ==, 0);
  g_assert_cmpuint (count (index, "round4"), ==, 20);
  g_assert_cmpuint (count (index, "person123"), ==, 1);

  for (guint i = 1; i < 500; i++)
    {
      g_autofree char *uuid = people_sample_get_uuid (i);

      plannr_index_remove (index, uuid);
      plannr_index_remove (index, uuid);
    }
  g_assert_cmpuint (plannr_index_get_n_items (index), ==, 1);
  g_assert_cmpuint (count (index, "person"), ==, 1);
  g_assert_cmpuint (count (index, ""), ==, 1);
}

/* Whoever is chosen stays so, under whatever name. */
static void
test_chosen_stays (void)
{
  g_autoptr (PlannrIndex) index = plannr_index_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *first = people_sample_get_uuid (1);
  g_autofree char *second = people_sample_get_uuid (2);

  put (index, first, "Ann Aaron", FALSE);
  put (index, second, "Ann Zulu", FALSE);
  plannr_index_use (index, second);
  put (index, second, "Ann Zulu-Natal", FALSE);
  plannr_index_remove (index, second);
  put (index, second, "Ann Zulu", FALSE);
  found = find (index, "ann", 0, 20);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, second);
}

/* What no server should send: it is not found, or found, and breaks nothing. */
static void
test_odd (void)
{
  g_autoptr (PlannrIndex) index = plannr_index_new ();
  g_autofree char *uuid = people_sample_get_uuid (1);
  g_autofree char *other = people_sample_get_uuid (2);
  g_autofree char *long_name = g_strnfill (100000, 'x');
  g_autoptr (GString) wide_name = g_string_new (NULL);

  put (index, "no uuid", "Ann", FALSE);
  put (index, "", "Ann", FALSE);
  g_assert_cmpuint (plannr_index_get_n_items (index), ==, 0);

  for (guint i = 0; i < 50000; i++)
    g_string_append (wide_name, "界");
  put (index, uuid, long_name, FALSE);
  put (index, other, wide_name->str, FALSE);
  g_assert_cmpuint (count (index, "xxx"), ==, 1);
  g_assert_cmpuint (count (index, "界界"), ==, 1);

  plannr_index_put (index, uuid, "", 0, FALSE);
  plannr_index_put (index, other, "a\nb", 0, FALSE);
  g_assert_cmpuint (count (index, "a"), ==, 1);
  g_assert_cmpuint (count (index, "b"), ==, 0);
  g_assert_cmpuint (count (index, ""), ==, 2);
  g_assert_cmpuint (count (index, "'"), ==, 2);
  g_assert_cmpuint (count (index, long_name), ==, 0);
}

typedef PlannrIndexQuery *(*QueryFunc) (const char *text);

/* One of many as a plain search sees them. */
typedef struct
{
  char *uuid;
  char *key;
  gsize name_length;
  guint8 rank;
  gboolean inactive;
  guint used;
  guint quality;
} Plain;

static void
plain_free (gpointer data)
{
  Plain *plain = data;

  g_free (plain->uuid);
  g_free (plain->key);
  g_free (plain);
}

static int
compare_plain (gconstpointer a, gconstpointer b)
{
  const Plain *one = *(const Plain *const *) a;
  const Plain *other = *(const Plain *const *) b;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;
  int order = 0;

  if (one->inactive != other->inactive)
    return one->inactive ? 1 : -1;
  if (one->used != other->used)
    return one->used > other->used ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank - other->rank;
  if (one->quality != other->quality)
    return one->quality < other->quality ? -1 : 1;

  name = g_strndup (one->key, one->name_length);
  other_name = g_strndup (other->key, other->name_length);
  order = strcmp (name, other_name);

  return order != 0 ? order : strcmp (one->uuid, other->uuid);
}

/* All who match, in order, by looking at everybody. */
static GPtrArray *
find_plainly (GPtrArray *people, QueryFunc query_new, const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (PlannrIndexQuery) query = query_new (text);

  for (guint i = 0; i < people->len; i++)
    {
      Plain *plain = g_ptr_array_index (people, i);

      if (plannr_index_query_match (query, plain->key, strlen (plain->key), plain->name_length,
                                    &plain->quality))
        g_ptr_array_add (found, plain);
    }
  g_ptr_array_sort (found, compare_plain);
  if (found->len > 0 && !((Plain *) g_ptr_array_index (found, 0))->inactive)
    while (((Plain *) g_ptr_array_index (found, found->len - 1))->inactive)
      g_ptr_array_remove_index (found, found->len - 1);

  return found;
}

static char *
make_word (void)
{
  static const char *const parts[] = { "an", "na", "li", "é", "b", "ł", "山", "o’", "-", "9" };
  GString *word = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
    g_string_append (word, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);

  return g_string_free (word, FALSE);
}

static Plain *
make_person (guint number)
{
  Plain *plain = g_new0 (Plain, 1);
  g_autofree char *first = make_word ();
  g_autofree char *last = make_word ();
  g_autofree char *box = make_word ();
  g_autofree char *name = g_strdup_printf ("%s %s", first, last);
  g_autofree char *email = g_strdup_printf ("%s@%s.example", box, last);
  g_autofree char *phone = g_strdup_printf ("0770%d", g_test_rand_int_range (0, 1000));

  plain->uuid = people_sample_get_uuid (number);
  plain->key = plannr_people_key_new (name, email, phone);
  plain->name_length = (gsize) (strchr (plain->key, PLANNR_INDEX_BREAK) - plain->key);
  plain->rank = plannr_people_key_get_rank ((PlannrAccountKind) g_test_rand_int_range (0, 4));
  plain->inactive = g_test_rand_int_range (0, 5) == 0;

  return plain;
}

static Plain *
make_plan (guint number)
{
  static const char *const words[] = { "active", "proposed", "inactive", NULL };
  Plain *plain = g_new0 (Plain, 1);
  g_autofree char *name = g_test_rand_int_range (0, 4) > 0 ? make_word () : NULL;
  g_autofree char *provider = make_word ();
  g_autofree char *kind = make_word ();
  g_autofree char *letters = make_word ();
  g_autofree char *policy_number =
      g_strdup_printf ("%s-%d/%d", letters, g_test_rand_int_range (0, 1000),
                       g_test_rand_int_range (0, 100));

  plain->uuid = people_sample_get_uuid (number);
  plain->key = plannr_plan_key_new (name, policy_number, provider, kind, "na-li 9");
  plain->name_length = (gsize) (strchr (plain->key, PLANNR_INDEX_BREAK) - plain->key);
  plain->rank = plannr_plan_key_get_rank (words[g_test_rand_int_range (0, 4)]);

  return plain;
}

static char *
make_query (void)
{
  g_autofree char *one = make_word ();
  g_autofree char *other = make_word ();

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return g_strdup ("");
    case 1:
      return g_strdup_printf ("%s %s", one, other);
    case 2:
      return g_strdup_printf ("%d", g_test_rand_int_range (0, 100));
    default:
      return g_strdup (one);
    }
}

/* The short ways that the index takes lead where the long one does. */
static void
test_same (Plain *(*make) (guint number), QueryFunc query_new)
{
  g_autoptr (PlannrIndex) index = plannr_index_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (plain_free);

  for (guint i = 0; i < 600; i++)
    {
      Plain *plain = make (i);

      g_ptr_array_add (people, plain);
      plannr_index_put (index, plain->uuid, plain->key, plain->rank, plain->inactive);
    }
  for (guint i = 1; i <= 15; i++)
    {
      Plain *plain = g_ptr_array_index (people, g_test_rand_int_range (0, (gint32) people->len));

      plain->used = i;
      plannr_index_use (index, plain->uuid);
    }

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = make_query ();
      guint offset = (guint) g_test_rand_int_range (0, 30);
      guint max = (guint) g_test_rand_int_range (1, 30);
      g_autoptr (PlannrIndexQuery) query = query_new (text);
      g_autoptr (GPtrArray) expected = find_plainly (people, query_new, text);
      g_autoptr (GPtrArray) found = plannr_index_find (index, query, offset, max);
      guint left = expected->len > offset ? expected->len - offset : 0;

      g_test_message ("“%s”, %u from %u", text, max, offset);
      g_assert_cmpuint (found->len, ==, MIN (left, max));
      for (guint j = 0; j < found->len; j++)
        g_assert_cmpstr (g_ptr_array_index (found, j), ==,
                         ((Plain *) g_ptr_array_index (expected, offset + j))->uuid);
    }
}

static void
test_same_people (void)
{
  test_same (make_person, plannr_people_query_new);
}

static void
test_same_plans (void)
{
  test_same (make_plan, plannr_plan_query_new);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/index/queries", test_queries);
  g_test_add_func ("/plannr/index/offset", test_offset);
  g_test_add_func ("/plannr/index/changes", test_changes);
  g_test_add_func ("/plannr/index/chosen-stays", test_chosen_stays);
  g_test_add_func ("/plannr/index/odd", test_odd);
  g_test_add_func ("/plannr/index/same-as-plain-search/people", test_same_people);
  g_test_add_func ("/plannr/index/same-as-plain-search/plans", test_same_plans);

  return g_test_run ();
}
