/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-page.h"

#include "plannr-read-account.h"
#include "plannr-test-fixture.h"
#include "plannr-test-read.h"

static void
assert_pages (const char *members, guint expected)
{
  g_autofree char *text = g_strdup_printf ("{'data':[{'uuid':'" UUID_A "'}],%s}", members);
  g_autoptr (PlannrPage) page = plannr_test_read (plannr_read_accounts, text);

  g_assert_cmpuint (page->items->len, ==, 1);
  g_assert_cmpuint (page->last, ==, expected);
}

/* The request was for the second page. */
static void
test_pages (void)
{
  assert_pages ("'meta':{'last_page':3}", 3);
  assert_pages ("'meta':{'last_page':'3'}", 3);
  assert_pages ("'meta':{'last_page':1}", 1);
  assert_pages ("'meta':{'last_page':0}", 2);
  assert_pages ("'meta':{'last_page':-1}", 2);
  assert_pages ("'meta':{'last_page':99999999999}", 2);
  assert_pages ("'meta':null", 2);
  assert_pages ("'meta':[]", 2);
  assert_pages ("'links':{'next':'https://api.example/api/v1/account?page=3'}", 3);
  assert_pages ("'links':{'next':'/api/v1/account?page=3'}", 3);
  assert_pages ("'links':{'next':'?page=3'}", 3);
  assert_pages ("'links':{'next':'http://api.example/api/v1/account?page=3'}", 2);
  assert_pages ("'links':{'next':'https://evil.example/api/v1/account?page=3'}", 2);
  assert_pages ("'links':{'next':'//evil.example/?page=3'}", 2);
  assert_pages ("'links':{'next':'https://api.example:8443/?page=3'}", 2);
  assert_pages ("'links':{'next':'https://api.example@evil.example/?page=3'}", 2);
  assert_pages ("'links':{'next':null}", 2);
  assert_pages ("'links':{'next':7}", 2);
}

static void
assert_list (const char *document, guint expected)
{
  g_autoptr (PlannrPage) page = plannr_test_read (plannr_read_accounts, document);

  g_assert_cmpuint (page->items->len, ==, expected);
  for (guint i = 0; i < expected; i++)
    g_assert_cmpstr (plannr_account_get_uuid (g_ptr_array_index (page->items, i)), ==,
                     i == 0 ? UUID_A : UUID_B);
}

static void
test_lists (void)
{
  assert_list ("[]", 0);
  assert_list ("{'data':[]}", 0);
  assert_list ("{'data':null}", 0);
  assert_list ("[{'uuid':'" UUID_A "'},{'uuid':'" UUID_B "'}]", 2);
  assert_list ("{'data':[{'uuid':'" UUID_A "'},{'uuid':'" UUID_B "'}]}", 2);
  assert_list ("{'data':{'uuid':'" UUID_A "'}}", 1);
  assert_list ("{'data':{'0':{'uuid':'" UUID_A "'},'2':{'uuid':'" UUID_B "'}}}", 2);
  assert_list ("{'data':[null,7,'x',[],{},{'uuid':'x'},{'uuid':'" UUID_A "'},true]}", 1);
  assert_list ("{'data':[7]}", 0);
  g_assert_null (plannr_test_read (plannr_read_accounts, "{}"));
  g_assert_null (plannr_test_read (plannr_read_accounts, "{'data':7}"));
  g_assert_null (plannr_test_read (plannr_read_accounts, "{'data':'x'}"));
  g_assert_null (plannr_test_read (plannr_read_accounts, "{'message':'x'}"));
  g_assert_null (plannr_test_read (plannr_read_accounts, "null"));
  g_assert_null (plannr_test_read (plannr_read_accounts, "7"));
}

static void
test_accounts_payload (void)
{
  g_autofree char *text = plannr_test_payload_text ("accounts-page.json");
  g_autoptr (PlannrPage) page = plannr_test_read (plannr_read_accounts, text);
  PlannrAccount *zoe = g_ptr_array_index (page->items, 1);

  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpuint (page->last, ==, 3);
  g_assert_cmpint (page->total, ==, 5);
  g_assert_cmpstr (plannr_account_get_uuid (zoe), ==, UUID_B);
  g_assert_cmpstr (plannr_account_get_name (zoe), ==, "Zoë Müller");
  g_assert_cmpstr (plannr_account_get_role (zoe), ==, "admin");
  g_assert_cmpint (plannr_account_get_kind (zoe), ==, PLANNR_ACCOUNT_KIND_EMPLOYEE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/page/last", test_pages);
  g_test_add_func ("/plannr/page/items", test_lists);
  g_test_add_func ("/plannr/page/accounts-payload", test_accounts_payload);

  return g_test_run ();
}
