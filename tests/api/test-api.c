/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-api.h"

#include <json-glib/json-glib.h>

#include "plannr-test-fixture.h"
#include "plannr-test-server.h"

#define CLIENT "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1101"

typedef struct
{
  PlannrTestServer *server;
  PlannrApi *api;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = plannr_test_server_new (NULL);
  fixture->api = plannr_test_api_new (plannr_test_server_get_url (fixture->server));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->api);
  plannr_test_server_free (fixture->server);
}

/* What the server saw of the only request. */
static void
assert_request (Fixture *fixture, const char *method, const char *path, const char *query)
{
  const PlannrTestRequest *request = plannr_test_server_get_request (fixture->server, 0);

  g_assert_cmpuint (plannr_test_server_get_n_requests (fixture->server), ==, 1);
  g_assert_cmpstr (request->method, ==, method);
  g_assert_cmpstr (request->path, ==, path);
  g_assert_cmpstr (request->query, ==, query);
  g_assert_cmpint (request->version, ==, SOUP_HTTP_1_1);
  g_assert_cmpstr (soup_message_headers_get_list (request->headers, "Authorization"), ==,
                   "Bearer " TEST_TOKEN);
  g_assert_cmpstr (soup_message_headers_get_list (request->headers, "Content-Type"), ==,
                   "application/json");
  g_assert_cmpstr (soup_message_headers_get_list (request->headers, "Accept"), ==,
                   "application/json");
  g_assert_cmpstr (soup_message_headers_get_list (request->headers, "X-PLANNR-ACCOUNT-UUID"), ==,
                   TEST_ACCOUNT);
  g_assert_cmpstr (soup_message_headers_get_list (request->headers, "Cookie"), ==, NULL);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = plannr_test_payload_text ("specified-response.json");
  g_autoptr (PlannrCaseDraft) draft = plannr_test_specified_draft ();
  g_autoptr (GBytes) body = plannr_api_write_case (draft);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *asked = plannr_test_payload_text ("specified-request.json");
  g_autoptr (JsonNode) asked_node = json_from_string (asked, NULL);
  g_autoptr (JsonNode) sent_node = NULL;
  g_autofree char *sent = NULL;
  const PlannrTestRequest *request;
  guint n_marks = 0;

  plannr_test_server_answer (fixture->server, 200, answer);
  plannr_api_create_case_async (fixture->api, body, plannr_test_count_cb, &n_marks, NULL,
                                plannr_test_result_cb, &result);
  record =
      plannr_api_create_case_finish (fixture->api, plannr_test_wait_for_result (&result), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plannr_case_get_uuid (record), ==, "59572be1-5f2e-44e2-a9e9-27f48f868517");
  g_assert_cmpuint (n_marks, ==, 1);
  assert_request (fixture, "POST", "/api/v1/cases", NULL);

  request = plannr_test_server_get_request (fixture->server, 0);
  sent = g_strndup (g_bytes_get_data (request->body, NULL), g_bytes_get_size (request->body));
  sent_node = json_from_string (sent, NULL);
  g_assert_true (json_node_equal (sent_node, asked_node));
}

static void
test_get_case (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = plannr_test_payload_text ("case.json");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, 200, answer);
  plannr_api_get_case_async (fixture->api, CLIENT, NULL, plannr_test_result_cb, &result);
  record = plannr_api_get_case_finish (fixture->api, plannr_test_wait_for_result (&result), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plannr_case_get_name (record), ==, "Okafor pension transfer");
  assert_request (fixture, "GET", "/api/v1/cases/" CLIENT,
                  "include=participants,participants_count,type,status,plans,custom_fields");
}

static void
list_cases (Fixture *fixture, const char *client, guint page, const char *query)
{
  g_autofree char *one = plannr_test_payload_text ("case-minimal.json");
  g_autofree char *answer = g_strdup_printf ("{\"data\":[%s],\"meta\":{\"last_page\":7}}", one);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;
  guint last = 0;

  plannr_test_server_answer (fixture->server, 200, answer);
  plannr_api_list_cases_async (fixture->api, client, page, NULL, plannr_test_result_cb, &result);
  cases = plannr_api_list_cases_finish (fixture->api, plannr_test_wait_for_result (&result), &last,
                                        &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  g_assert_cmpuint (last, ==, 7);
  g_assert_cmpstr (plannr_case_get_name (g_ptr_array_index (cases, 0)), ==, "Annual review");
  assert_request (fixture, "GET", "/api/v1/cases", query);
}

static void
test_list_cases (Fixture *fixture, gconstpointer data)
{
  list_cases (fixture, CLIENT, 2,
              "filter%5Baccount_uuids%5D=" CLIENT "&sort=-created_at&per_page=500"
              "&include=participants,plans,type,status&page=2");
}

static void
test_list_all_cases (Fixture *fixture, gconstpointer data)
{
  list_cases (fixture, NULL, 1, "per_page=500&include=type,status&page=1");
}

static void
test_list_accounts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = plannr_test_payload_text ("accounts-page.json");
  const PlannrAccountQuery query = {
    .name = "O'Neill & Söhne+#%=?", .kind = PLANNR_ACCOUNT_KIND_CLIENT, .page = 2, .per_page = 50
  };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  guint last = 0;

  plannr_test_server_answer (fixture->server, 200, answer);
  plannr_api_list_accounts_async (fixture->api, &query, NULL, plannr_test_result_cb, &result);
  accounts = plannr_api_list_accounts_finish (fixture->api, plannr_test_wait_for_result (&result),
                                              &last, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 2);
  g_assert_cmpuint (last, ==, 3);
  g_assert_cmpstr (plannr_account_get_name (g_ptr_array_index (accounts, 1)), ==, "Zoë Müller");
  assert_request (fixture, "GET", "/api/v1/account",
                  "filter%5Bname%5D=O%27Neill%20%26%20S%C3%B6hne%2B%23%25%3D%3F"
                  "&filter%5Btype%5D=client&include=primary_email,assigned_adviser"
                  "&sort=first_name&per_page=50&page=2");
}

static void
test_list_accounts_by_contact (Fixture *fixture, gconstpointer data)
{
  const PlannrAccountQuery query = { .email = "a+b@x.org", .phone = "+44 20", .per_page = 9999 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, 200, "[]");
  plannr_api_list_accounts_async (fixture->api, &query, NULL, plannr_test_result_cb, &result);
  accounts = plannr_api_list_accounts_finish (fixture->api, plannr_test_wait_for_result (&result),
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 0);
  assert_request (fixture, "GET", "/api/v1/account",
                  "filter%5Bprimary_email%5D=a%2Bb%40x.org"
                  "&filter%5Bprimary_phone_number%5D=%2B44%2020"
                  "&include=primary_email,assigned_adviser"
                  "&sort=first_name&per_page=500&page=1");
}

static void
test_get_account (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannrAccount) account = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, 200,
                             "{\"data\":{\"uuid\":\"" CLIENT "\",\"name\":\"Ada\"}}");
  plannr_api_get_account_async (fixture->api, CLIENT, NULL, plannr_test_result_cb, &result);
  account =
      plannr_api_get_account_finish (fixture->api, plannr_test_wait_for_result (&result), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plannr_account_get_name (account), ==, "Ada");
  assert_request (fixture, "GET", "/api/v1/account/" CLIENT,
                  "include=primary_email,assigned_adviser");
}

static void
test_list_client_plans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  guint last = 0;

  plannr_test_server_answer (fixture->server, 200, "{\"data\":[{\"uuid\":\"" CLIENT "\"}]}");
  plannr_api_list_client_plans_async (fixture->api, CLIENT, 1, NULL, plannr_test_result_cb,
                                      &result);
  plans = plannr_api_list_client_plans_finish (fixture->api, plannr_test_wait_for_result (&result),
                                               &last, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 1);
  g_assert_cmpuint (last, ==, 1);
  assert_request (fixture, "GET", "/api/v1/client/" CLIENT "/plans", "per_page=500&page=1");
}

static void
list_plans (Fixture *fixture, const char *filter, const char *part, const char *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, 200, "{\"data\":[]}");
  plannr_api_list_plans_async (fixture->api, filter, part, NULL, plannr_test_result_cb, &result);
  plans = plannr_api_list_plans_finish (fixture->api, plannr_test_wait_for_result (&result), NULL,
                                        &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 0);
  assert_request (fixture, "GET", "/api/v1/plans", query);
}

static void
test_list_plans_by_name (Fixture *fixture, gconstpointer data)
{
  list_plans (fixture, "name", "ISA, Johns", "filter%5Bname%5D=Johns&per_page=100");
}

static void
test_list_plans_by_number (Fixture *fixture, gconstpointer data)
{
  list_plans (fixture, "policy_number", "SP/1", "filter%5Bpolicy_number%5D=SP%2F1&per_page=100");
}

static void
test_get_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, 200, "{\"uuid\":\"" CLIENT "\"}");
  plannr_api_get_plan_async (fixture->api, CLIENT, NULL, plannr_test_result_cb, &result);
  plan = plannr_api_get_plan_finish (fixture->api, plannr_test_wait_for_result (&result), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plannr_plan_get_uuid (plan), ==, CLIENT);
  assert_request (fixture, "GET", "/api/v1/plans/" CLIENT, NULL);
}

static void
test_list_statuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) statuses = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, 200,
                             "[{\"uuid\":\"" CLIENT "\",\"name\":\"No place\"},"
                             "{\"uuid\":\"" CLIENT "\",\"name\":\"Second\",\"position\":2},"
                             "{\"uuid\":\"" CLIENT "\",\"name\":\"First\",\"position\":1}]");
  plannr_api_list_statuses_async (fixture->api, NULL, plannr_test_result_cb, &result);
  statuses =
      plannr_api_list_statuses_finish (fixture->api, plannr_test_wait_for_result (&result), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (statuses->len, ==, 3);
  g_assert_cmpstr (plannr_choice_get_name (g_ptr_array_index (statuses, 0)), ==, "First");
  g_assert_cmpstr (plannr_choice_get_name (g_ptr_array_index (statuses, 1)), ==, "Second");
  g_assert_cmpstr (plannr_choice_get_name (g_ptr_array_index (statuses, 2)), ==, "No place");
  assert_request (fixture, "GET", "/api/v1/cases-status", "per_page=500");
}

static void
test_list_logins (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = plannr_test_payload_text ("logins.json");
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autoptr (PlannrApi) api =
      plannr_api_new (session, plannr_test_server_get_url (fixture->server), TEST_TOKEN, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) logins = NULL;
  g_autoptr (GError) error = NULL;
  const PlannrTestRequest *request;

  plannr_test_server_answer (fixture->server, 200, answer);
  plannr_api_list_logins_async (api, NULL, plannr_test_result_cb, &result);
  logins = plannr_api_list_logins_finish (api, plannr_test_wait_for_result (&result), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (logins->len, ==, 1);
  request = plannr_test_server_get_request (fixture->server, 0);
  g_assert_cmpstr (request->path, ==, "/api/v1/logins");
  g_assert_cmpstr (request->query, ==, NULL);
  g_assert_cmpstr (soup_message_headers_get_list (request->headers, "X-PLANNR-ACCOUNT-UUID"), ==,
                   NULL);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  add ("/plannr/api/create", test_create);
  add ("/plannr/api/get-case", test_get_case);
  add ("/plannr/api/list-cases", test_list_cases);
  add ("/plannr/api/list-all-cases", test_list_all_cases);
  add ("/plannr/api/list-accounts", test_list_accounts);
  add ("/plannr/api/list-accounts-by-contact", test_list_accounts_by_contact);
  add ("/plannr/api/get-account", test_get_account);
  add ("/plannr/api/list-client-plans", test_list_client_plans);
  add ("/plannr/api/list-plans-by-name", test_list_plans_by_name);
  add ("/plannr/api/list-plans-by-number", test_list_plans_by_number);
  add ("/plannr/api/get-plan", test_get_plan);
  add ("/plannr/api/list-statuses", test_list_statuses);
  add ("/plannr/api/list-logins", test_list_logins);

  return g_test_run ();
}
