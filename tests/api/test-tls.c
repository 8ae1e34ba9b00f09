/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-api.h"

#include "plannr-test-certificate.h"
#include "plannr-test-fixture.h"
#include "plannr-test-server.h"

#define CASE "{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\",\"name\":\"x\"}"

/* A leak sanitizer that looks for leaks after GnuTLS was loaded at run time crashes itself, on
 * Debian 12. What these tests call of ours is looked at in the others. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

static void
test_certificate_of_nobody (void)
{
  g_autoptr (GTlsCertificate) certificate = plannr_test_certificate_new ();
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (certificate);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
  g_autoptr (GError) error = NULL;
  guint n_marks = 0;

  plannr_test_server_answer (server, 200, CASE);
  g_assert_null (plannr_test_create_full (api, plannr_test_count_cb, &n_marks, NULL, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_TLS);
  g_assert_false (plannr_error_get_details (error)->sent);
  g_assert_cmpuint (n_marks, ==, 0);
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 0);
}

static PlannrApi *
trusting_api_new (const char *url)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autoptr (GTlsDatabase) database = plannr_test_certificate_new_database ();

  soup_session_set_tls_database (session, database);

  return plannr_api_new (session, url, TEST_TOKEN, TEST_ACCOUNT);
}

/* Over TLS, too, it is HTTP/1.1 on the wire, and one connection for all creates. */
static void
test_http_version (void)
{
  g_autoptr (GTlsCertificate) certificate = plannr_test_certificate_new ();
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (certificate);
  g_autoptr (PlannrApi) api = trusting_api_new (plannr_test_server_get_url (server));

  plannr_test_server_answer (server, 200, CASE);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannrCase) record = plannr_test_create (api, &error);

      g_assert_no_error (error);
      g_assert_nonnull (record);
      g_assert_cmpint (plannr_test_server_get_request (server, i)->version, ==, SOUP_HTTP_1_1);
      g_assert_cmpuint (plannr_test_server_get_request (server, i)->port, ==,
                        plannr_test_server_get_request (server, 0)->port);
    }
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 3);
}

/* Down from https to http is where a token would be read on the way. */
static void
test_downgrade (void)
{
  g_autoptr (GTlsCertificate) certificate = plannr_test_certificate_new ();
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (certificate);
  g_autoptr (PlannrTestServer) plain = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = trusting_api_new (plannr_test_server_get_url (server));
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (server, 302, NULL);
  plannr_test_server_add_header (server, "Location", plannr_test_server_get_url (plain));
  g_assert_null (plannr_test_create (api, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_REDIRECT);
  g_assert_cmpuint (plannr_test_server_get_n_requests (plain), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  /* Only a server that could speak HTTP/2 shows that we do not. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/tls/certificate-of-nobody", test_certificate_of_nobody);
  g_test_add_func ("/plannr/tls/http-version", test_http_version);
  g_test_add_func ("/plannr/tls/downgrade", test_downgrade);

  return g_test_run ();
}
