/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "plannr-cache-file.h"
#include "plannr-cache.h"

G_BEGIN_DECLS

/* The cache is written in nine files: the object with its thread, what writes and what searches those of
 * whom there are few, how people and how plans are kept, what writes and what searches these, what
 * follows Plannr's lists of them, and the file that all work on. */

/* Something to do in the cache's thread; the answer, which there is for %SQLITE_OK, is to be freed by
 * g_free(). */
typedef int (*PlannrCacheFunc) (PlannrCacheFile *file, gpointer data, gpointer *answer);

void plannr_cache_run (PlannrCache *self,
                       PlannrCacheFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       gpointer tag,
                       GTask *task);

int plannr_cache_write_choices (sqlite3 *database, PlannrCacheKind what, GPtrArray *choices);
int plannr_cache_write_items (sqlite3 *database,
                              PlannrCacheKind what,
                              GPtrArray *items,
                              const char *client_uuid);
int plannr_cache_write_use (sqlite3 *database, const char *uuid);

char *plannr_cache_fold (const char *one, const char *other);

int plannr_cache_search (sqlite3 *database,
                         PlannrCacheKind what,
                         const char *text,
                         guint offset,
                         guint max,
                         GPtrArray *found,
                         gboolean *known);

int plannr_cache_index_search (PlannrCacheFile *file,
                               PlannrCacheKind what,
                               const char *text,
                               guint offset,
                               guint max,
                               GPtrArray *found);
void plannr_cache_index_note (PlannrCacheFile *file, PlannrCacheKind what, GPtrArray *items);
void plannr_cache_index_note_gone (PlannrCacheFile *file, PlannrCacheKind what, GPtrArray *uuids);
void plannr_cache_index_note_use (PlannrCacheFile *file, const char *uuid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
