/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-account-kind.h"

G_BEGIN_DECLS

/**
 * PlannrPeopleIndex:
 *
 * All the people of a firm, to be searched at every keystroke. It holds what they are found by and
 * their UUIDs, no more. It belongs to one thread.
 */
typedef struct _PlannrPeopleIndex PlannrPeopleIndex;

PlannrPeopleIndex *plannr_people_index_new (void);
void plannr_people_index_free (PlannrPeopleIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrPeopleIndex, plannr_people_index_free)

void plannr_people_index_reserve (PlannrPeopleIndex *self, guint n_people, gsize key_size);
void plannr_people_index_put (PlannrPeopleIndex *self,
                              const char *uuid,
                              const char *key,
                              PlannrAccountKind kind,
                              gboolean inactive);
void plannr_people_index_remove (PlannrPeopleIndex *self, const char *uuid);
void plannr_people_index_use (PlannrPeopleIndex *self, const char *uuid);

guint plannr_people_index_get_n_people (PlannrPeopleIndex *self);
gsize plannr_people_index_get_size (PlannrPeopleIndex *self);

GPtrArray *
plannr_people_index_find (PlannrPeopleIndex *self, const char *text, guint offset, guint max);

G_END_DECLS
