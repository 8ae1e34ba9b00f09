/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

static void
test_three_of_one_name (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) answer =
      firm_get (firm, "account?filter[name]=gareth%20THOMPSON&include=assigned_adviser");

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpuint (answer_count (answer, "$.data[*]"), ==, 3);
  g_assert_cmpstr (answer_text (answer, "$.meta.total"), ==, "3");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("$.data[%u].name", i);
      g_autofree char *type = g_strdup_printf ("$.data[%u].type", i);

      g_assert_cmpstr (answer_text (answer, name), ==, "Gareth Thompson");
      g_assert_cmpstr (answer_text (answer, type), ==, "client");
    }
  /* What tells them apart. */
  g_assert_cmpstr (answer_text (answer, "$.data[0].uuid"), ==, FIRM_GARETH);
  g_assert_cmpstr (answer_text (answer, "$.data[0].has_joint_account"), ==, "true");
  g_assert_cmpstr (answer_text (answer, "$.data[1].has_joint_account"), ==, "false");
  g_assert_cmpstr (answer_text (answer, "$.data[2].has_joint_account"), ==, "false");
  g_assert_cmpstr (answer_text (answer, "$.data[0].email"), ==, "gareth.thompson@example.org");
  g_assert_cmpstr (answer_text (answer, "$.data[1].email"), ==,
                   "gareth.thompson.cardiff@example.com");
  g_assert_cmpstr (answer_text (answer, "$.data[2].email"), ==, "g.thompson1958@example.org");
  g_assert_cmpstr (answer_text (answer, "$.data[0].assigned_adviser.name"), ==,
                   "Patrick Llewellyn");
  g_assert_cmpstr (answer_text (answer, "$.data[1].assigned_adviser.name"), ==, "Bronwen Hughes");
  g_assert_cmpstr (answer_text (answer, "$.data[2].assigned_adviser.name"), ==, "Aisling Byrne");
}

static void
test_search_in_any_script (void)
{
  static const char *const searches[][2] = {
    { "ZO%C3%8B", "Zoë Müller" },
    { "zoe", "Zoë Müller" },
    { "wi%C5%9Bniewski&filter[type]=client", "Łukasz Wiśniewski" },
    { "%E7%A7%80%E8%8B%B1", "王秀英" },
    { "%E5%B1%B1%E7%94%B0", "山田 太郎" },
    { "%D8%A7%D9%84%D9%81%D8%A7%D8%B1%D8%B3%D9%8A", "محمد الفارسي" },
    { "%E0%A4%A8%E0%A4%BE%E0%A4%AF%E0%A4%B0", "प्रिया नायर" },
    { "niamh%20o'b", "Niamh O'Brien" },
    { "ritchard-jones%20bare", "The Pritchard-Jones Bare Trust" },
    { "%CE%A0%CE%91%CE%A0%CE%91%CE%94%CE%9F%CE%A0%CE%9F%CE%A5%CE%9B%CE%9F%CE%A3",
      "Γιώργος Παπαδόπουλος" },
  };
  g_autoptr (Firm) firm = firm_start ();

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strconcat ("account?filter[name]=", searches[i][0], NULL);
      g_autoptr (Answer) answer = firm_get (firm, path);

      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_cmpstr (answer_text (answer, "$.data[0].name"), ==, searches[i][1]);
    }
}

static void
test_filters (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) employees = firm_get (firm, "account?filter[type]=employee&per_page=500");
  g_autoptr (Answer) two = firm_get (firm, "account?filter[type]=employee,external&per_page=500");
  g_autoptr (Answer) email = firm_get (firm, "account?filter[primary_email]=ADA.OKAFOR@"
                                             "&filter[type]=client&include=primary_email");
  g_autoptr (Answer) phone =
      firm_get (firm, "account?filter[primary_phone_number]=%2B44%207700%20900"
                      "&include=primary_phone_number");
  g_autoptr (Answer) nobody = firm_get (firm, "account?filter[name]=xyzzy");
  g_autoptr (Answer) no_digits = firm_get (firm, "account?filter[primary_phone_number]=abc");

  g_assert_cmpuint (answer_count (employees, "$.data[*]"), ==, 10);
  g_assert_cmpstr (answer_text (employees, "$.data[0].role"), ==, "owner");
  g_assert_cmpuint (answer_count (two, "$.data[*]"), ==, 15);
  g_assert_cmpstr (answer_text (email, "$.data[0].name"), ==, "Ada Okafor");
  g_assert_cmpstr (answer_text (email, "$.data[0].primary_email.value"), ==,
                   "ada.okafor@example.org");
  g_assert_cmpuint (answer_count (phone, "$.data[*]"), ==, 15);
  g_assert_true (
      g_str_has_prefix (answer_text (phone, "$.data[0].primary_phone_number.value"), "07700 900"));
  g_assert_cmpuint (answer_count (nobody, "$.data[*]"), ==, 0);
  g_assert_cmpstr (answer_text (nobody, "$.meta.total"), ==, "0");
  g_assert_cmpstr (answer_text (nobody, "$.meta.from"), ==, "null");
  g_assert_cmpstr (answer_text (nobody, "$.meta.last_page"), ==, "1");
  g_assert_cmpstr (answer_text (no_digits, "$.meta.total"), ==, "0");
}

static void
test_sorts (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) up = firm_get (firm, "account?sort=first_name&filter[type]=employee");
  g_autoptr (Answer) down = firm_get (firm, "account?sort=-last_name&filter[type]=employee");

  g_assert_cmpstr (answer_text (up, "$.data[0].first_name"), ==, "Aisling");
  g_assert_cmpstr (answer_text (up, "$.data[9].first_name"), ==, "Zoë");
  g_assert_cmpstr (answer_text (down, "$.data[0].last_name"), ==, "Zieliński");
  g_assert_cmpstr (answer_text (down, "$.data[9].last_name"), ==, "Adeyemi");
}

static void
test_includes_only_on_demand (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) bare = firm_get (firm, "account/" FIRM_GARETH);
  g_autoptr (Answer) full = firm_get (firm, "account/F5E985D6-8E32-4D65-A996-BA5A9F9632EB?include="
                                            "primary_email,assigned_adviser,primary_phone_number");
  g_autoptr (Answer) unknown = firm_get (firm, "account/00000000-0000-4000-8000-000000000000");
  g_autoptr (Answer) no_uuid = firm_get (firm, "account/gareth");
  g_autoptr (Answer) foreign = NULL;

  g_assert_cmpuint (bare->status, ==, 200);
  g_assert_cmpstr (answer_text (bare, "$.name"), ==, "Gareth Thompson");
  g_assert_cmpstr (answer_text (bare, "$.role"), ==, "individual");
  g_assert_null (answer_text (bare, "$.primary_email"));
  g_assert_null (answer_text (bare, "$.assigned_adviser"));
  g_assert_cmpstr (answer_text (full, "$.assigned_adviser.uuid"), ==, FIRM_STAFF);
  g_assert_nonnull (answer_text (full, "$.primary_phone_number.value"));
  g_assert_cmpuint (unknown->status, ==, 404);
  g_assert_cmpuint (no_uuid->status, ==, 404);

  /* The other firm's people are none of ours. */
  firm->token = "practice-several";
  firm->account = "c0d4b8a6-3e71-4f2a-95d7-8e6b1f903c08";
  foreign = firm_get (firm, "account/" FIRM_GARETH);
  g_assert_cmpuint (foreign->status, ==, 404);
}

static void
test_pages (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) first = firm_get (firm, "account");
  g_autoptr (Answer) second = firm_get (firm, "account?page=2&per_page=20&sort=last_name");
  g_autoptr (Answer) last = firm_get (firm, "account?page=5&per_page=20");
  g_autoptr (Answer) beyond = firm_get (firm, "account?page=99&per_page=20");
  g_autoptr (Answer) large = firm_get (firm, "account?per_page=501");
  g_autoptr (Answer) odd = firm_get (firm, "account?per_page=x&page=0");
  g_autofree char *next =
      g_strdup_printf ("%sapi/v1/account?per_page=20&sort=last_name&page=3", firm->base);

  g_assert_cmpuint (answer_count (first, "$.data[*]"), ==, 15);
  g_assert_cmpstr (answer_text (first, "$.meta.per_page"), ==, "15");
  g_assert_cmpstr (answer_text (first, "$.meta.current_page"), ==, "1");
  g_assert_cmpstr (answer_text (first, "$.meta.last_page"), ==, "6");
  g_assert_cmpstr (answer_text (first, "$.meta.total"), ==, "82");
  g_assert_cmpstr (answer_text (first, "$.links.prev"), ==, "null");
  g_assert_cmpstr (answer_text (second, "$.links.next"), ==, next);
  g_assert_cmpstr (answer_text (second, "$.meta.from"), ==, "21");
  g_assert_cmpstr (answer_text (second, "$.meta.to"), ==, "40");
  g_assert_cmpuint (answer_count (last, "$.data[*]"), ==, 2);
  g_assert_cmpstr (answer_text (last, "$.links.next"), ==, "null");
  g_assert_cmpuint (answer_count (beyond, "$.data[*]"), ==, 0);
  g_assert_cmpstr (answer_text (large, "$.meta.per_page"), ==, "500");
  g_assert_cmpuint (answer_count (odd, "$.data[*]"), ==, 15);
}

static void
test_unknown_parameters (void)
{
  static const char *const paths[] = {
    "account?filter[nickname]=x",
    "account?sort=shoe_size",
    "account?include=secrets",
    "plans?filter[colour]=x",
    "cases?filter[name]=x",
    "cases?sort=uuid",
    "cases?include=everything",
    "group?filter[x]=y",
    "cases-status?sort=name",
    "custom-field?filter[x]=y",
    "cases?filter[completed]=perhaps",
    "cases?filter[review_at_after]=soon",
  };
  g_autoptr (Firm) firm = firm_start ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Answer) answer = firm_get (firm, paths[i]);

      g_assert_cmpuint (answer->status, ==, 400);
      g_assert_nonnull (answer_text (answer, "$.message"));
    }
}

/* By whoever writes into the file meanwhile, as a colleague does in Plannr. */
static void
test_changed_meanwhile (void)
{
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm = firm_start_with ("--data", file, NULL);
  g_autoptr (Answer) before = firm_get (firm, "account?filter[name]=yarborough");
  g_autoptr (Answer) after = NULL;

  g_assert_cmpuint (answer_count (before, "$.data[*]"), ==, 0);
  firm_change (file,
               "UPDATE accounts SET name = 'Quillon Yarborough' WHERE uuid = '" FIRM_GARETH "'");
  after = firm_get (firm, "account?filter[name]=yarborough");
  g_assert_cmpstr (answer_text (after, "$.data[0].uuid"), ==, FIRM_GARETH);
  firm_stop (firm);
  firm_remove_file (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/practice-people/three-of-one-name", test_three_of_one_name);
  g_test_add_func ("/plannr/practice-people/search-in-any-script", test_search_in_any_script);
  g_test_add_func ("/plannr/practice-people/filters", test_filters);
  g_test_add_func ("/plannr/practice-people/sorts", test_sorts);
  g_test_add_func ("/plannr/practice-people/includes-only-on-demand", test_includes_only_on_demand);
  g_test_add_func ("/plannr/practice-people/pages", test_pages);
  g_test_add_func ("/plannr/practice-people/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/plannr/practice-people/unknown-parameters", test_unknown_parameters);
  return g_test_run ();
}
