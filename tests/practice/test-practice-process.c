/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"
#define _GNU_SOURCE  /* memmem() */

#include "config.h"

#include "firm.h"

#include <signal.h>
#include <string.h>

#define PATIENCE (20 * G_USEC_PER_SEC)

static char *
create_one (Firm *firm)
{
  g_autofree char *body = firm_read_payload ("specified-request.json");
  g_autoptr (Answer) answer = firm_create (firm, body);

  g_assert_cmpuint (answer->status, ==, 200);
  return g_strdup (answer_text (answer, "$.uuid"));
}

static void
assert_there (Firm *firm, const char *uuid)
{
  g_autofree char *path = g_strconcat ("cases/", uuid, NULL);
  g_autoptr (Answer) answer = firm_get (firm, path);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpstr (answer_text (answer, "$.name"), ==, "Patrick's Case");
}

static void
test_persists (void)
{
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) first = firm_start_with ("--data", file, NULL);
  g_autofree char *uuid = create_one (first);
  g_autoptr (Firm) second = NULL;

  firm_stop (first);
  second = firm_start_with ("--data", file, NULL);
  assert_there (second, uuid);
  g_assert_cmpint (firm_count (file, "SELECT count(*) FROM cases"), ==, 41);
  firm_stop (second);
  firm_remove_file (file);
}

static void
test_survives_a_kill (void)
{
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) first = firm_start_with ("--data", file, NULL);
  g_autofree char *uuid = create_one (first);
  g_autoptr (Firm) second = NULL;

  g_subprocess_force_exit (first->process);
  g_subprocess_wait (first->process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (first->process));
  g_clear_object (&first->process);

  second = firm_start_with ("--data", file, NULL);
  assert_there (second, uuid);
  firm_stop (second);
  firm_remove_file (file);
}

static void
test_ends_with_its_input (void)
{
  g_autoptr (Firm) firm = firm_start ();
  gint64 began = g_get_monotonic_time ();

  /* What is written there does not matter. */
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (firm->process), "x\n", 2, NULL, NULL,
                             NULL);
  firm_stop (firm);
  g_assert_cmpint (g_get_monotonic_time () - began, <, PATIENCE);
}

static void
test_ends_on_sigterm (void)
{
  g_autoptr (Firm) firm = firm_start ();

  g_subprocess_send_signal (firm->process, SIGTERM);
  g_subprocess_wait (firm->process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_exited (firm->process));
  g_assert_cmpint (g_subprocess_get_exit_status (firm->process), ==, 0);
  g_clear_object (&firm->process);
}

/* /dev/null is at its end from the start, which is no reason to end. */
static void
test_runs_without_input (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                        g_getenv ("PLANNR_CASES_PRACTICE_FIRM"), "--quiet", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (SoupSession) session = soup_session_new_with_options ("proxy-resolver", NULL, NULL);
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GBytes) body = NULL;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  uri = g_strconcat (line + strlen ("listening on "), "api/v1/logins", NULL);
  message = soup_message_new ("GET", uri);
  body = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, 401);

  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
}

static char *
read_all (Firm *firm, const char *path)
{
  g_autoptr (Answer) answer = firm_get (firm, path);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpuint (answer_count (answer, "$.data[*]"), ==, 250);
  return g_strdup (answer_text (answer, "$.data"));
}

static void
test_same_people_for_the_same_number (void)
{
  static const char *const paths[] = {
    "account?per_page=250&include=primary_phone_number,assigned_adviser",
    "account?per_page=250&page=2&include=primary_phone_number,assigned_adviser",
    "account?per_page=250&sort=-last_name",
    "plans?per_page=250&include=client,linked_owners",
  };
  g_autoptr (Firm) one = firm_start_with ("--people", "500", NULL);
  g_autoptr (Firm) other = firm_start_with ("--people", "500", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *here = read_all (one, paths[i]);
      g_autofree char *there = read_all (other, paths[i]);

      g_assert_cmpstr (here, ==, there);
    }
}

static void
test_people (void)
{
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm = firm_start_with ("--people", "20000", "--data", file, NULL);
  g_autoptr (Answer) all = firm_get (firm, "account?per_page=500&page=40&sort=last_name");
  g_autoptr (Answer) gareth = firm_get (firm, "account?filter[name]=gareth");
  g_autoptr (GSubprocess) wrong = NULL;

  g_assert_cmpstr (answer_text (all, "$.meta.total"), ==, "20000");
  g_assert_cmpuint (answer_count (all, "$.data[*]"), ==, 500);
  g_assert_cmpstr (answer_text (gareth, "$.meta.total"), ==, "3");
  g_assert_cmpint (firm_count (file, "SELECT count(DISTINCT uuid) FROM accounts"), ==, 20005);
  g_assert_cmpint (firm_count (file, "SELECT count(*) FROM accounts WHERE length(uuid) != 36"
                                     " OR substr(uuid, 15, 1) != '4'"
                                     " OR substr(uuid, 20, 1) NOT IN ('8', '9', 'a', 'b')"),
                   ==, 0);
  firm_stop (firm);

  /* A file of another size is not quietly taken for this one. */
  wrong = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                            g_getenv ("PLANNR_CASES_PRACTICE_FIRM"), "--data", file, "--people",
                            "300", NULL);
  g_subprocess_wait (wrong, NULL, NULL);
  g_assert_cmpint (g_subprocess_get_exit_status (wrong), ==, 1);
  firm_remove_file (file);
}

/* The log holds neither the token nor what a person searched for, and nor does the file. */
static void
test_keeps_secrets (void)
{
  g_autofree char *file = firm_make_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                            | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                        &error, g_getenv ("PLANNR_CASES_PRACTICE_FIRM"), "--data", file, "--token",
                        "s3cr3t-t0k3n", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (Firm) firm = g_new0 (Firm, 1);
  g_autofree char *line = NULL;
  g_autofree char *log = NULL;
  g_autofree char *data = NULL;
  g_autoptr (Answer) people = NULL;
  gsize length;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  firm->base = g_strdup (line + strlen ("listening on "));
  firm->session = soup_session_new_with_options ("proxy-resolver", NULL, NULL);
  firm->token = "s3cr3t-t0k3n";
  firm->account = FIRM_ZOE;
  people = firm_get (firm, "account?filter[name]=Okafor");
  g_assert_cmpuint (people->status, ==, 200);
  g_free (create_one (firm));

  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &log, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (log, "GET /api/v1/account 200"));
  g_assert_nonnull (strstr (log, "POST /api/v1/cases 200"));
  g_assert_null (strstr (log, "s3cr3t"));
  g_assert_null (strstr (log, "Okafor"));
  g_file_get_contents (file, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_null (memmem (data, length, "s3cr3t", strlen ("s3cr3t")));
  firm_remove_file (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/practice-process/persists", test_persists);
  g_test_add_func ("/plannr/practice-process/survives-a-kill", test_survives_a_kill);
  g_test_add_func ("/plannr/practice-process/ends-with-its-input", test_ends_with_its_input);
  g_test_add_func ("/plannr/practice-process/ends-on-sigterm", test_ends_on_sigterm);
  g_test_add_func ("/plannr/practice-process/runs-without-input", test_runs_without_input);
  g_test_add_func ("/plannr/practice-process/same-people-for-the-same-number",
                   test_same_people_for_the_same_number);
  g_test_add_func ("/plannr/practice-process/people", test_people);
  g_test_add_func ("/plannr/practice-process/keeps-secrets", test_keeps_secrets);
  return g_test_run ();
}
