/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ledger-entry.h"
#include "ledger-plan.h"

G_BEGIN_DECLS

/* How an operation goes. */
typedef struct
{
  guint number;
  int error;     /* 0, ENOSPC or EIO */
  gboolean half; /* half of the write is to be done before that */
} LedgerFate;

void ledger_disk_start (const LedgerPlan *plan);
const LedgerPlan *ledger_disk_get_plan (void);
gboolean ledger_disk_concerns (const char *path);
LedgerFate ledger_disk_begin (const char *operation, const char *path);
void ledger_disk_end (LedgerFate fate);
G_NORETURN void ledger_disk_die (void);
void ledger_disk_record (LedgerEntryKind kind, const char *text, gint64 number, GBytes *bytes);
guint ledger_disk_get_count (void);
GPtrArray *ledger_disk_get_log (void);

G_END_DECLS
