/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

#define ISA "b409a7a0-90b6-4c3c-b154-23c7fd287b21"

/* A firm with one case more, whose UUID is returned in UUID. */
static Firm *
start_with_case (char **uuid)
{
  Firm *firm = firm_start ();
  g_autofree char *body = firm_read_payload ("specified-request.json");
  g_autoptr (Answer) created = firm_create (firm, body);

  g_assert_cmpuint (created->status, ==, 200);
  *uuid = g_strdup (answer_text (created, "$.uuid"));
  return firm;
}

static void
test_show (void)
{
  g_autofree char *uuid = NULL;
  g_autoptr (Firm) firm = start_with_case (&uuid);
  g_autofree char *bare_path = g_strconcat ("cases/", uuid, NULL);
  g_autofree char *full_path = g_strconcat (bare_path,
                                            "?include=participants,participants_count,type,status,"
                                            "tags,plans,custom_fields,groups,assigned_to",
                                            NULL);
  g_autoptr (Answer) bare = firm_get (firm, bare_path);
  g_autoptr (Answer) full = firm_get (firm, full_path);
  g_autoptr (Answer) none = firm_get (firm, "cases/00000000-0000-4000-8000-000000000000");

  g_assert_cmpuint (bare->status, ==, 200);
  g_assert_cmpstr (answer_text (bare, "$.uuid"), ==, uuid);
  g_assert_null (answer_text (bare, "$.type"));
  g_assert_null (answer_text (bare, "$.status"));
  g_assert_null (answer_text (bare, "$.participants"));
  g_assert_null (answer_text (bare, "$.participants_count"));
  g_assert_null (answer_text (bare, "$.plans"));
  g_assert_cmpstr (answer_text (full, "$.participants[0].name"), ==, "Gareth Thompson");
  g_assert_cmpstr (answer_text (full, "$.participants[1].type"), ==, "employee");
  g_assert_cmpstr (answer_text (full, "$.participants_count"), ==, "2");
  g_assert_cmpstr (answer_text (full, "$.plans[0].uuid"), ==, ISA);
  g_assert_cmpuint (answer_count (full, "$.plans[*]"), ==, 2);
  g_assert_cmpstr (answer_text (full, "$.type.name"), ==, "Mortgage");
  g_assert_cmpstr (answer_text (full, "$.status.colour"), ==, "#1C6BBA");
  g_assert_cmpstr (answer_text (full, "$.tags"), ==, "[]");
  g_assert_cmpstr (answer_text (full, "$.groups"), ==, "[]");
  g_assert_cmpstr (answer_text (full, "$.assigned_to"), ==, "[]");
  g_assert_cmpuint (none->status, ==, 404);
}

/* The look with which a client finds out whether its case exists. */
static void
test_newest_of_a_client (void)
{
  g_autofree char *uuid = NULL;
  g_autoptr (Firm) firm = start_with_case (&uuid);
  g_autoptr (Answer) found =
      firm_get (firm, "cases?filter[account_uuids]=" FIRM_GARETH "&sort=-created_at&per_page=500"
                      "&include=participants,plans,type,status");
  g_autoptr (Answer) same = firm_get (firm, "client/" FIRM_GARETH "/cases?sort=-created_at");
  g_autoptr (Answer) staff = firm_get (firm, "client/" FIRM_STAFF "/cases");

  g_assert_cmpstr (answer_text (found, "$.data[0].uuid"), ==, uuid);
  g_assert_cmpstr (answer_text (found, "$.data[0].participants[1].uuid"), ==, FIRM_STAFF);
  g_assert_cmpstr (answer_text (found, "$.data[0].plans[0].uuid"), ==, ISA);
  g_assert_cmpstr (answer_text (same, "$.data[0].uuid"), ==, uuid);
  g_assert_cmpstr (answer_text (same, "$.meta.total"), ==, answer_text (found, "$.meta.total"));
  g_assert_cmpuint (staff->status, ==, 404);
}

static void
test_filters (void)
{
  static const struct
  {
    const char *filter;
    guint least;
    guint most;
  } filters[] = {
    { "filter[completed]=true", 20, 20 },
    { "filter[completed]=0", 21, 21 },
    { "filter[in_progress]=1", 21, 21 },
    { "filter[type]=d8b25570-48f0-4786-b670-67f6900bf34c", 6, 6 },
    { "filter[type]=d8b25570-48f0-4786-b670-67f6900bf34c,"
      "3e9a7c51-6d08-4b2f-8f14-c7e5a0b9d251",
      11, 11 },
    { "filter[status]=59f4ddf9-c35d-4819-adf7-da52307bc0d7", 5, 5 },
    { "filter[plan_uuid]=" ISA, 1, 3 },
    { "filter[account_uuids]=" FIRM_GARETH, 2, 10 },
    { "filter[employee_account_uuids]=" FIRM_STAFF, 2, 30 },
    { "filter[tags]=urgent", 0, 0 },
    { "filter[completed_after]=2001-01-01", 20, 20 },
    { "filter[completed_before]=2001-01-01T00:00:00Z", 0, 0 },
    { "filter[review_at_after]=2001-01-01", 0, 0 },
    { "filter[review_at_before]=2099-01-01%2000:00:00", 0, 0 },
    { "filter[completed]=true&filter[in_progress]=true", 0, 0 },
    { "filter[type]=none", 0, 0 },
  };
  g_autofree char *uuid = NULL;
  g_autoptr (Firm) firm = start_with_case (&uuid);
  g_autofree char *one_path = g_strconcat ("cases?filter[uuid]=", uuid, NULL);
  g_autoptr (Answer) one = firm_get (firm, one_path);

  g_assert_cmpuint (answer_count (one, "$.data[*]"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *path = g_strconcat ("cases?per_page=500&", filters[i].filter, NULL);
      g_autoptr (Answer) answer = firm_get (firm, path);

      g_test_message ("%s", filters[i].filter);
      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_cmpuint (answer_count (answer, "$.data[*]"), >=, filters[i].least);
      g_assert_cmpuint (answer_count (answer, "$.data[*]"), <=, filters[i].most);
    }
}

static gint64
get_amount (Answer *answer, guint index)
{
  g_autofree char *path = g_strdup_printf ("$.data[%u].value.amount", index);
  const char *text = answer_text (answer, path);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : -1;
}

static void
test_sorts (void)
{
  static const char *const sorts[] = { "name",       "-status_position", "-completed_at",
                                       "review_at",  "created_at",       "-created_at",
                                       "-value,name" };
  g_autofree char *uuid = NULL;
  g_autoptr (Firm) firm = start_with_case (&uuid);
  g_autoptr (Answer) oldest = firm_get (firm, "cases?sort=created_at");
  g_autoptr (Answer) newest = firm_get (firm, "cases?sort=-created_at");
  g_autoptr (Answer) dearest = firm_get (firm, "cases?sort=-value&per_page=500");

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *path = g_strconcat ("cases?sort=", sorts[i], NULL);
      g_autoptr (Answer) answer = firm_get (firm, path);

      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_cmpuint (answer_count (answer, "$.data[*]"), ==, 15);
      g_assert_cmpstr (answer_text (answer, "$.meta.total"), ==, "41");
    }
  g_assert_cmpstr (answer_text (oldest, "$.data[0].uuid"), !=, uuid);
  g_assert_cmpstr (answer_text (newest, "$.data[0].uuid"), ==, uuid);
  for (guint i = 1; i < 41; i++)
    g_assert_cmpint (get_amount (dearest, i - 1), >=, get_amount (dearest, i));
}

/* Where a firm's types come from, since no list of them is documented. */
static void
test_types_of_all_cases (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) answer = firm_get (firm, "cases?include=type,status&per_page=500");
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (Answer) new_firm = NULL;

  for (guint i = 0; i < answer_count (answer, "$.data[*]"); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.data[%u].type.name", i);

      g_hash_table_add (types, (gpointer) answer_text (answer, path));
    }
  g_assert_cmpuint (g_hash_table_size (types), ==, 8);

  /* A firm without a case shows none. */
  firm->token = "practice-several";
  firm->account = "c0d4b8a6-3e71-4f2a-95d7-8e6b1f903c08";
  new_firm = firm_get (firm, "cases?include=type,status&per_page=500");
  g_assert_cmpstr (answer_text (new_firm, "$.meta.total"), ==, "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/practice-cases/show", test_show);
  g_test_add_func ("/plannr/practice-cases/newest-of-a-client", test_newest_of_a_client);
  g_test_add_func ("/plannr/practice-cases/filters", test_filters);
  g_test_add_func ("/plannr/practice-cases/sorts", test_sorts);
  g_test_add_func ("/plannr/practice-cases/types-of-all-cases", test_types_of_all_cases);
  return g_test_run ();
}
