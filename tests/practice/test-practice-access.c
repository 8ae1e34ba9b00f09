/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

static void
test_logins (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) logins = NULL;
  g_autoptr (Answer) me = NULL;

  firm->account = NULL;
  logins = firm_get (firm, "logins");
  me = firm_get (firm, "me");
  g_assert_cmpuint (logins->status, ==, 200);
  g_assert_cmpuint (answer_count (logins, "$.data[*]"), ==, 1);
  g_assert_cmpstr (answer_text (logins, "$.data[0].account.uuid"), ==, FIRM_ZOE);
  g_assert_cmpstr (answer_text (logins, "$.data[0].account.name"), ==, "Zoë Müller");
  g_assert_cmpstr (answer_text (logins, "$.data[0].account.type"), ==, "employee");
  g_assert_cmpstr (answer_text (logins, "$.data[0].firm.name"), ==,
                   "Harbour & Vale Financial Planning");
  g_assert_cmpstr (answer_text (logins, "$.data[0].uuid"), !=, FIRM_ZOE);
  g_assert_cmpstr (answer_text (logins, "$.data[0].has_write_permission"), ==, "true");
  g_assert_cmpstr (answer_text (logins, "$.data[0].expires_at"), ==, "null");
  g_assert_cmpstr (answer_text (logins, "$.preferred_account_uuid"), ==, FIRM_ZOE);
  g_assert_cmpstr (answer_text (me, "$.first_name"), ==, "Zoë");
}

static void
test_unauthenticated (void)
{
  static const char *const paths[] = { "logins", "me", "account", "cases" };
  static const char *const tokens[] = { NULL, "wrong", "Practice", "" };
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) create = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tokens); j++)
      {
        g_autoptr (Answer) answer = NULL;

        firm->token = tokens[j];
        answer = firm_get (firm, paths[i]);
        g_assert_cmpuint (answer->status, ==, 401);
        g_assert_cmpstr (answer_text (answer, "$.message"), ==, "Unauthenticated.");
        g_assert_nonnull (answer_header (answer, "X-Ratelimit-Remaining"));
      }
  create = firm_create (firm, "{}");
  g_assert_cmpuint (create->status, ==, 401);
}

static void
test_accounts (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) missing = NULL;
  g_autoptr (Answer) foreign = NULL;
  g_autoptr (Answer) login = NULL;
  g_autoptr (Answer) other_case = NULL;

  firm->account = NULL;
  missing = firm_get (firm, "account");
  firm->account = FIRM_STAFF;
  foreign = firm_get (firm, "account");
  /* The login's UUID is not the account's. */
  firm->account = "d1a7c3e5-9b20-4f68-8c14-6e5f0d7b2a11";
  login = firm_get (firm, "account");
  firm->account = "5C7B1D92-0E3F-4A68-B1C4-9D2E8F705A03";
  other_case = firm_get (firm, "account");

  g_assert_cmpuint (missing->status, ==, 403);
  g_assert_cmpuint (foreign->status, ==, 403);
  g_assert_cmpuint (login->status, ==, 403);
  g_assert_cmpuint (other_case->status, ==, 200);
}

static void
test_read_only (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) logins = NULL;
  g_autoptr (Answer) read = NULL;
  g_autoptr (Answer) create = NULL;

  firm->token = "practice-read-only";
  logins = firm_get (firm, "logins");
  g_assert_cmpstr (answer_text (logins, "$.data[0].has_write_permission"), ==, "false");
  firm->account = answer_text (logins, "$.data[0].account.uuid");
  read = firm_get (firm, "account");
  create = firm_create (firm, "{\"name\":\"Not mine\"}");
  g_assert_cmpuint (read->status, ==, 200);
  g_assert_cmpuint (create->status, ==, 403);
  g_assert_cmpstr (answer_text (create, "$.message"), ==, "This action is unauthorized.");
}

static void
test_expired (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) logins = NULL;
  g_autoptr (Answer) read = NULL;
  g_autoptr (Answer) me = NULL;

  firm->token = "practice-expired";
  logins = firm_get (firm, "logins");
  g_assert_cmpuint (logins->status, ==, 200);
  g_assert_cmpstr (answer_text (logins, "$.data[0].expires_at"), ==, "2025-04-01T00:00:00+01:00");
  firm->account = answer_text (logins, "$.data[0].account.uuid");
  read = firm_get (firm, "account");
  me = firm_get (firm, "me");
  g_assert_cmpuint (read->status, ==, 401);
  g_assert_cmpuint (me->status, ==, 401);
}

static void
test_several_accounts (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) logins = NULL;
  g_autoptr (Answer) as_client = NULL;
  g_autoptr (Answer) other_firm = NULL;
  g_autoptr (Answer) created = NULL;

  firm->token = "practice-several";
  logins = firm_get (firm, "logins");
  g_assert_cmpuint (answer_count (logins, "$.data[*]"), ==, 3);
  g_assert_cmpstr (answer_text (logins, "$.data[1].account.type"), ==, "client");
  g_assert_cmpstr (answer_text (logins, "$.data[2].firm.name"), ==, "Northgate Wealth");

  firm->account = answer_text (logins, "$.data[1].account.uuid");
  as_client = firm_get (firm, "account");
  g_assert_cmpuint (as_client->status, ==, 403);

  firm->account = answer_text (logins, "$.data[2].account.uuid");
  other_firm = firm_get (firm, "account?filter[name]=gareth");
  created =
      firm_create (firm, "{\"name\":\"x\",\"type\":\"0e8c5a7d-b419-4f62-9d3b-6a1f7e2c8b61\"}");
  g_assert_cmpstr (answer_text (other_firm, "$.meta.total"), ==, "0");
  g_assert_cmpuint (created->status, ==, 200);
}

static void
test_own_tokens (void)
{
  g_autoptr (Firm) firm = firm_start_with ("--token", "first", "--token", "second", NULL);
  g_autoptr (Answer) usual = firm_get (firm, "account");
  g_autoptr (Answer) first = NULL;
  g_autoptr (Answer) second = NULL;

  firm->token = "first";
  first = firm_get (firm, "account");
  firm->token = "second";
  second = firm_get (firm, "account");
  g_assert_cmpuint (usual->status, ==, 401);
  g_assert_cmpuint (first->status, ==, 200);
  g_assert_cmpuint (second->status, ==, 200);
}

static void
test_routes (void)
{
  g_autoptr (Firm) firm = firm_start_with ("--without", "cases-status", NULL);
  g_autoptr (Answer) unknown = firm_get (firm, "client");
  g_autoptr (Answer) root = firm_get (firm, "/");
  g_autoptr (Answer) removed = firm_get (firm, "cases-status");
  g_autoptr (Answer) deleted = firm_send (firm, "DELETE", "cases", NULL, NULL);
  g_autoptr (Answer) posted = firm_send (firm, "POST", "account", "application/json", "{}");
  g_autoptr (Answer) form =
      firm_send (firm, "POST", "cases", "application/x-www-form-urlencoded", "name=x");
  g_autoptr (Answer) charset =
      firm_send (firm, "POST", "cases", "application/json; charset=utf-8", "{\"name\":\"x\"}");

  g_assert_cmpuint (unknown->status, ==, 404);
  g_assert_cmpuint (root->status, ==, 404);
  g_assert_cmpuint (removed->status, ==, 404);
  g_assert_cmpuint (deleted->status, ==, 405);
  g_assert_cmpstr (answer_header (deleted, "Allow"), ==, "GET, POST");
  g_assert_cmpuint (posted->status, ==, 405);
  g_assert_cmpstr (answer_header (posted, "Allow"), ==, "GET");
  g_assert_cmpuint (form->status, ==, 415);
  g_assert_cmpuint (charset->status, ==, 200);
}

static void
test_rate (void)
{
  g_autoptr (Firm) firm = firm_start_with ("--rate", "2", NULL);
  g_autoptr (Answer) first = firm_get (firm, "logins");
  g_autoptr (Answer) second = firm_get (firm, "logins");
  g_autoptr (Answer) third = firm_get (firm, "logins");
  g_autoptr (Answer) other = NULL;

  g_assert_cmpuint (first->status, ==, 200);
  g_assert_cmpstr (answer_header (first, "X-Ratelimit-Limit"), ==, "2");
  g_assert_cmpstr (answer_header (first, "X-Ratelimit-Remaining"), ==, "1");
  g_assert_cmpuint (second->status, ==, 200);
  g_assert_cmpstr (answer_header (second, "X-Ratelimit-Remaining"), ==, "0");
  g_assert_cmpuint (third->status, ==, 429);
  g_assert_cmpint (g_ascii_strtoll (answer_header (third, "Retry-After"), NULL, 10), >, 50);
  g_assert_cmpint (g_ascii_strtoll (answer_header (third, "Retry-After"), NULL, 10), <=, 60);
  g_assert_cmpstr (answer_text (third, "$.message"), ==, "Too Many Attempts.");

  firm->token = "practice-read-only";
  other = firm_get (firm, "logins");
  g_assert_cmpuint (other->status, ==, 200);
}

static void
test_date (void)
{
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (Answer) answer = firm_get (firm, "logins");
  g_autoptr (GDateTime) date = soup_date_time_new_from_http_string (answer_header (answer, "Date"));
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_nonnull (date);
  g_assert_cmpint (ABS (g_date_time_difference (now, date)), <, 60 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/practice-access/logins", test_logins);
  g_test_add_func ("/plannr/practice-access/unauthenticated", test_unauthenticated);
  g_test_add_func ("/plannr/practice-access/accounts", test_accounts);
  g_test_add_func ("/plannr/practice-access/read-only", test_read_only);
  g_test_add_func ("/plannr/practice-access/expired", test_expired);
  g_test_add_func ("/plannr/practice-access/several-accounts", test_several_accounts);
  g_test_add_func ("/plannr/practice-access/own-tokens", test_own_tokens);
  g_test_add_func ("/plannr/practice-access/routes", test_routes);
  g_test_add_func ("/plannr/practice-access/rate", test_rate);
  g_test_add_func ("/plannr/practice-access/date", test_date);
  return g_test_run ();
}
