/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "plannr-cache.h"

G_BEGIN_DECLS

/* The cache is written in four files: the object with its thread, what writes, what searches, and
 * the file that these work on. */

int plannr_cache_write_items (sqlite3 *database,
                              PlannrCacheKind what,
                              GPtrArray *items,
                              const char *client_uuid);
int plannr_cache_write_use (sqlite3 *database, const char *uuid);

int plannr_cache_search (
    sqlite3 *database, PlannrCacheKind what, const char *text, GPtrArray *found, gboolean *known);

char *plannr_cache_get_digits (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
