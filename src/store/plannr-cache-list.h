/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "plannr-cache.h"
#include "plannr-index.h"

G_BEGIN_DECLS

/**
 * PlannrCacheList:
 * @what: what they are
 * @table: the table in which they are kept, under `uuid`, with `folded`, which they are found by, and
 *   `seen`, the pass in which they were seen last
 * @fields: what to read of them
 * @listed: what tells of one that it came from Plannr's list
 * @insertion: how to write one; its first parameter is the UUID
 * @ranked_by: the column that ranks them
 * @inactive: what tells of those that are found only where nothing else is
 * @read: makes one of a row of @fields
 * @bind: binds one to @insertion; `listed` tells whether it came from Plannr's list
 * @complete: makes one that also has what it leaves out, as it was known before; of what came from
 *   Plannr's list, where `listed`, only what Plannr could not be asked for
 * @get_key: what one is found by
 * @get_ranked_by: what @ranked_by is of one
 * @get_inactive: (nullable): what @inactive is of one
 * @rank: makes a rank of what @ranked_by is
 * @query_new: makes a query of what was typed
 *
 * Those of whom a firm has many: what is the same of all of them is written once.
 */
typedef struct
{
  PlannrCacheKind what;
  const char *table;
  const char *fields;
  const char *listed;
  const char *insertion;
  const char *ranked_by;
  const char *inactive;
  gpointer (*read) (sqlite3_stmt *row);
  void (*bind) (sqlite3_stmt *statement, gpointer item, gboolean listed);
  gpointer (*complete) (gpointer item, gpointer known, gboolean listed);
  char *(*get_key) (gpointer item);
  const char *(*get_ranked_by) (gpointer item);
  gboolean (*get_inactive) (gpointer item);
  guint8 (*rank) (const char *word);
  PlannrIndexQuery *(*query_new) (const char *text);
} PlannrCacheList;

/**
 * PlannrCacheSeen:
 * @pass: the number of the pass that is gone on with
 * @n_new: how many were not seen in it before
 * @last_known: whether the last one was known from the list before
 *
 * What comes to light while a page of Plannr's list is written.
 */
typedef struct
{
  gint64 pass;
  guint n_new;
  gboolean last_known;
} PlannrCacheSeen;

extern const PlannrCacheList plannr_cache_people;
extern const PlannrCacheList plannr_cache_plans;

const char *plannr_cache_either (const char *text, const char *known);
const char *plannr_cache_get_text (sqlite3_stmt *row, int column);
void plannr_cache_bind_texts (sqlite3_stmt *statement, gsize n, const char *const *texts);

const PlannrCacheList *plannr_cache_list_get (PlannrCacheKind what);

int plannr_cache_list_complete (sqlite3 *database,
                                const PlannrCacheList *list,
                                GPtrArray *items,
                                gboolean listed);
int plannr_cache_list_write (sqlite3 *database,
                             const PlannrCacheList *list,
                             GPtrArray *items,
                             PlannrCacheSeen *seen);

G_END_DECLS
