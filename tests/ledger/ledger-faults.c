/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-faults.h"

const char *const ledger_faults[] = {
  "none",
  "after-accept",
  "before-accept",
  "mid-request",
  "down",
  "reset",
  "reset-after-commit",
  "close",
  "close-after-commit",
  "stall",
  "stall-after-commit",
  "late-commit",
  "302",
  "302-after-commit",
  "401",
  "401-series",
  "403",
  "404",
  "405",
  "408",
  "408-after-commit",
  "409",
  "413",
  "421",
  "421-after-commit",
  "422",
  "425",
  "429",
  "429-date",
  "429-bare",
  "429-series",
  "500",
  "500-after-commit",
  "502-html",
  "502-html-after-commit",
  "503",
  "503-after-commit",
  "504",
  "504-after-commit",
  "html-200",
  "html-200-after-commit",
  "truncated-json",
  "truncated-json-before-commit",
  "no-uuid",
  "no-uuid-before-commit",
  "garbage",
  "deep-json",
  "gzip-bomb",
  "mid-header",
  "mid-header-before-commit",
  "mid-body",
  "mid-body-before-commit",
  "mid-chunk",
  "drip",
  "bad-date",
  "no-date",
  "skewed-date",
  "skewed-date-back",
  "stale",
};

const guint ledger_n_faults = G_N_ELEMENTS (ledger_faults);

/**
 * ledger_faults_strike:
 * @name: one of ledger_faults
 * @k: which create it is to strike; a series strikes the first three
 *
 * Returns: (transfer full): what the practice firm takes for it as `--fault`
 */
char *
ledger_faults_strike (const char *name, guint k)
{
  /* One that never comes to it. */
  if (g_str_equal (name, "none"))
    return g_strdup ("stale@100000");
  if (g_str_has_suffix (name, "-series"))
    return g_strdup_printf ("%.3s@1-3", name);

  return g_strdup_printf ("%s@%u", name, k);
}
