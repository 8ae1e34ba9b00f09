/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-sqlite.h"

G_BEGIN_DECLS

/** What `PRAGMA application_id` says in a journal of ours: “PlnC”. */
#define PLANNR_JOURNAL_APPLICATION_ID 0x506c6e43

/** The version that this program writes. */
#define PLANNR_JOURNAL_VERSION        1

gboolean plannr_journal_schema_check (sqlite3 *db, gint64 *version, GError **error);
gboolean plannr_journal_schema_migrate (sqlite3 *db, GError **error);

G_END_DECLS
