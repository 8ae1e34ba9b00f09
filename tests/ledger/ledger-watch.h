/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person has seen of one case, through all starts of the application. */
typedef struct
{
  gboolean queued; /* it was shown as taken */
  guint n_asked;
  char *end;  /* (owned) (nullable): the state it stood in at last */
  char *uuid; /* (owned) (nullable) */
} LedgerSeen;

/* Somebody who sits before the desk and remembers what it says. */
typedef struct
{
  GHashTable *rows; /* (owned): LedgerSeen, by the submission's id */
  GString *report;  /* (unowned) */
} LedgerWatch;

LedgerWatch *ledger_watch_new (GString *report);
void ledger_watch_free (LedgerWatch *self);
gboolean ledger_watch_read (LedgerWatch *self, int output, gint64 milliseconds);

G_END_DECLS
