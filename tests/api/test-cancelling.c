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

typedef struct
{
  PlannrApi *api;            /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GAsyncResult *result;      /* (owned) */
  GError *error;             /* (owned) */
  guint n_marks;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->cancellable);
  g_clear_object (&fixture->result);
  g_clear_error (&fixture->error);
  g_assert_finalize_object (fixture->api);
}

static void
send (Fixture *fixture, const char *server, PlannrMarkFunc mark)
{
  g_autoptr (GBytes) body = plannr_test_payload ("specified-request.json");

  fixture->api = plannr_test_api_new (server);
  plannr_api_create_case_async (fixture->api, body, mark, fixture, fixture->cancellable,
                                plannr_test_result_cb, &fixture->result);
}

static PlannrCase *
finish (Fixture *fixture)
{
  return plannr_api_create_case_finish (fixture->api,
                                        plannr_test_wait_for_result (&fixture->result),
                                        &fixture->error);
}

static void
assert_cancelled (Fixture *fixture, guint n_marks)
{
  g_assert_null (finish (fixture));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_marks, ==, n_marks);
}

/* Runs whatever a server that listens in this thread might still have to be told. */
static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
}

static gboolean
mark_cb (gpointer user_data)
{
  ((Fixture *) user_data)->n_marks++;

  return TRUE;
}

static gboolean
mark_refuse_cb (gpointer user_data)
{
  ((Fixture *) user_data)->n_marks++;

  return FALSE;
}

static gboolean
mark_cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (((Fixture *) user_data)->cancellable);

  return mark_cb (user_data);
}

static void
test_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);

  g_cancellable_cancel (fixture->cancellable);
  send (fixture, plannr_test_server_get_url (server), mark_cb);
  assert_cancelled (fixture, 0);
  settle ();
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 0);
}

/* At once after the call: the connection is not there yet. */
static void
test_connecting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);

  send (fixture, plannr_test_server_get_url (server), mark_cb);
  g_cancellable_cancel (fixture->cancellable);
  assert_cancelled (fixture, 0);
  settle ();
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 0);
}

/* A mark that cannot be written stops the request before its first byte. */
static void
test_mark_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestSocket) socket = plannr_test_socket_new_text ("", PLANNR_TEST_HOLD);
  g_autofree char *received = NULL;

  send (fixture, plannr_test_socket_get_url (socket), mark_refuse_cb);
  assert_cancelled (fixture, 1);
  settle ();
  received = plannr_test_socket_dup_received (socket);
  g_assert_cmpstr (received, ==, "");
}

static void
test_mark_refused_on_kept_connection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (GBytes) body = plannr_test_payload ("specified-request.json");
  g_autoptr (PlannrCase) first = NULL;

  plannr_test_server_answer (server, 200, CASE);
  send (fixture, plannr_test_server_get_url (server), mark_cb);
  first = finish (fixture);
  g_assert_no_error (fixture->error);
  g_clear_object (&fixture->result);

  plannr_api_create_case_async (fixture->api, body, mark_refuse_cb, fixture, fixture->cancellable,
                                plannr_test_result_cb, &fixture->result);
  assert_cancelled (fixture, 2);
  settle ();
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 1);
}

/* While it is being marked: it has been marked, so it may have gone. */
static void
test_marking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);

  plannr_test_server_hold (server);
  send (fixture, plannr_test_server_get_url (server), mark_cancel_cb);
  assert_cancelled (fixture, 1);
}

static void
wait_for_request (PlannrTestServer *server)
{
  while (plannr_test_server_get_n_requests (server) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);

  plannr_test_server_hold (server);
  send (fixture, plannr_test_server_get_url (server), mark_cb);
  wait_for_request (server);
  g_cancellable_cancel (fixture->cancellable);
  assert_cancelled (fixture, 1);
  settle ();
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 1);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
cancel_while_hearing (Fixture *fixture, const char *answer)
{
  g_autoptr (PlannrTestSocket) socket = plannr_test_socket_new_text (answer, PLANNR_TEST_HOLD);

  send (fixture, plannr_test_socket_get_url (socket), mark_cb);
  g_timeout_add (100, cancel_cb, fixture->cancellable);
  assert_cancelled (fixture, 1);
  g_assert_cmpuint (plannr_test_socket_get_n_connections (socket), ==, 1);
}

static void
test_reading_headers (Fixture *fixture, gconstpointer data)
{
  cancel_while_hearing (fixture, OK_HEADERS);
}

static void
test_reading_body (Fixture *fixture, gconstpointer data)
{
  cancel_while_hearing (fixture, OK_HEADERS "Content-Length: 99\r\n\r\n" CASE);
}

/* From another thread, which must neither deadlock nor be missed. */
static gpointer
cancel_in_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return NULL;
}

static void
test_from_another_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  GThread *thread;

  plannr_test_server_hold (server);
  send (fixture, plannr_test_server_get_url (server), mark_cb);
  wait_for_request (server);
  thread = g_thread_new ("cancel", cancel_in_thread, fixture->cancellable);
  assert_cancelled (fixture, 1);
  g_thread_join (thread);
}

/* What is there is there: a case that was made is not lost because Cancel came too late. */
static void
test_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrCase) record = NULL;

  plannr_test_server_answer (server, 200, CASE);
  send (fixture, plannr_test_server_get_url (server), mark_cb);
  plannr_test_wait_for_result (&fixture->result);
  g_cancellable_cancel (fixture->cancellable);
  record = finish (fixture);

  g_assert_no_error (fixture->error);
  g_assert_nonnull (record);
}

/* A look-up whose caller may be gone is another matter. */
static void
test_look_up_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrCase) record = NULL;

  plannr_test_server_answer (server, 200, CASE);
  fixture->api = plannr_test_api_new (plannr_test_server_get_url (server));
  plannr_api_get_case_async (fixture->api, TEST_ACCOUNT, fixture->cancellable,
                             plannr_test_result_cb, &fixture->result);
  plannr_test_wait_for_result (&fixture->result);
  g_cancellable_cancel (fixture->cancellable);
  record = plannr_api_get_case_finish (fixture->api, fixture->result, &fixture->error);

  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (record);
}

static void
test_look_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);

  plannr_test_server_hold (server);
  fixture->api = plannr_test_api_new (plannr_test_server_get_url (server));
  plannr_api_list_cases_async (fixture->api, NULL, 1, fixture->cancellable, plannr_test_result_cb,
                               &fixture->result);
  wait_for_request (server);
  g_cancellable_cancel (fixture->cancellable);

  g_assert_null (plannr_api_list_cases_finish (fixture->api,
                                               plannr_test_wait_for_result (&fixture->result), NULL,
                                               &fixture->error));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The first reason is the one: whoever cancels after the deadline was not the one who ended it. */
static void
test_after_deadline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (GBytes) body = plannr_test_payload ("specified-request.json");

  plannr_test_server_hold (server);
  fixture->api = plannr_test_api_new (plannr_test_server_get_url (server));
  plannr_api_set_deadlines (fixture->api, 100, 100);
  plannr_api_create_case_async (fixture->api, body, mark_cb, fixture, fixture->cancellable,
                                plannr_test_result_cb, &fixture->result);
  plannr_test_wait_for_result (&fixture->result);
  g_cancellable_cancel (fixture->cancellable);

  g_assert_null (finish (fixture));
  g_assert_error (fixture->error, PLANNR_ERROR, PLANNR_ERROR_DEADLINE);
  g_assert_true (plannr_error_get_details (fixture->error)->sent);
}

/* The API goes away while it waits: the request holds what it needs. */
static void
test_api_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (GObject) source = NULL;

  plannr_test_server_answer (server, 200, CASE);
  send (fixture, plannr_test_server_get_url (server), mark_cb);
  g_object_unref (fixture->api);
  plannr_test_wait_for_result (&fixture->result);
  source = g_async_result_get_source_object (fixture->result);
  g_assert_true (source == G_OBJECT (fixture->api));
  fixture->api = PLANNR_API (g_object_ref (source));
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

  add ("/plannr/cancelling/before", test_before);
  add ("/plannr/cancelling/connecting", test_connecting);
  add ("/plannr/cancelling/mark-refused", test_mark_refused);
  add ("/plannr/cancelling/mark-refused-on-kept-connection", test_mark_refused_on_kept_connection);
  add ("/plannr/cancelling/marking", test_marking);
  add ("/plannr/cancelling/waiting", test_waiting);
  add ("/plannr/cancelling/reading-headers", test_reading_headers);
  add ("/plannr/cancelling/reading-body", test_reading_body);
  add ("/plannr/cancelling/from-another-thread", test_from_another_thread);
  add ("/plannr/cancelling/too-late", test_too_late);
  add ("/plannr/cancelling/look-up-too-late", test_look_up_too_late);
  add ("/plannr/cancelling/look-up", test_look_up);
  add ("/plannr/cancelling/after-deadline", test_after_deadline);
  add ("/plannr/cancelling/api-dropped", test_api_dropped);

  return g_test_run ();
}
