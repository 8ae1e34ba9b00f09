/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Some operations in a row. */
typedef struct
{
  guint first; /* from 1; 0: none */
  guint count; /* 0: all from the first on */
} LedgerRange;

/* What is to go wrong with the disk. A zeroed plan is a disk in good order. */
typedef struct
{
  guint kill_at;      /* the process dies before this operation; 0: never */
  guint kill_after;   /* it dies after it */
  guint kill_half;    /* it dies when half of this write is done */
  guint cut_at;       /* the power goes before this operation: what is not synced may be lost */
  guint32 seed;       /* chooses what a power cut takes */
  LedgerRange enospc; /* the disk is full */
  LedgerRange eio;    /* the disk is broken */
  LedgerRange shorts; /* half of a write is done, then the disk is full; with eio: broken */
  gboolean readonly;  /* files can be read, nothing can be written or made */
  gboolean no_sync;   /* the disk lies: a sync does nothing */
  gboolean quick;     /* a sync counts, but the real disk is not waited for */
  gboolean record;    /* what reaches the disk is kept in memory */
  char *only;         /* (owned) (nullable): the database that is concerned, by the file's name */
  char *count_to;     /* (owned) (nullable): the path of a file that always holds the last count */
} LedgerPlan;

gboolean ledger_plan_parse (LedgerPlan *self, const char *text, GError **error);
void ledger_plan_copy (LedgerPlan *self, const LedgerPlan *other);
void ledger_plan_clear (LedgerPlan *self);
gboolean ledger_range_contains (LedgerRange self, guint number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LedgerPlan, ledger_plan_clear)

G_END_DECLS
