/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-failure.h"

#include <string.h>

#include "plannr-test-fixture.h"
#include "plannr-test-server.h"

static const struct
{
  guint status;
  PlannrError code;
} statuses[] = {
  { 400, PLANNR_ERROR_INVALID },   { 401, PLANNR_ERROR_UNAUTHORIZED },
  { 402, PLANNR_ERROR_REJECTED },  { 403, PLANNR_ERROR_FORBIDDEN },
  { 404, PLANNR_ERROR_NOT_FOUND }, { 405, PLANNR_ERROR_METHOD },
  { 406, PLANNR_ERROR_REJECTED },  { 407, PLANNR_ERROR_PROXY },
  { 408, PLANNR_ERROR_REJECTED },  { 409, PLANNR_ERROR_CONFLICT },
  { 410, PLANNR_ERROR_REJECTED },  { 413, PLANNR_ERROR_REJECTED },
  { 415, PLANNR_ERROR_REJECTED },  { 418, PLANNR_ERROR_REJECTED },
  { 419, PLANNR_ERROR_REJECTED },  { 422, PLANNR_ERROR_INVALID },
  { 425, PLANNR_ERROR_REJECTED },  { 429, PLANNR_ERROR_BUSY },
  { 451, PLANNR_ERROR_REJECTED },  { 499, PLANNR_ERROR_REJECTED },
  { 500, PLANNR_ERROR_SERVER },    { 501, PLANNR_ERROR_SERVER },
  { 502, PLANNR_ERROR_SERVER },    { 503, PLANNR_ERROR_SERVER },
  { 504, PLANNR_ERROR_SERVER },    { 507, PLANNR_ERROR_SERVER },
  { 599, PLANNR_ERROR_SERVER },    { 600, PLANNR_ERROR_UNEXPECTED },
};

typedef struct
{
  PlannrTestServer *server; /* (owned) */
  PlannrApi *api;           /* (owned) */
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

static GError *
fail (Fixture *fixture)
{
  GError *error = NULL;
  guint n = plannr_test_server_get_n_requests (fixture->server);

  g_assert_null (plannr_test_create (fixture->api, &error));
  g_assert_cmpuint (plannr_test_server_get_n_requests (fixture->server), ==, n + 1);
  g_assert_cmpuint (error->domain, ==, PLANNR_ERROR);
  g_assert_true (plannr_error_get_details (error)->sent);

  return error;
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;
      PlannrErrorDetails *details;

      plannr_test_server_answer (fixture->server, statuses[i].status,
                                 "{\"message\":\"What it says.\"}");
      error = fail (fixture);
      details = plannr_error_get_details (error);
      g_assert_error (error, PLANNR_ERROR, (int) statuses[i].code);
      g_assert_cmpuint (details->status, ==, statuses[i].status);
      g_assert_cmpint (details->retry_after, ==, -1);
      g_assert_cmpstr (details->message, ==, statuses[i].status < 500 ? "What it says." : NULL);
      g_assert_null (details->fields);
    }
}

/* The same when there is no word with it. */
static void
test_statuses_alone (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;

      plannr_test_server_answer (fixture->server, statuses[i].status, NULL);
      error = fail (fixture);
      g_assert_error (error, PLANNR_ERROR, (int) statuses[i].code);
      g_assert_cmpstr (plannr_error_get_details (error)->message, ==, NULL);
    }
}

static void
assert_field (GPtrArray *fields, guint i, PlannrField field, const char *key, const char *message)
{
  const PlannrFieldError *error = g_ptr_array_index (fields, i);

  g_assert_cmpint (error->field, ==, field);
  g_assert_cmpstr (error->key, ==, key);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = plannr_test_payload_text ("refused-422.json");
  g_autoptr (GError) error = NULL;
  PlannrErrorDetails *details;

  plannr_test_server_answer (fixture->server, 422, answer);
  error = fail (fixture);
  details = plannr_error_get_details (error);

  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_INVALID);
  g_assert_cmpstr (details->message, ==,
                   "The participants must include at least one client. (and 1 more error)");
  g_assert_cmpuint (details->fields->len, ==, 2);
  assert_field (details->fields, 0, PLANNR_FIELD_PEOPLE, "participants",
                "The participants must include at least one client.");
  assert_field (details->fields, 1, PLANNR_FIELD_PLANS, "plans.0",
                "The selected plans.0 is invalid.");
}

static void
test_field_forms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannrErrorDetails *details;

  plannr_test_server_answer (
      fixture->server, 422,
      "{\"message\":7,\"errors\":{\"name\":\"Bare.\",\"type\":[\"One.\",\"Two.\"],"
      "\"status\":[],\"value\":null,\"plans\":[7,null,{},\"\",\"  \",\"<b>no</b>\"],"
      "\"custom_fields.favourite_drink\":[\"The favourite\\u0007 drink is required.\"],"
      "\"x\":\"App\\\\Http\\\\Resources\\\\TagResource\"}}");
  error = fail (fixture);
  details = plannr_error_get_details (error);

  g_assert_cmpstr (details->message, ==, NULL);
  g_assert_cmpuint (details->fields->len, ==, 4);
  assert_field (details->fields, 0, PLANNR_FIELD_NAME, "name", "Bare.");
  assert_field (details->fields, 1, PLANNR_FIELD_TYPE, "type", "One.");
  assert_field (details->fields, 2, PLANNR_FIELD_TYPE, "type", "Two.");
  assert_field (details->fields, 3, PLANNR_FIELD_OTHER, "custom_fields.favourite_drink",
                "The favourite  drink is required.");
}

static void
test_hostile_fields (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (5000, 'y');
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  PlannrErrorDetails *details;

  g_string_printf (body, "{\"message\":\"%s\",\"errors\":{\"name\":[", long_text);
  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "\"no\",");
  g_string_append_printf (body, "\"no\"],\"%s\":\"no\"}}", long_text);
  plannr_test_server_answer (fixture->server, 422, body->str);
  error = fail (fixture);
  details = plannr_error_get_details (error);

  g_assert_cmpuint (strlen (details->message), ==, 1000 + strlen ("…"));
  g_assert_true (g_str_has_suffix (details->message, "y…"));
  g_assert_cmpuint (details->fields->len, ==, 100);
}

/* What is broken, no JSON, or a web page says nothing; the status says enough. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *type;
    const char *body;
  } bodies[] = {
    { "application/json", "{\"message\":\"cut" },
    { "application/json", "" },
    { "application/json", "[[[[" },
    { "application/json", "[\"message\"]" },
    { "application/json", "{\"message\":\"<html><body>No</body></html>\"}" },
    { "application/json", "{\"message\":\" \\n\"}" },
    { "text/html", "<h1>No</h1>" },
    { "text/html", "{\"message\":\"No.\"}" },
    { "text/plain", "{\"message\":\"No.\"}" },
    { NULL, "{\"message\":\"No.\"}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new (bodies[i].body, strlen (bodies[i].body));
      g_autoptr (GError) error = NULL;

      plannr_test_server_answer_bytes (fixture->server, 422, bodies[i].type, body);
      error = fail (fixture);
      g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_INVALID);
      g_assert_cmpstr (plannr_error_get_details (error)->message, ==, NULL);
      g_assert_null (plannr_error_get_details (error)->fields);
    }
}

/* More than anybody reads is not waited for. */
static void
test_large_refusal (Fixture *fixture, gconstpointer data)
{
  gsize size = 512 * 1024;
  g_autofree char *text = g_strnfill (size, ' ');
  g_autoptr (GError) error = NULL;

  memcpy (text, "{\"message\":\"No.\"}", strlen ("{\"message\":\"No.\"}"));
  plannr_test_server_answer (fixture->server, 403, text);
  error = fail (fixture);
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_FORBIDDEN);
  g_assert_cmpuint (plannr_error_get_details (error)->status, ==, 403);
  g_assert_cmpstr (plannr_error_get_details (error)->message, ==, NULL);
}

static void
test_problem_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{\"message\":\"No.\"}", 17);
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer_bytes (fixture->server, 409, "application/problem+json", body);
  error = fail (fixture);
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_CONFLICT);
  g_assert_cmpstr (plannr_error_get_details (error)->message, ==, "No.");
}

static gint64
retry_after (Fixture *fixture, guint status, const char *value, const char *date)
{
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, status, "{}");
  plannr_test_server_add_header (fixture->server, "Retry-After", value);
  if (date != NULL)
    plannr_test_server_add_header (fixture->server, "Date", date);
  error = fail (fixture);

  return plannr_error_get_details (error)->retry_after;
}

static void
test_retry_after (Fixture *fixture, gconstpointer data)
{
  static const char date[] = "Tue, 24 Nov 2026 08:30:05 GMT";
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_seconds (now, 90);
  g_autofree char *later_text = soup_date_time_to_string (later, SOUP_DATE_HTTP);

  g_assert_cmpint (retry_after (fixture, 429, "30", NULL), ==, 30000);
  g_assert_cmpint (retry_after (fixture, 503, "1", NULL), ==, 1000);
  g_assert_cmpint (retry_after (fixture, 429, "0", NULL), ==, 0);
  g_assert_cmpint (retry_after (fixture, 429, "4294967295", NULL), ==, 24 * 60 * 60 * 1000);
  g_assert_cmpint (retry_after (fixture, 429, "99999999999999999999", NULL), ==, -1);
  g_assert_cmpint (retry_after (fixture, 429, "-5", NULL), ==, -1);
  g_assert_cmpint (retry_after (fixture, 429, "1.5", NULL), ==, -1);
  g_assert_cmpint (retry_after (fixture, 429, "soon", NULL), ==, -1);
  g_assert_cmpint (retry_after (fixture, 429, "", NULL), ==, -1);
  /* By the server's clock: that it is wrong by years does not matter. */
  g_assert_cmpint (retry_after (fixture, 429, "Tue, 24 Nov 2026 08:31:05 GMT", date), ==, 60000);
  g_assert_cmpint (retry_after (fixture, 429, "Tue, 24 Nov 2026 08:29:05 GMT", date), ==, 0);
  g_assert_cmpint (retry_after (fixture, 429, "Tue, 24 Nov 2099 08:29:05 GMT", date), ==,
                   24 * 60 * 60 * 1000);
  /* The server's own `Date` is that of this computer. */
  g_assert_cmpint (retry_after (fixture, 429, later_text, NULL), >, 60000);
  g_assert_cmpint (retry_after (fixture, 429, later_text, NULL), <=, 91000);
}

static void
test_unauthenticated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = plannr_test_payload_text ("unauthenticated-401.json");
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (fixture->server, 401, answer);
  error = fail (fixture);
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED);
  g_assert_cmpstr (plannr_error_get_details (error)->message, ==, "Unauthenticated.");
}

static void
test_not_json (Fixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "text/html", "text/plain", "application/octet-stream",
                                       NULL };
  g_autofree char *answer = plannr_test_payload_text ("case.json");
  g_autoptr (GBytes) body = g_bytes_new (answer, strlen (answer));

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;

      plannr_test_server_answer_bytes (fixture->server, 200, types[i], body);
      error = fail (fixture);
      g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_NOT_JSON);
      g_assert_cmpuint (plannr_error_get_details (error)->status, ==, 200);
    }
}

static void
test_transport (void)
{
  const struct
  {
    GQuark domain;
    int cause;
    PlannrError code;
  } causes[] = {
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, PLANNR_ERROR_NAME_NOT_FOUND },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_INTERNAL, PLANNR_ERROR_NAME_NOT_FOUND },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, PLANNR_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND, PLANNR_ERROR_NAME_NOT_FOUND },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, PLANNR_ERROR_REFUSED },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, PLANNR_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, PLANNR_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, PLANNR_ERROR_DEADLINE },
    { G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, PLANNR_ERROR_PROXY },
    { G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH, PLANNR_ERROR_PROXY },
    { G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED, PLANNR_ERROR_PROXY },
    { G_IO_ERROR, G_IO_ERROR_PROXY_NOT_ALLOWED, PLANNR_ERROR_PROXY },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, PLANNR_ERROR_CONNECTION_LOST },
    { G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, PLANNR_ERROR_CONNECTION_LOST },
    { G_IO_ERROR, G_IO_ERROR_FAILED, PLANNR_ERROR_CONNECTION_LOST },
    { G_IO_ERROR, G_IO_ERROR_INVALID_DATA, PLANNR_ERROR_BROKEN_JSON },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, PLANNR_ERROR_TLS },
    { G_TLS_ERROR, G_TLS_ERROR_NOT_TLS, PLANNR_ERROR_TLS },
    { G_TLS_ERROR, G_TLS_ERROR_HANDSHAKE, PLANNR_ERROR_TLS },
    { G_TLS_ERROR, G_TLS_ERROR_EOF, PLANNR_ERROR_CONNECTION_LOST },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, PLANNR_ERROR_NOT_JSON },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING, PLANNR_ERROR_BROKEN_JSON },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_TOO_MANY_REDIRECTS, PLANNR_ERROR_REDIRECT },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_TOO_MANY_RESTARTS, PLANNR_ERROR_CONNECTION_LOST },
    { G_FILE_ERROR, G_FILE_ERROR_NOENT, PLANNR_ERROR_CONNECTION_LOST },
  };
  g_autoptr (GError) cancelled =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_autoptr (GError) untouched = plannr_failure_from_transport (cancelled);

  for (gsize i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      g_autoptr (GError) cause =
          g_error_new_literal (causes[i].domain, causes[i].cause, "what happened");
      g_autoptr (GError) error = plannr_failure_from_transport (cause);

      g_assert_error (error, PLANNR_ERROR, (int) causes[i].code);
      g_assert_cmpstr (error->message, ==, "what happened");
      g_assert_false (plannr_error_get_details (error)->sent);
      g_assert_cmpuint (plannr_error_get_details (error)->status, ==, 0);
    }

  g_assert_error (untouched, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The details travel with a copy, too. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = plannr_test_payload_text ("refused-422.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  plannr_test_server_answer (fixture->server, 422, answer);
  error = fail (fixture);
  copy = g_error_copy (error);
  g_clear_error (&error);

  g_assert_cmpuint (plannr_error_get_details (copy)->status, ==, 422);
  assert_field (plannr_error_get_details (copy)->fields, 1, PLANNR_FIELD_PLANS, "plans.0",
                "The selected plans.0 is invalid.");
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

  add ("/plannr/failure/statuses", test_statuses);
  add ("/plannr/failure/statuses-alone", test_statuses_alone);
  add ("/plannr/failure/fields", test_fields);
  add ("/plannr/failure/field-forms", test_field_forms);
  add ("/plannr/failure/hostile-fields", test_hostile_fields);
  add ("/plannr/failure/unreadable", test_unreadable);
  add ("/plannr/failure/large-refusal", test_large_refusal);
  add ("/plannr/failure/problem-json", test_problem_json);
  add ("/plannr/failure/retry-after", test_retry_after);
  add ("/plannr/failure/unauthenticated", test_unauthenticated);
  add ("/plannr/failure/not-json", test_not_json);
  g_test_add_func ("/plannr/failure/transport", test_transport);
  add ("/plannr/failure/copy", test_copy);

  return g_test_run ();
}
