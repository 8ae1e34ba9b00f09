/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What stands in a key between its parts, the first of which is a name: no text that was folded has
 * one. */
#define PLANNR_INDEX_BREAK             '\t'

/** The best quality of a match in which a word does not begin a word of the name. */
#define PLANNR_INDEX_QUERY_SECOND_BEST 33

/* What somebody has typed to find one of many. */
typedef struct _PlannrIndexQuery PlannrIndexQuery;

PlannrIndexQuery *plannr_index_query_new (void);
void plannr_index_query_free (PlannrIndexQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrIndexQuery, plannr_index_query_free)

void plannr_index_query_add_word (PlannrIndexQuery *self, const char *word);
void plannr_index_query_add_way (PlannrIndexQuery *self, const char *way, const char *common);
void plannr_index_query_set_number (PlannrIndexQuery *self, const char *number);

gboolean plannr_index_query_get_any (PlannrIndexQuery *self);
GPtrArray *plannr_index_query_get_words (PlannrIndexQuery *self);
const char *plannr_index_query_get_needle (PlannrIndexQuery *self);
gboolean plannr_index_query_match (
    PlannrIndexQuery *self, const char *key, gsize length, gsize name_length, guint *quality);

G_END_DECLS
