/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "plannr-cache.h"
#include "plannr-index.h"

G_BEGIN_DECLS

/* The file of a cache, which belongs to the cache's thread. */
typedef struct _PlannrCacheFile PlannrCacheFile;

PlannrCacheFile *plannr_cache_file_new (const char *folder);
void plannr_cache_file_free (PlannrCacheFile *self);

sqlite3 *plannr_cache_file_get_database (PlannrCacheFile *self);
gboolean plannr_cache_file_is_kept (PlannrCacheFile *self);
gboolean plannr_cache_file_has_room (PlannrCacheFile *self);
PlannrIndex *plannr_cache_file_get_index (PlannrCacheFile *self, PlannrCacheKind what);
void plannr_cache_file_take_index (PlannrCacheFile *self, PlannrCacheKind what, PlannrIndex *index);
void plannr_cache_file_tell (PlannrCacheFile *self, int result);
gboolean plannr_cache_file_forget (PlannrCacheFile *self);

int plannr_cache_schema_prepare (sqlite3 *database);

G_END_DECLS
