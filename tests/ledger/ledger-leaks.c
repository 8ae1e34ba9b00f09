/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-leaks.h"

/**
 * ledger_leaks_forget:
 *
 * Lets the programs that are started from here on leak. Who is killed in the middle of everything, or
 * loses the one it speaks to, leaves memory behind. What leaks in a life that ends in order other
 * tests see; without that search a sanitizer need not note where each piece of memory came from, which
 * is most of its time.
 */
void
ledger_leaks_forget (void)
{
  const char *options = g_getenv ("ASAN_OPTIONS");
  g_autofree char *more =
      options != NULL ? g_strconcat (options, ":detect_leaks=0:fast_unwind_on_malloc=1", NULL)
                      : NULL;

  if (more != NULL)
    g_setenv ("ASAN_OPTIONS", more, TRUE);
}
