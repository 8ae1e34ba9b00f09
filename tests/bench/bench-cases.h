/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"
#include "plannr-journal.h"

G_BEGIN_DECLS

void bench_draft_fill (PlannrCaseDraft *draft, guint number);

PlannrEntry *bench_entry_new (guint number);
void bench_entry_create (PlannrEntry *self, gboolean whole);
PlannrEntry *bench_entry_copy (const PlannrEntry *self);

PlannrJournal *bench_journal_open (const char *folder);
void bench_journal_write (PlannrJournal *journal, PlannrEntry *entry);
void bench_journal_fill (const char *folder, guint n_past, guint n_queued);

int bench_compare (gconstpointer a, gconstpointer b);
double bench_percentile (double *values, gsize n, double part);

G_END_DECLS
