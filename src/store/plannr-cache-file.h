/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "plannr-people-index.h"

G_BEGIN_DECLS

/* The file of a cache, which belongs to the cache's thread. */
typedef struct _PlannrCacheFile PlannrCacheFile;

PlannrCacheFile *plannr_cache_file_new (const char *folder);
void plannr_cache_file_free (PlannrCacheFile *self);

sqlite3 *plannr_cache_file_get_database (PlannrCacheFile *self);
gboolean plannr_cache_file_is_kept (PlannrCacheFile *self);
PlannrPeopleIndex *plannr_cache_file_get_people (PlannrCacheFile *self);
void plannr_cache_file_take_people (PlannrCacheFile *self, PlannrPeopleIndex *people);
void plannr_cache_file_tell (PlannrCacheFile *self, int result);
void plannr_cache_file_forget (PlannrCacheFile *self);

int plannr_cache_schema_prepare (sqlite3 *database);

G_END_DECLS
