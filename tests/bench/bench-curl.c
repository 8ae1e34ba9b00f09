/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "bench-curl.h"

#include "firm.h"

/**
 * bench_curl:
 * @base: where the firm is
 * @authority: (type filename) (nullable): whose certificates to trust
 * @body: what to send
 *
 * Creates a case as Plannr's documentation does it, by one curl.
 *
 * Returns: how long that took, in milliseconds
 */
double
bench_curl (const char *base, const char *authority, GBytes *body)
{
  g_autofree char *url = g_strconcat (base, "api/v1/cases", NULL);
  g_autofree char *data = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  const char *argv[] = { "curl",
                         "-s",
                         "-f",
                         "-o",
                         "/dev/null",
                         "-X",
                         "POST",
                         url,
                         "-H",
                         "Authorization: Bearer practice",
                         "-H",
                         "Content-Type: application/json",
                         "-H",
                         "Accept: application/json",
                         "-H",
                         "X-PLANNR-ACCOUNT-UUID: " FIRM_ZOE,
                         "-d",
                         data,
                         authority != NULL ? "--cacert" : NULL,
                         authority,
                         NULL };
  gint64 before = g_get_monotonic_time ();
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                     &status, NULL)
      || status != 0)
    g_error ("curl: %d", status);

  return (double) (g_get_monotonic_time () - before) / 1000;
}
