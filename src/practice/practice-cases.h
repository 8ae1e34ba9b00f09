/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

/* The columns that practice_cases_write() reads, of a table that is called c. */
#define PRACTICE_CASE_COLUMNS                                                                      \
  "c.uuid, c.name, c.slug, c.type_uuid, c.status_uuid, c.status_position, c.value,"                \
  " c.task_board_uuid, c.review_at, c.completed_at, c.created_at, c.updated_at"

extern const char *const practice_cases_includes[];

void practice_cases_write (PracticeExchange *exchange, sqlite3_stmt *row, gboolean created);

G_END_DECLS
