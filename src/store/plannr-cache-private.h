/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "plannr-account.h"
#include "plannr-cache-file.h"
#include "plannr-cache.h"

G_BEGIN_DECLS

/* The cache is written in five files: the object with its thread, what writes, what searches, what
 * does so among people, and the file that these work on. */

int plannr_cache_write_items (sqlite3 *database,
                              PlannrCacheKind what,
                              GPtrArray *items,
                              const char *client_uuid);
int plannr_cache_write_use (sqlite3 *database, const char *uuid);

char *plannr_cache_fold (const char *one, const char *other);

int plannr_cache_search (
    sqlite3 *database, PlannrCacheKind what, const char *text, GPtrArray *found, gboolean *known);

int plannr_cache_people_search (
    PlannrCacheFile *file, const char *text, guint offset, guint max, GPtrArray *found);
void plannr_cache_people_note (PlannrCacheFile *file, GPtrArray *people);
void plannr_cache_people_note_use (PlannrCacheFile *file, const char *uuid);
char *plannr_cache_people_get_key (PlannrAccount *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
