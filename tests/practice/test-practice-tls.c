/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

#define CASE "{\"name\":\"Faulty\",\"participants\":[\"" FIRM_GARETH "\"]}"

static char *
find (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "tls", name, NULL);
}

/* A firm with a certificate, and a client that trusts the authority of these tests. Where there is a
 * file there is a fault. */
static Firm *
start (const char *certificate_name, gboolean http1, const char *file, const char *fault)
{
  g_autofree char *authority = find ("ca.pem");
  g_autofree char *certificate = find (certificate_name);
  g_autofree char *key = find ("server-key.pem");
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  Firm *firm;

  if (http1 && g_getenv ("SOUP_FORCE_HTTP1") == NULL)
    g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  else if (!http1 && g_getenv ("SOUP_FORCE_HTTP1") != NULL)
    g_unsetenv ("SOUP_FORCE_HTTP1");
  firm = firm_start_with ("--tls-certificate", certificate, "--tls-key", key, "--hold", "1",
                          file != NULL ? "--data" : NULL, file, "--fault", fault, NULL);
  g_assert_true (g_str_has_prefix (firm->base, "https://127.0.0.1:"));
  database = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);
  soup_session_set_tls_database (firm->session, database);
  return firm;
}

static void
test_version (gconstpointer data)
{
  gboolean http1 = GPOINTER_TO_INT (data);
  g_autoptr (Firm) firm = start ("server.pem", http1, NULL, NULL);
  g_autoptr (Answer) answer = firm_create (firm, CASE);

  g_assert_no_error (answer->error);
  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpint (soup_message_get_http_version (answer->message), ==,
                   http1 ? SOUP_HTTP_1_1 : SOUP_HTTP_2_0);
}

static gint64
count_cases (const char *file)
{
  return firm_count (file, "SELECT count(*) FROM cases WHERE name = 'Faulty'");
}

/* The first create fails as it does without TLS; the second is as always. */
static void
test_fault (gconstpointer data)
{
  static const struct
  {
    const char *fault;
    guint status; /* 0: no answer comes */
    gint64 stored;
    gboolean varies; /* a part of the answer comes; what libsoup makes of that is its own affair */
  } faults[] = {
    { "after-accept@1", 0, 0, FALSE },
    { "before-accept@1", 0, 0, FALSE },
    { "mid-request@1", 0, 0, FALSE },
    { "reset-before-commit@1", 0, 0, FALSE },
    { "reset-after-commit@1", 0, 1, FALSE },
    { "close-after-commit@1", 0, 1, FALSE },
    { "mid-header@1", 0, 1, FALSE },
    { "mid-body@1", 200, 1, TRUE },
    { "mid-chunk@1", 200, 1, TRUE },
    { "500-after-commit@1", 500, 1, FALSE },
    { "429@1", 429, 0, FALSE },
    { "302@1", 302, 0, FALSE },
    { "html-200@1", 200, 0, FALSE },
    { "truncated-json@1", 200, 1, FALSE },
    { "gzip-bomb@1", 200, 1, FALSE },
    { "stall-after-commit@1", 200, 1, FALSE },
    { "stale@1", 200, 1, TRUE },
    { "no-date@1", 200, 1, FALSE },
  };
  gboolean http1 = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *file = firm_make_file ();
      g_autoptr (Firm) firm = start ("server.pem", http1, file, faults[i].fault);
      g_autoptr (Answer) first = firm_create (firm, CASE);
      g_autoptr (Answer) second = NULL;

      g_test_message ("%s: %u %s", faults[i].fault, first->status,
                      first->error != NULL ? first->error->message : "");
      if (!faults[i].varies)
        g_assert_cmpuint (first->status, ==, faults[i].status);
      g_assert_cmpint (count_cases (file), ==, faults[i].stored);
      second = firm_create (firm, CASE);
      g_assert_cmpuint (second->status, ==, 200);
      g_assert_cmpint (count_cases (file), ==, faults[i].stored + 1);
      firm_stop (firm);
      firm_remove_file (file);
    }
}

/* The certificates that a client must refuse, each for a reason of its own. */
static void
test_certificates (void)
{
  static const struct
  {
    const char *name;
    GTlsCertificateFlags reason;
  } certificates[] = {
    { "expired.pem", G_TLS_CERTIFICATE_EXPIRED },
    { "other-name.pem", G_TLS_CERTIFICATE_BAD_IDENTITY },
    { "untrusted.pem", G_TLS_CERTIFICATE_UNKNOWN_CA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (certificates); i++)
    {
      g_autoptr (Firm) firm = start (certificates[i].name, TRUE, NULL, NULL);
      g_autoptr (Answer) answer = firm_create (firm, CASE);

      g_assert_error (answer->error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
      g_assert_cmpint (soup_message_get_tls_peer_certificate_errors (answer->message), ==,
                       certificates[i].reason);
    }
}

/* Neither half a pair nor a file that is none. */
static void
test_bad_options (void)
{
  g_autofree char *certificate = find ("server.pem");
  const char *const options[][4] = {
    { "--tls-certificate", certificate, NULL, NULL },
    { "--tls-key", certificate, NULL, NULL },
    { "--tls-certificate", certificate, "--tls-key", "/dev/null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process =
          g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                            g_getenv ("PLANNR_CASES_PRACTICE_FIRM"), options[i][0], options[i][1],
                            options[i][2], options[i][3], NULL);

      g_assert_no_error (error);
      g_subprocess_wait (process, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/plannr/practice-tls/http1", GINT_TO_POINTER (TRUE), test_version);
  g_test_add_data_func ("/plannr/practice-tls/http2", GINT_TO_POINTER (FALSE), test_version);
  g_test_add_data_func ("/plannr/practice-tls/faults-http1", GINT_TO_POINTER (TRUE), test_fault);
  g_test_add_data_func ("/plannr/practice-tls/faults-http2", GINT_TO_POINTER (FALSE), test_fault);
  g_test_add_func ("/plannr/practice-tls/certificates", test_certificates);
  g_test_add_func ("/plannr/practice-tls/bad-options", test_bad_options);
  return g_test_run ();
}
