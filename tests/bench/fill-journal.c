/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <stdlib.h>

#include "bench-cases.h"
#include "ledger-vfs.h"

/* Makes a journal with many cases, in seconds instead of minutes: a power cut meanwhile would cost no
 * more than to make it again. */

int
main (int argc, char *argv[])
{
  const LedgerPlan plan = { .quick = TRUE };
  g_autofree char *folder = NULL;
  int n_past = 0;
  int n_queued = 0;
  const GOptionEntry options[] = {
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where to make it", "DIR" },
    { "past", 0, 0, G_OPTION_ARG_INT, &n_past, "How many cases Plannr has created", "N" },
    { "queued", 0, 0, G_OPTION_ARG_INT, &n_queued, "How many wait to be sent", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  if (folder == NULL || n_past < 0 || n_queued < 0)
    g_error ("fill-journal --folder DIR [--past N] [--queued N]");

  ledger_vfs_register (&plan);
  bench_journal_fill (folder, (guint) n_past, (guint) n_queued);

  return EXIT_SUCCESS;
}
