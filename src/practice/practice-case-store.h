/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-case-input.h"
#include "practice-database.h"

G_BEGIN_DECLS

/* What a new case has besides its input. */
typedef struct
{
  const char *uuid;
  const char *firm_uuid;
  const char *task_board_uuid;
  const char *created_by;
  const char *created_at;   /* UTC */
  const char *completed_at; /* UTC (nullable) */
} PracticeCaseRecord;

gboolean practice_case_store_insert (PracticeDatabase *database,
                                     const PracticeCaseInput *input,
                                     const PracticeCaseRecord *record);

G_END_DECLS
