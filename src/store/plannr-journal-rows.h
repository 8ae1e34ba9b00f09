/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-entry.h"
#include "plannr-sqlite.h"

G_BEGIN_DECLS

typedef struct _PlannrJournalRows PlannrJournalRows;

PlannrJournalRows *plannr_journal_rows_new (sqlite3 *db, GError **error);
void plannr_journal_rows_free (PlannrJournalRows *self);

PlannrEntry *plannr_journal_rows_read_entry (sqlite3_stmt *row, GError **error);
gboolean plannr_journal_rows_load (PlannrJournalRows *self, GPtrArray *entries, GError **error);
GPtrArray *plannr_journal_rows_find_past (
    PlannrJournalRows *self, const char *text, gint64 before, guint limit, GError **error);
GBytes *plannr_journal_rows_read_answer (PlannrJournalRows *self, const char *id, GError **error);

gboolean
plannr_journal_rows_write (PlannrJournalRows *self, const PlannrEntry *entry, GError **error);
gboolean
plannr_journal_rows_save (PlannrJournalRows *self, const PlannrEntry *entry, GError **error);
gboolean plannr_journal_rows_mark (
    PlannrJournalRows *self, const char *id, gint64 now, gint64 on_server, GError **error);
gboolean plannr_journal_rows_purge (PlannrJournalRows *self, GError **error);

G_END_DECLS
