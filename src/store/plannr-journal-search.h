/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-sqlite.h"

G_BEGIN_DECLS

gboolean plannr_journal_search_add (sqlite3 *db, GError **error);

G_END_DECLS
