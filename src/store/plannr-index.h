/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-index-query.h"

G_BEGIN_DECLS

/**
 * PlannrIndex:
 *
 * All the people of a firm, or all its plans, to be searched at every keystroke. It holds what they are
 * found by and their UUIDs, no more. It belongs to one thread.
 */
typedef struct _PlannrIndex PlannrIndex;

PlannrIndex *plannr_index_new (void);
void plannr_index_free (PlannrIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrIndex, plannr_index_free)

void plannr_index_reserve (PlannrIndex *self, guint n_items, gsize key_size);
void plannr_index_put (
    PlannrIndex *self, const char *uuid, const char *key, guint8 rank, gboolean inactive);
void plannr_index_remove (PlannrIndex *self, const char *uuid);
void plannr_index_use (PlannrIndex *self, const char *uuid);

guint plannr_index_get_n_items (PlannrIndex *self);
gsize plannr_index_get_size (PlannrIndex *self);

GPtrArray *plannr_index_find (PlannrIndex *self, PlannrIndexQuery *query, guint offset, guint max);

G_END_DECLS
