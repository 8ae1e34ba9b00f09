/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-journal-rows.h"

G_BEGIN_DECLS

void plannr_journal_salvage_read (sqlite3 *db, GPtrArray *entries);
gboolean plannr_journal_salvage_write (PlannrJournalRows *rows, GPtrArray *entries, GError **error);

G_END_DECLS
