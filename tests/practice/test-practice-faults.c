/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

#include <string.h>

#define CASE "{\"name\":\"Faulty\",\"participants\":[\"" FIRM_GARETH "\"]}"

typedef struct
{
  const char *name;
  guint status;    /* 0: no answer comes */
  gboolean stored; /* the case is there all the same */
} Expectation;

static gint64
count_cases (const char *file)
{
  return firm_count (file, "SELECT count(*) FROM cases WHERE name = 'Faulty'");
}

/* The second create fails as NAME says; the first and the third are as always. */
static void
test_kth_create (gconstpointer data)
{
  const Expectation *expected = data;
  g_autofree char *file = firm_make_file ();
  g_autofree char *fault = g_strconcat (expected->name, "@2", NULL);
  g_autoptr (Firm) firm = firm_start_with ("--data", file, "--fault", fault, "--hold", "1", NULL);
  g_autoptr (Answer) first = firm_create (firm, CASE);
  g_autoptr (Answer) second = firm_create (firm, CASE);
  gint64 stored = count_cases (file);
  g_autoptr (Answer) third = firm_create (firm, CASE);

  g_assert_cmpuint (first->status, ==, 200);
  g_assert_cmpuint (second->status, ==, expected->status);
  g_assert_cmpint (stored, ==, expected->stored ? 2 : 1);
  g_assert_cmpuint (third->status, ==, 200);
  firm_stop (firm);
  firm_remove_file (file);
}

static Answer *
create_with (const char *fault, Firm **firm)
{
  *firm = firm_start_with ("--fault", fault, "--hold", "1", NULL);
  return firm_create (*firm, CASE);
}

static void
test_bodies (void)
{
  static const struct
  {
    const char *fault;
    gboolean is_json;
    gsize least;
    gsize most;
  } bodies[] = {
    { "truncated-json@1", FALSE, 100, 1000 },
    { "no-uuid@1", TRUE, 10, 200 },
    { "garbage@1", FALSE, 10, 100 },
    { "deep-json@1", FALSE, 200000, 200000 },
    { "huge@1", FALSE, 48 * 1024 * 1024, 49 * 1024 * 1024 },
    { "gzip-bomb@1", FALSE, 128 * 1024 * 1024, 129 * 1024 * 1024 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (Firm) firm = NULL;
      g_autoptr (Answer) answer = create_with (bodies[i].fault, &firm);

      g_test_message ("%s", bodies[i].fault);
      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_true (g_str_has_prefix (answer_header (answer, "Content-Type"), "application/json"));
      g_assert_cmpint (answer->root != NULL, ==, bodies[i].is_json);
      g_assert_cmpuint (g_bytes_get_size (answer->body), >=, bodies[i].least);
      g_assert_cmpuint (g_bytes_get_size (answer->body), <=, bodies[i].most);
    }
}

static void
test_retry_after (void)
{
  g_autoptr (Firm) seconds_firm = NULL;
  g_autoptr (Firm) date_firm = NULL;
  g_autoptr (Firm) bare_firm = NULL;
  g_autoptr (Answer) seconds = create_with ("429@1", &seconds_firm);
  g_autoptr (Answer) date = create_with ("429-date@1", &date_firm);
  g_autoptr (Answer) bare = create_with ("429-bare@1", &bare_firm);
  g_autoptr (GDateTime) then = NULL;

  g_assert_cmpuint (seconds->status, ==, 429);
  g_assert_cmpstr (answer_header (seconds, "Retry-After"), ==, "2");
  g_assert_cmpstr (answer_header (seconds, "X-Ratelimit-Remaining"), ==, "0");
  then = soup_date_time_new_from_http_string (answer_header (date, "Retry-After"));
  g_assert_nonnull (then);
  g_assert_cmpuint (bare->status, ==, 429);
  g_assert_null (answer_header (bare, "Retry-After"));
}

static void
test_headers (void)
{
  g_autoptr (Firm) bad_firm = NULL;
  g_autoptr (Firm) no_firm = NULL;
  g_autoptr (Firm) skewed_firm = NULL;
  g_autoptr (Firm) back_firm = NULL;
  g_autoptr (Firm) redirect_firm = NULL;
  g_autoptr (Firm) proxy_firm = NULL;
  g_autoptr (Answer) bad = create_with ("bad-date@1", &bad_firm);
  g_autoptr (Answer) no = create_with ("no-date@1", &no_firm);
  g_autoptr (Answer) skewed = create_with ("skewed-date@1", &skewed_firm);
  g_autoptr (Answer) back = create_with ("skewed-date-back@1", &back_firm);
  g_autoptr (Answer) redirect = create_with ("302@1", &redirect_firm);
  g_autoptr (Answer) proxy = create_with ("502-html@1", &proxy_firm);
  g_autoptr (GDateTime) nonsense =
      soup_date_time_new_from_http_string (answer_header (bad, "Date"));
  g_autoptr (GDateTime) ahead =
      soup_date_time_new_from_http_string (answer_header (skewed, "Date"));
  g_autoptr (GDateTime) behind = soup_date_time_new_from_http_string (answer_header (back, "Date"));
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_null (answer_header (no, "Date"));
  g_assert_null (nonsense);
  g_assert_cmpint (g_date_time_difference (ahead, now), >, 25 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (g_date_time_difference (now, behind), >, 25 * G_TIME_SPAN_HOUR);
  g_assert_cmpstr (answer_header (redirect, "Location"), ==, "/login");
  g_assert_true (g_str_has_prefix (answer_header (proxy, "Content-Type"), "text/html"));
}

static void
test_422 (void)
{
  g_autoptr (Firm) firm = NULL;
  g_autoptr (Answer) answer = create_with ("422@1", &firm);

  g_assert_cmpstr (answer_text (answer, "$.errors.name[0]"), ==,
                   "The name has already been taken.");
  g_assert_nonnull (answer_text (answer, "$.errors['custom_fields.referral_source'][0]"));
}

static void
test_drip (void)
{
  g_autoptr (Firm) firm = firm_start_with ("--fault", "drip@1", NULL);
  g_autofree char *uri = g_strconcat (firm->base, "api/v1/cases", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GBytes) body = g_bytes_new_static (CASE, strlen (CASE));
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began;
  char buffer[4096];

  soup_message_set_request_body_from_bytes (message, "application/json", body);
  soup_message_headers_append (headers, "Authorization", "Bearer practice");
  soup_message_headers_append (headers, "X-PLANNR-ACCOUNT-UUID", FIRM_ZOE);
  stream = soup_session_send (firm->session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);

  began = g_get_monotonic_time ();
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL), ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 300 * 1000);
}

/* A client that gives up does no harm, and what is to be stored late is stored. */
static void
test_late_commit (void)
{
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm =
      firm_start_with ("--data", file, "--fault", "late-commit@1", "--hold", "2", NULL);
  g_autoptr (Answer) gone = NULL;
  gint64 deadline;

  g_object_set (firm->session, "timeout", 1, NULL);
  gone = firm_create (firm, CASE);
  g_assert_cmpuint (gone->status, ==, 0);
  g_assert_cmpint (count_cases (file), ==, 0);

  deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  while (count_cases (file) == 0 && g_get_monotonic_time () < deadline)
    g_usleep (50000);
  g_assert_cmpint (count_cases (file), ==, 1);
  firm_stop (firm);
  firm_remove_file (file);
}

static void
test_readings (void)
{
  g_autoptr (Firm) firm =
      firm_start_with ("--fault", "503@GET/cases-status:1", "--fault", "404@GET/account:*", NULL);
  g_autoptr (Answer) statuses = firm_get (firm, "cases-status");
  g_autoptr (Answer) again = firm_get (firm, "cases-status");
  g_autoptr (Answer) people = firm_get (firm, "account");
  g_autoptr (Answer) gareth = firm_get (firm, "account/" FIRM_GARETH);
  g_autoptr (Answer) created = firm_create (firm, CASE);

  g_assert_cmpuint (statuses->status, ==, 503);
  g_assert_cmpuint (again->status, ==, 200);
  g_assert_cmpuint (people->status, ==, 404);
  g_assert_cmpuint (gareth->status, ==, 404);
  g_assert_cmpuint (created->status, ==, 200);
}

static void
test_range (void)
{
  g_autoptr (Firm) firm = firm_start_with ("--fault", "401@2-3", "--fault", "503@GET/account:1-2",
                                           "--fault", "500@4", NULL);
  static const guint creates[] = { 200, 401, 401, 500, 200 };
  static const guint readings[] = { 503, 503, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (creates); i++)
    {
      g_autoptr (Answer) answer = firm_create (firm, CASE);

      g_assert_cmpuint (answer->status, ==, creates[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (Answer) answer = firm_get (firm, "account");

      g_assert_cmpuint (answer->status, ==, readings[i]);
    }
}

/* The server goes away for a while, and comes back where it was. */
static void
test_down (void)
{
  g_autoptr (Firm) firm = firm_start_with ("--fault", "down@1", "--hold", "1", NULL);
  gint64 began = g_get_monotonic_time ();
  guint refused = 0;

  for (;;)
    {
      g_autoptr (Answer) answer = firm_create (firm, CASE);

      if (answer->status == 200)
        break;
      g_assert_cmpint (g_get_monotonic_time () - began, <, 20 * G_USEC_PER_SEC);
      if (g_error_matches (answer->error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
        refused++;
      g_usleep (20000);
    }
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 900 * 1000);
  g_assert_cmpuint (refused, >, 0);
}

static void
test_latency (void)
{
  g_autoptr (Firm) firm = firm_start_with ("--latency", "300", "--fault", "reset@1", NULL);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (Answer) reset = firm_create (firm, CASE);
  g_autoptr (Answer) created = firm_create (firm, CASE);

  g_assert_cmpuint (reset->status, ==, 0);
  g_assert_cmpuint (created->status, ==, 200);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 600 * 1000);
}

static void
test_bad_names (void)
{
  static const char *const faults[] = { "500",     "500@",      "500@0", "500@x",
                                        "none@1",  "500@PUT:1", "@1",    "500@GET1",
                                        "500@2-1", "500@2-",    "500@-2" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process =
          g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                            g_getenv ("PLANNR_CASES_PRACTICE_FIRM"), "--fault", faults[i], NULL);

      g_assert_no_error (error);
      g_subprocess_wait (process, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  static const Expectation expectations[] = {
    { "after-accept", 0, FALSE },
    { "before-accept", 0, FALSE },
    { "mid-request", 0, FALSE },
    { "reset-before-commit", 0, FALSE },
    { "reset-after-commit", 0, TRUE },
    { "close", 0, FALSE },
    { "close-after-commit", 0, TRUE },
    { "stall-before-commit", 504, FALSE },
    { "stall-after-commit", 200, TRUE },
    { "late-commit", 200, TRUE },
    { "302", 302, FALSE },
    { "401", 401, FALSE },
    { "403", 403, FALSE },
    { "404", 404, FALSE },
    { "405", 405, FALSE },
    { "408", 408, FALSE },
    { "409", 409, FALSE },
    { "413", 413, FALSE },
    { "422", 422, FALSE },
    { "425", 425, FALSE },
    { "429", 429, FALSE },
    { "500-before-commit", 500, FALSE },
    { "500-after-commit", 500, TRUE },
    { "502-html", 502, FALSE },
    { "502-html-after-commit", 502, TRUE },
    { "503", 503, FALSE },
    { "504", 504, FALSE },
    { "html-200", 200, FALSE },
    { "truncated-json", 200, TRUE },
    { "no-uuid", 200, TRUE },
    { "garbage", 200, TRUE },
    { "deep-json", 200, TRUE },
    { "mid-header", 0, TRUE },
    { "no-date", 200, TRUE },
    { "skewed-date-back", 200, TRUE },
    { "stale", 200, TRUE },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autofree char *path =
          g_strconcat ("/plannr/practice-faults/kth-create/", expectations[i].name, NULL);

      g_test_add_data_func (path, &expectations[i], test_kth_create);
    }
  g_test_add_func ("/plannr/practice-faults/bodies", test_bodies);
  g_test_add_func ("/plannr/practice-faults/retry-after", test_retry_after);
  g_test_add_func ("/plannr/practice-faults/headers", test_headers);
  g_test_add_func ("/plannr/practice-faults/422", test_422);
  g_test_add_func ("/plannr/practice-faults/drip", test_drip);
  g_test_add_func ("/plannr/practice-faults/late-commit", test_late_commit);
  g_test_add_func ("/plannr/practice-faults/readings", test_readings);
  g_test_add_func ("/plannr/practice-faults/range", test_range);
  g_test_add_func ("/plannr/practice-faults/down", test_down);
  g_test_add_func ("/plannr/practice-faults/latency", test_latency);
  g_test_add_func ("/plannr/practice-faults/bad-names", test_bad_names);
  return g_test_run ();
}
