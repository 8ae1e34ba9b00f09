/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-request.h"

#include <string.h>

#include "plannr-test-fixture.h"
#include "plannr-test-server.h"
#include "plannr-test-socket.h"

#define OK_HEADERS "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define CASE       "{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\",\"name\":\"x\"}"

/* Long enough for a machine that is busy, short enough to wait for. */
#define SHORT      300

static void
assert_error (GError *error, PlannrError code, guint status)
{
  g_assert_error (error, PLANNR_ERROR, (int) code);
  g_assert_true (plannr_error_get_details (error)->sent);
  g_assert_cmpuint (plannr_error_get_details (error)->status, ==, status);
  g_assert_cmpint (plannr_error_get_details (error)->retry_after, ==, -1);
}

/* A create is answered like this: which error is it, and was the request sent just once? */
static void
assert_answer (const char *answer, PlannrTestEnding ending, PlannrError code, guint status)
{
  g_autoptr (PlannrTestSocket) socket = plannr_test_socket_new_text (answer, ending);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_socket_get_url (socket));
  g_autoptr (GError) error = NULL;
  g_autofree char *received = NULL;
  guint n_marks = 0;
  PlannrCase *record;

  plannr_api_set_deadlines (api, SHORT, SHORT);
  record = plannr_test_create_full (api, plannr_test_count_cb, &n_marks, NULL, &error);

  g_assert_null (record);
  assert_error (error, code, status);
  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpuint (plannr_test_socket_get_n_connections (socket), ==, 1);
  received = plannr_test_socket_dup_received (socket);
  g_assert_true (g_str_has_prefix (received, "POST /api/v1/cases HTTP/1.1\r\n"));
  g_assert_null (strstr (received + 1, "POST "));
}

static const struct
{
  const char *name;
  const char *answer;
  PlannrTestEnding ending;
  PlannrError code;
  guint status;
} wounds[] = {
  { "nothing-and-close", "", PLANNR_TEST_CLOSE, PLANNR_ERROR_CONNECTION_LOST, 0 },
  { "nothing-and-reset", "", PLANNR_TEST_RESET, PLANNR_ERROR_CONNECTION_LOST, 0 },
  { "nothing-and-silence", "", PLANNR_TEST_HOLD, PLANNR_ERROR_DEADLINE, 0 },
  { "cut-in-the-status", "HTTP/1.1 2", PLANNR_TEST_CLOSE, PLANNR_ERROR_NOT_JSON, 0 },
  { "cut-in-a-header", OK_HEADERS "Content-Le", PLANNR_TEST_CLOSE, PLANNR_ERROR_NOT_JSON, 0 },
  { "reset-in-a-header", OK_HEADERS "Content-Le", PLANNR_TEST_RESET, PLANNR_ERROR_CONNECTION_LOST,
    0 },
  { "silence-in-a-header", OK_HEADERS "Content-Le", PLANNR_TEST_HOLD, PLANNR_ERROR_DEADLINE, 0 },
  { "cut-in-a-sized-body", OK_HEADERS "Content-Length: 500\r\n\r\n" CASE, PLANNR_TEST_CLOSE,
    PLANNR_ERROR_CONNECTION_LOST, 200 },
  { "silence-in-a-sized-body", OK_HEADERS "Content-Length: 500\r\n\r\n" CASE, PLANNR_TEST_HOLD,
    PLANNR_ERROR_DEADLINE, 200 },
  { "cut-in-a-chunk", OK_HEADERS "Transfer-Encoding: chunked\r\n\r\nff\r\n{\"uuid\":",
    PLANNR_TEST_CLOSE, PLANNR_ERROR_CONNECTION_LOST, 200 },
  { "cut-between-chunks", OK_HEADERS "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"uuid\":\r\n",
    PLANNR_TEST_CLOSE, PLANNR_ERROR_BROKEN_JSON, 200 },
  { "cut-until-close", OK_HEADERS "\r\n{\"uuid\":", PLANNR_TEST_CLOSE, PLANNR_ERROR_BROKEN_JSON,
    200 },
  { "no-body", OK_HEADERS "Content-Length: 0\r\n\r\n", PLANNR_TEST_CLOSE, PLANNR_ERROR_BROKEN_JSON,
    200 },
  { "no-content", "HTTP/1.1 204 No Content\r\n\r\n", PLANNR_TEST_CLOSE, PLANNR_ERROR_NOT_JSON,
    204 },
  { "no-http", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n\r\n", PLANNR_TEST_CLOSE, PLANNR_ERROR_NOT_JSON,
    0 },
  { "noise", "\x01\x02\x03\x80\xff\r\n\r\n", PLANNR_TEST_CLOSE, PLANNR_ERROR_NOT_JSON, 0 },
  { "after-continue", "HTTP/1.1 100 Continue\r\n\r\n", PLANNR_TEST_CLOSE,
    PLANNR_ERROR_CONNECTION_LOST, 0 },
  /* libsoup would send it again, over another connection and without its body. */
  { "misdirected", "HTTP/1.1 421 Misdirected Request\r\nContent-Length: 0\r\n\r\n",
    PLANNR_TEST_HOLD, PLANNR_ERROR_CONNECTION_LOST, 0 },
  { "request-timeout", "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n",
    PLANNR_TEST_CLOSE, PLANNR_ERROR_REJECTED, 408 },
  { "refusal-cut", "HTTP/1.1 422 No\r\nContent-Type: application/json\r\n\r\n{\"mess",
    PLANNR_TEST_CLOSE, PLANNR_ERROR_INVALID, 422 },
  { "refusal-and-silence",
    "HTTP/1.1 422 No\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"mess",
    PLANNR_TEST_HOLD, PLANNR_ERROR_INVALID, 422 },
  { "refusal-and-reset",
    "HTTP/1.1 403 No\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"mess",
    PLANNR_TEST_RESET, PLANNR_ERROR_FORBIDDEN, 403 },
};

static void
test_wound (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  assert_answer (wounds[i].answer, wounds[i].ending, wounds[i].code, wounds[i].status);
}

/* A server that says a byte now and then never lets a timeout between two reads pass. */
static void
drip (gsize from)
{
  static const char answer[] = OK_HEADERS "Content-Length: 58\r\n\r\n" CASE;
  g_autoptr (PlannrTestSocket) socket = plannr_test_socket_new_text (answer, PLANNR_TEST_CLOSE);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_socket_get_url (socket));
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  plannr_test_socket_drip (socket, from, 20);
  plannr_api_set_deadlines (api, SHORT, SHORT);

  g_assert_null (plannr_test_create (api, &error));
  assert_error (error, PLANNR_ERROR_DEADLINE, from > 0 ? 200 : 0);
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, SHORT * 1000 - 1000);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_TIME_SPAN_SECOND);
}

static void
test_dripping_headers (void)
{
  drip (0);
}

static void
test_dripping_body (void)
{
  drip (strlen (OK_HEADERS "Content-Length: 58\r\n\r\n"));
}

/* The deadlines of creates and look-ups are two. */
static void
test_deadlines (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_hold (server);
  plannr_api_set_deadlines (api, 60000, SHORT);
  plannr_api_list_logins_async (api, NULL, plannr_test_result_cb, &result);
  g_assert_null (
      plannr_api_list_logins_finish (api, plannr_test_wait_for_result (&result), &error));
  assert_error (error, PLANNR_ERROR_DEADLINE, 0);
}

static void
test_connection_kept (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));

  plannr_test_server_answer (server, 200, CASE);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannrCase) record = plannr_test_create (api, &error);

      g_assert_no_error (error);
      g_assert_nonnull (record);
    }

  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 20);
  for (guint i = 1; i < 20; i++)
    g_assert_cmpuint (plannr_test_server_get_request (server, i)->port, ==,
                      plannr_test_server_get_request (server, 0)->port);
}

/* Answered once and then closed: the second create must go over a new connection, and none is
 * ever sent twice. */
static void
test_connection_closed_between (void)
{
  g_autoptr (PlannrTestSocket) socket =
      plannr_test_socket_new_text (OK_HEADERS "Content-Length: 58\r\n\r\n" CASE, PLANNR_TEST_CLOSE);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_socket_get_url (socket));
  g_autofree char *received = NULL;
  guint n_created = 0;
  guint n_sent = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannrCase) record = plannr_test_create (api, &error);

      /* Where the end of the connection is noticed only on writing that is an error, which is
       * right: nobody knows whether the server has read. */
      if (record != NULL)
        n_created++;
      else
        g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_CONNECTION_LOST);
    }

  g_assert_cmpuint (n_created, >, 0);
  received = plannr_test_socket_dup_received (socket);
  for (const char *at = received; (at = strstr (at, "POST /api")) != NULL; at++)
    n_sent++;
  g_assert_cmpuint (n_sent, >=, n_created);
  g_assert_cmpuint (n_sent, <=, 20);
}

/* Many that were given up must not use up the session's connections. */
static void
test_no_connection_leaks (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrTestSocket) socket = plannr_test_socket_new_text ("", PLANNR_TEST_HOLD);
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autoptr (PlannrApi) stuck =
      plannr_api_new (session, plannr_test_socket_get_url (socket), TEST_TOKEN, NULL);
  g_autoptr (PlannrApi) api =
      plannr_api_new (session, plannr_test_server_get_url (server), TEST_TOKEN, NULL);
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (GError) error = NULL;

  plannr_api_set_deadlines (stuck, 20, 20);
  for (guint i = 0; i < 19; i++)
    {
      g_autoptr (GError) late = NULL;

      g_assert_null (plannr_test_create (stuck, &late));
      g_assert_error (late, PLANNR_ERROR, PLANNR_ERROR_DEADLINE);
    }

  plannr_test_server_answer (server, 200, CASE);
  record = plannr_test_create (api, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
}

static void
test_redirects (void)
{
  static const guint statuses[] = { 300, 301, 302, 303, 304, 307, 308 };
  g_autoptr (PlannrTestServer) elsewhere = plannr_test_server_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
      g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
      g_autoptr (GError) error = NULL;

      plannr_test_server_answer (server, statuses[i], CASE);
      plannr_test_server_add_header (server, "Location", plannr_test_server_get_url (elsewhere));
      g_assert_null (plannr_test_create (api, &error));
      assert_error (error, PLANNR_ERROR_REDIRECT, statuses[i]);
      g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 1);
    }

  g_assert_cmpuint (plannr_test_server_get_n_requests (elsewhere), ==, 0);
}

/* A server that asks for a password does not get our token exchanged for something else. */
static void
test_challenges (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));

  plannr_test_server_answer (server, 401, "{\"message\":\"Unauthenticated.\"}");
  plannr_test_server_add_header (server, "WWW-Authenticate", "Basic realm=\"x\"");
  plannr_test_server_add_header (server, "WWW-Authenticate", "Bearer");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plannr_test_create (api, &error));
      assert_error (error, PLANNR_ERROR_UNAUTHORIZED, 401);
      g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, i + 1);
      g_assert_cmpstr (soup_message_headers_get_list (
                           plannr_test_server_get_request (server, i)->headers, "Authorization"),
                       ==, "Bearer " TEST_TOKEN);
    }
}

static void
test_cookies (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));

  plannr_test_server_answer (server, 200, CASE);
  plannr_test_server_add_header (server, "Set-Cookie", "session=1; Path=/");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlannrCase) record = plannr_test_create (api, NULL);

      g_assert_nonnull (record);
      g_assert_cmpstr (soup_message_headers_get_list (
                           plannr_test_server_get_request (server, i)->headers, "Cookie"),
                       ==, NULL);
    }
}

static void
test_refused (void)
{
  g_autoptr (PlannrTestSocket) socket = plannr_test_socket_new_text ("", PLANNR_TEST_CLOSE);
  g_autofree char *url = g_strdup (plannr_test_socket_get_url (socket));
  g_autoptr (PlannrApi) api = plannr_test_api_new (url);
  g_autoptr (GError) error = NULL;
  guint n_marks = 0;

  g_clear_pointer (&socket, plannr_test_socket_free);

  g_assert_null (plannr_test_create_full (api, plannr_test_count_cb, &n_marks, NULL, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_REFUSED);
  g_assert_false (plannr_error_get_details (error)->sent);
  g_assert_cmpuint (n_marks, ==, 0);
}

static void
queued_cb (SoupSession *session, SoupMessage *message, gpointer user_data)
{
  g_set_object ((SoupMessage **) user_data, message);
}

/* On HTTP/2 libsoup starts some messages a second time without a word. */
static void
test_second_start (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autoptr (PlannrApi) api =
      plannr_api_new (session, plannr_test_server_get_url (server), TEST_TOKEN, NULL);
  g_autoptr (GBytes) body = plannr_test_payload ("specified-request.json");
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_marks = 0;

  plannr_test_server_hold (server);
  g_signal_connect (session, "request-queued", G_CALLBACK (queued_cb), &message);
  plannr_api_create_case_async (api, body, plannr_test_count_cb, &n_marks, NULL,
                                plannr_test_result_cb, &result);
  while (plannr_test_server_get_n_requests (server) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (message, "starting");

  g_assert_null (
      plannr_api_create_case_finish (api, plannr_test_wait_for_result (&result), &error));
  assert_error (error, PLANNR_ERROR_CONNECTION_LOST, 0);
  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 1);
}

static void
test_impossible_address (void)
{
  g_autoptr (PlannrApi) api = plannr_test_api_new ("nowhere");
  g_autoptr (GError) error = NULL;

  g_assert_null (plannr_test_create (api, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_ADDRESS);
  g_assert_false (plannr_error_get_details (error)->sent);
}

/* What could not stand in a header is not sent, and does not become two headers. */
static void
test_impossible_tokens (void)
{
  static const char *const tokens[] = { "", "a b", "a\nX-Other: b", "a\r\n\r\nb", "é", "a\tb" };
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (SoupSession) session = plannr_api_session_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autoptr (PlannrApi) api =
          plannr_api_new (session, plannr_test_server_get_url (server), tokens[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (plannr_test_create (api, &error));
      g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED);
      g_assert_false (plannr_error_get_details (error)->sent);
    }

  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wounds); i++)
    {
      g_autofree char *path = g_strconcat ("/plannr/request/wound/", wounds[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_wound);
    }

  g_test_add_func ("/plannr/request/dripping-headers", test_dripping_headers);
  g_test_add_func ("/plannr/request/dripping-body", test_dripping_body);
  g_test_add_func ("/plannr/request/deadlines", test_deadlines);
  g_test_add_func ("/plannr/request/connection-kept", test_connection_kept);
  g_test_add_func ("/plannr/request/connection-closed-between", test_connection_closed_between);
  g_test_add_func ("/plannr/request/no-connection-leaks", test_no_connection_leaks);
  g_test_add_func ("/plannr/request/redirects", test_redirects);
  g_test_add_func ("/plannr/request/challenges", test_challenges);
  g_test_add_func ("/plannr/request/cookies", test_cookies);
  g_test_add_func ("/plannr/request/refused", test_refused);
  g_test_add_func ("/plannr/request/second-start", test_second_start);
  g_test_add_func ("/plannr/request/impossible-address", test_impossible_address);
  g_test_add_func ("/plannr/request/impossible-tokens", test_impossible_tokens);

  return g_test_run ();
}
