/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-entry.h"

G_BEGIN_DECLS

/* For the journal's thread alone. */

typedef struct _PlannrJournalFile PlannrJournalFile;

PlannrJournalFile *
plannr_journal_file_open (const char *folder, GPtrArray **entries, char **moved_to, GError **error);
void plannr_journal_file_close (PlannrJournalFile *self);

gboolean
plannr_journal_file_write (PlannrJournalFile *self, const PlannrEntry *entry, GError **error);
gboolean plannr_journal_file_mark (
    PlannrJournalFile *self, const char *id, gint64 now, gint64 on_server, GError **error);
GBytes *plannr_journal_file_read_answer (PlannrJournalFile *self, const char *id, GError **error);
GPtrArray *plannr_journal_file_find_past (
    PlannrJournalFile *self, const char *text, gint64 before, guint limit, GError **error);
void plannr_journal_file_tidy (PlannrJournalFile *self, gboolean at_leisure);

G_END_DECLS
