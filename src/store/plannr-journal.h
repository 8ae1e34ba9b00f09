/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-entry.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_JOURNAL (plannr_journal_get_type ())
G_DECLARE_FINAL_TYPE (PlannrJournal, plannr_journal, PLANNR, JOURNAL, GObject)

PlannrJournal *plannr_journal_new (const char *folder);

void plannr_journal_open_async (PlannrJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *plannr_journal_open_finish (PlannrJournal *self,
                                       GAsyncResult *result,
                                       char **moved_to,
                                       GError **error);

void plannr_journal_write_async (PlannrJournal *self,
                                 PlannrEntry *entry,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean plannr_journal_write_finish (PlannrJournal *self, GAsyncResult *result, GError **error);

gboolean plannr_journal_mark (
    PlannrJournal *self, const char *id, gint64 now, gint64 on_server, GError **error);

void plannr_journal_read_answer_async (PlannrJournal *self,
                                       const char *id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GBytes *
plannr_journal_read_answer_finish (PlannrJournal *self, GAsyncResult *result, GError **error);

void plannr_journal_find_past_async (PlannrJournal *self,
                                     const char *text,
                                     gint64 before,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *
plannr_journal_find_past_finish (PlannrJournal *self, GAsyncResult *result, GError **error);

gboolean plannr_journal_flush (PlannrJournal *self, guint milliseconds);

G_END_DECLS
