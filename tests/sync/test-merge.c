/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "plannr-merge.h"

#include "plannr-account.h"
#include "plannr-plan.h"

/* People are written as letters; one who is inactive as a small letter, and one who has got another name
 * since with a stroke. */
static const struct
{
  const char *what;
  const char *shown;
  const char *answer;
  PlannrMergeMode mode;
  const char *merged;
} rows[] = {
  { "nothing", "", "", PLANNR_MERGE_ADD, "" },
  { "an answer alone", "", "CAB", PLANNR_MERGE_ADD, "CAB" },
  { "nothing new", "ABC", "", PLANNR_MERGE_ADD, "ABC" },
  { "the same in another order", "ABC", "CBA", PLANNR_MERGE_ADD, "ABC" },
  { "somebody new comes last", "ABC", "DCA", PLANNR_MERGE_ADD, "ABCD" },
  { "somebody new, twice", "A", "DD", PLANNR_MERGE_ADD, "AD" },
  { "another name, in the same place", "ABC", "B'", PLANNR_MERGE_ADD, "AB'C" },
  { "all that there are", "ABC", "CDA", PLANNR_MERGE_ALL, "ACD" },
  { "there are none any more", "ABC", "", PLANNR_MERGE_ALL, "" },
  { "inactive beside active", "AB", "c", PLANNR_MERGE_ADD, "AB" },
  { "active beside inactive", "ab", "C", PLANNR_MERGE_ADD, "C" },
  { "the rest further on", "ABC", "DB'", PLANNR_MERGE_RENEW, "AB'C" },
  { "all inactive", "ab", "bc", PLANNR_MERGE_ADD, "abc" },
};

static PlannrAccount *
make_person (char letter, gboolean renamed)
{
  char upper = g_ascii_toupper (letter);
  g_autofree char *uuid = g_strdup_printf ("5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a%02x", upper);
  const char name[] = { upper, renamed ? '\'' : '\0', '\0' };

  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, "name", name, "inactive",
                       (gboolean) (letter != upper), NULL);
}

static GPtrArray *
make_people (const char *letters)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *at = letters; *at != '\0'; at++)
    if (*at != '\'')
      g_ptr_array_add (people, make_person (*at, at[1] == '\''));

  return people;
}

static char *
write_people (GPtrArray *people)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      PlannrAccount *person = g_ptr_array_index (people, i);
      const char *name = plannr_account_get_name (person);

      g_string_append_c (letters,
                         plannr_account_get_inactive (person) ? g_ascii_tolower (*name) : *name);
      g_string_append (letters, name + 1);
    }

  return g_string_free (letters, FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListStore) shown = g_list_store_new (PLANNR_TYPE_ACCOUNT);
      g_autoptr (GPtrArray) before = make_people (rows[i].shown);
      g_autoptr (GPtrArray) answer = make_people (rows[i].answer);
      g_autoptr (GPtrArray) merged = NULL;
      g_autofree char *letters = NULL;

      g_test_message ("%s", rows[i].what);
      g_list_store_splice (shown, 0, 0, before->pdata, before->len);
      merged = plannr_merge (G_LIST_MODEL (shown), answer, rows[i].mode);
      letters = write_people (merged);
      g_assert_cmpstr (letters, ==, rows[i].merged);
    }
}

/* A row of which nothing has changed is not built anew; nor is one of which the answer leaves out what was
 * not asked for. */
static void
test_keeps_objects (void)
{
  g_autoptr (GListStore) shown = g_list_store_new (PLANNR_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) answer = make_people ("BA");
  g_autoptr (PlannrAccount) same = make_person ('A', FALSE);
  g_autoptr (PlannrAccount) known =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a42", "name",
                    "B", "phone", "07700 900123", NULL);
  g_autoptr (GPtrArray) merged = NULL;

  g_list_store_append (shown, same);
  g_list_store_append (shown, known);
  merged = plannr_merge (G_LIST_MODEL (shown), answer, PLANNR_MERGE_ADD);
  g_assert_cmpuint (merged->len, ==, 2);
  g_assert_true (g_ptr_array_index (merged, 0) == same);
  g_assert_true (g_ptr_array_index (merged, 1) == known);
}

/* What a plan is worth is also in which currency. */
static void
test_currency (void)
{
  g_autoptr (GListStore) shown = g_list_store_new (PLANNR_TYPE_PLAN);
  g_autoptr (GPtrArray) answer = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) merged = NULL;
  const char *uuid = "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a42";
  g_autoptr (PlannrPlan) pounds = g_object_new (PLANNR_TYPE_PLAN, "uuid", uuid, "amount",
                                                (gint64) 100, "currency", "GBP", NULL);

  g_list_store_append (shown, pounds);
  g_ptr_array_add (answer, g_object_new (PLANNR_TYPE_PLAN, "uuid", uuid, "amount", (gint64) 100,
                                         "currency", "EUR", NULL));
  merged = plannr_merge (G_LIST_MODEL (shown), answer, PLANNR_MERGE_ADD);
  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_cmpstr (plannr_plan_get_currency (g_ptr_array_index (merged, 0)), ==, "EUR");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/merge/table", test_table);
  g_test_add_func ("/plannr/merge/keeps-objects", test_keeps_objects);
  g_test_add_func ("/plannr/merge/currency", test_currency);

  return g_test_run ();
}
