/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-test-certificate.h"

#include <glib/gstdio.h>
#include <string.h>

/* Made for these tests, for 127.0.0.1, from 2020 to 2120; nobody but them trusts it. */
static const char key[] = "-----BEGIN PRIVATE KEY-----\n"
                          "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLT+jpkDWd+LlTvW3\n"
                          "UU6G+4nd9oO/W+xThIa9GonQoOyhRANCAAQH4qBkhALLj1VQpPxfklkRcWB+k/R0\n"
                          "cXpFXnbHY7oQIJbG5j3b+2YZ7esLlWN4Zjehm+usJI5PeO3Z9u05Z/YM\n"
                          "-----END PRIVATE KEY-----\n";

static const char certificate[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBazCCARKgAwIBAgIBATAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFQbGFubnIg\n"
    "Q2FzZXMgdGVzdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowHDEa\n"
    "MBgGA1UEAwwRUGxhbm5yIENhc2VzIHRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMB\n"
    "BwNCAAQH4qBkhALLj1VQpPxfklkRcWB+k/R0cXpFXnbHY7oQIJbG5j3b+2YZ7esL\n"
    "lWN4Zjehm+usJI5PeO3Z9u05Z/YMo0MwQTAPBgNVHRMBAf8EBTADAQH/MA8GA1Ud\n"
    "EQQIMAaHBH8AAAEwHQYDVR0OBBYEFLaT7/ey8dSQGF7WW4j8ZDeG9qs8MAoGCCqG\n"
    "SM49BAMCA0cAMEQCIQDYq9kdK3CC0BPATOmBemE0STxbgb88gx91bITG0uAS8gIf\n"
    "Gdpy8qauPHnQ8t8cCacwVm+KGpW09F52s2ckVwniUA==\n"
    "-----END CERTIFICATE-----\n";

/**
 * plannr_test_certificate_new:
 *
 * Returns: (transfer full): a certificate that signed itself, with its key
 */
GTlsCertificate *
plannr_test_certificate_new (void)
{
  g_autofree char *pem = g_strconcat (key, certificate, NULL);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *self = g_tls_certificate_new_from_pem (pem, (gssize) strlen (pem), &error);

  g_assert_no_error (error);

  return self;
}

static void
remove_file (char *path)
{
  g_unlink (path);
  g_free (path);
}

/**
 * plannr_test_certificate_new_database:
 *
 * Returns: (transfer full): a database that trusts this certificate and no other
 */
GTlsDatabase *
plannr_test_certificate_new_database (void)
{
  char *path;
  g_autoptr (GError) error = NULL;
  GTlsDatabase *database;
  int fd = g_file_open_tmp ("plannr-test-XXXXXX.pem", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, certificate, -1, &error);
  g_assert_no_error (error);

  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  /* It is read again for each connection. */
  g_object_set_data_full (G_OBJECT (database), "path", path, (GDestroyNotify) remove_file);

  return database;
}
