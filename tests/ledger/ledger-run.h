/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-proxy.h"

G_BEGIN_DECLS

typedef enum
{
  LEDGER_WAY_PLAIN, /* http over loopback */
  LEDGER_WAY_TLS,   /* https, to a server that offers HTTP/2 */
  LEDGER_WAY_PROXY, /* the same through a CONNECT proxy */
} LedgerWay;

/* What is the same for all runs. */
typedef struct
{
  const char *desk; /* the program */
  const char *tls;  /* the folder with the certificates */
  LedgerWay way;
  gboolean no_sync; /* the disk lies: for the test of the test */
  gboolean hasty;   /* each question is answered by “Send again”: for the test of the test */
  gboolean verbose;
} LedgerSetting;

/* One run: some cases, what goes wrong meanwhile, and what has become of them in the end. */
typedef struct
{
  guint32 seed;
  char *fault; /* (owned): the server's, or the proxy's */
  guint n_cases;
  guint n_deaths;
  guint n_requests; /* that have reached the server */
  guint n_marks;    /* in the journal: at least as many */

  guint created;
  guint refused;
  guint asked;
  guint lost;
  guint doubled;
  guint asked_twice;
  guint wrong;     /* shown as something that it is not, or no end at all */
  GString *report; /* (owned) */
} LedgerRun;

LedgerRun *ledger_run (const LedgerSetting *setting, guint32 seed);
void ledger_run_free (LedgerRun *self);
gboolean ledger_run_is_good (const LedgerRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerRun, ledger_run_free)

G_END_DECLS
