/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-database.h"

G_BEGIN_DECLS

/* What a search for people asks. Each member is NULL where it does not matter, else a list of
 * which one must fit. */
typedef struct
{
  const char *firm_uuid;
  char **names;
  char **types;
  char **emails;
  char **phones;
} PracticeSearch;

typedef enum
{
  PRACTICE_ORDER_CREATED_AT,
  PRACTICE_ORDER_FIRST_NAME,
  PRACTICE_ORDER_LAST_NAME,
  PRACTICE_ORDER_NAME,
  PRACTICE_N_ORDERS,
} PracticeOrder;

typedef struct _PracticeDirectory PracticeDirectory;

PracticeDirectory *practice_directory_new (PracticeDatabase *database);
void practice_directory_free (PracticeDirectory *self);
GArray *practice_directory_search (PracticeDirectory *self,
                                   const PracticeSearch *search,
                                   PracticeOrder order,
                                   gboolean descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeDirectory, practice_directory_free)

G_END_DECLS
