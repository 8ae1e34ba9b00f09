/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody has typed to find a person. */
typedef struct _PlannrPeopleQuery PlannrPeopleQuery;

/** The best quality of a match in which a word does not begin a word of the name. */
#define PLANNR_PEOPLE_QUERY_SECOND_BEST 33

PlannrPeopleQuery *plannr_people_query_new (const char *text);
void plannr_people_query_free (PlannrPeopleQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrPeopleQuery, plannr_people_query_free)

gboolean plannr_people_query_is_number (PlannrPeopleQuery *self);
GPtrArray *plannr_people_query_get_words (PlannrPeopleQuery *self);
const char *plannr_people_query_get_needle (PlannrPeopleQuery *self);
gboolean plannr_people_query_match (
    PlannrPeopleQuery *self, const char *key, gsize length, gsize name_length, guint *quality);

G_END_DECLS
