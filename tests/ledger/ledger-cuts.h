/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a look at a folder after a power cut comes to. */
typedef enum
{
  LEDGER_FINDING_ALL,        /* everything is there */
  LEDGER_FINDING_LOST,       /* something that had been reported durable is not */
  LEDGER_FINDING_UNREADABLE, /* it can't be opened, or is not sound */
} LedgerFinding;

/* Looks at a folder after a cut; @notes (of utf8) are what the test had noted before it. */
typedef LedgerFinding (*LedgerLookFunc) (const char *folder, GPtrArray *notes);

/* How often each was found. */
typedef struct
{
  guint cuts;
  guint lost;
  guint unreadable;
} LedgerTally;

LedgerTally ledger_cuts_run (GPtrArray *log, guint seeds, guint step, LedgerLookFunc look);
gboolean ledger_cuts_is_sound (const char *path);
void ledger_cuts_empty (const char *folder);

G_END_DECLS
