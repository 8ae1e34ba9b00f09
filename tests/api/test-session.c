/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-api.h"

#include <string.h>

#include "plannr-proxy-resolver.h"
#include "plannr-test-fixture.h"
#include "plannr-test-server.h"
#include "plannr-test-socket.h"

#define CASE "{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\",\"name\":\"x\"}"

/* A session as the application's, but for a proxy of our own. */
static PlannrApi *
proxied_api_new (PlannrTestSocket *proxy, const char *server)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autoptr (GProxyResolver) others =
      g_simple_proxy_resolver_new (plannr_test_socket_get_url (proxy), NULL);
  g_autoptr (GProxyResolver) resolver = plannr_proxy_resolver_new (others);

  g_assert_true (PLANNR_IS_PROXY_RESOLVER (soup_session_get_proxy_resolver (session)));
  soup_session_set_proxy_resolver (session, resolver);

  return plannr_api_new (session, server, TEST_TOKEN, TEST_ACCOUNT);
}

static void
test_loopback (void)
{
  g_autoptr (PlannrTestSocket) proxy = plannr_test_socket_new_text ("", PLANNR_TEST_CLOSE);
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = proxied_api_new (proxy, plannr_test_server_get_url (server));
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (server, 200, CASE);
  record = plannr_test_create (api, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 1);
  g_assert_cmpuint (plannr_test_socket_get_n_connections (proxy), ==, 0);
}

/* Whatever a proxy answers to CONNECT, the create itself was never sent. */
static void
test_proxy_refuses (void)
{
  static const char *const answers[] = {
    "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 502 Bad Gateway\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 422 No\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (PlannrTestSocket) proxy =
          plannr_test_socket_new_text (answers[i], PLANNR_TEST_CLOSE);
      g_autoptr (PlannrApi) api = proxied_api_new (proxy, "https://plannr.invalid");
      g_autoptr (GError) error = NULL;
      g_autofree char *received = NULL;
      guint n_marks = 0;

      g_assert_null (plannr_test_create_full (api, plannr_test_count_cb, &n_marks, NULL, &error));
      g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_PROXY);
      g_assert_false (plannr_error_get_details (error)->sent);
      g_assert_cmpuint (n_marks, ==, 0);

      /* And the token is none of the proxy's business. */
      received = plannr_test_socket_dup_received (proxy);
      g_assert_true (g_str_has_prefix (received, "CONNECT plannr.invalid:443 HTTP/1."));
      g_assert_null (strstr (received, TEST_TOKEN));
    }
}

static void
test_no_log (void)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();

  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_LOGGER));
  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_COOKIE_JAR));
  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_CACHE));
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/session/loopback", test_loopback);
  g_test_add_func ("/plannr/session/proxy-refuses", test_proxy_refuses);
  g_test_add_func ("/plannr/session/no-log", test_no_log);

  return g_test_run ();
}
