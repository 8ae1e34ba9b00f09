/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-read-login.h"

#include "plannr-test-fixture.h"
#include "plannr-test-read.h"

static void
test_logins_payload (void)
{
  g_autofree char *text = plannr_test_payload_text ("logins.json");
  g_autoptr (PlannrPage) page = plannr_test_read (plannr_read_logins, text);
  PlannrLogin *login = g_ptr_array_index (page->items, 0);

  g_assert_cmpuint (page->items->len, ==, 1);
  g_assert_cmpstr (plannr_login_get_account_uuid (login), ==,
                   "e21c9d58-7f3a-4b6c-8d9e-0f1a2b305501");
  g_assert_cmpstr (plannr_login_get_account_name (login), ==, "Sam Reed");
  g_assert_cmpint (plannr_login_get_account_kind (login), ==, PLANNR_ACCOUNT_KIND_EMPLOYEE);
  g_assert_cmpstr (plannr_login_get_firm_name (login), ==, "Reed Planning");
  g_assert_cmpstr (plannr_login_get_email (login), ==, "sam@example.org");
  g_assert_null (plannr_login_get_expires_at (login));
  g_assert_true (plannr_login_get_may_write (login));
  g_assert_true (plannr_login_get_preferred (login));
}

static PlannrLogin *
read_login (const char *members, const char *beside)
{
  g_autofree char *text = g_strdup_printf ("{'data':[{'account':{'uuid':'" UUID_A
                                           "'},'first_name':'Sam','last_name':'Reed',%s}]%s}",
                                           members, beside);
  g_autoptr (PlannrPage) page = plannr_test_read (plannr_read_logins, text);

  g_assert_cmpuint (page->items->len, ==, 1);

  return g_object_ref (g_ptr_array_index (page->items, 0));
}

static void
test_logins (void)
{
  g_autoptr (PlannrLogin) plain = read_login ("'primary':false", "");
  g_autoptr (PlannrLogin) read_only =
      read_login ("'has_write_permission':'false','expires_at':'2026-01-01T00:00:00+00:00'", "");
  g_autoptr (PlannrLogin) preferred =
      read_login ("'primary':false", ",'preferred_account_uuid':'" UUID_A "'");
  g_autoptr (PlannrLogin) preferred_within =
      read_login ("'preferred_account_uuid':'" UUID_A "'", "");
  g_autoptr (PlannrLogin) other =
      read_login ("'primary':true", ",'preferred_account_uuid':'" UUID_B "'");
  g_autoptr (PlannrPage) bare =
      plannr_test_read (plannr_read_logins, "[{'account':{'uuid':'" UUID_A "'}}]");
  g_autoptr (PlannrPage) poor =
      plannr_test_read (plannr_read_logins,
                        "{'data':[{},{'uuid':'" UUID_A "'},{'account':'App\\\\Http\\\\X'},7]}");
  g_autoptr (PlannrPage) none = plannr_test_read (plannr_read_logins, "{'data':[]}");

  g_assert_cmpstr (plannr_login_get_account_name (plain), ==, "Sam Reed");
  g_assert_true (plannr_login_get_may_write (plain));
  g_assert_false (plannr_login_get_preferred (plain));
  g_assert_false (plannr_login_get_may_write (read_only));
  g_assert_cmpint (g_date_time_to_unix (plannr_login_get_expires_at (read_only)), ==, 1767225600);
  g_assert_true (plannr_login_get_preferred (preferred));
  g_assert_true (plannr_login_get_preferred (preferred_within));
  g_assert_false (plannr_login_get_preferred (other));
  g_assert_cmpuint (bare->items->len, ==, 1);
  g_assert_cmpuint (poor->items->len, ==, 0);
  g_assert_cmpuint (none->items->len, ==, 0);
  g_assert_null (plannr_test_read (plannr_read_logins, "{}"));
  g_assert_null (plannr_test_read (plannr_read_logins, "{'data':'x'}"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/read-login/payload", test_logins_payload);
  g_test_add_func ("/plannr/read-login/forms", test_logins);

  return g_test_run ();
}
