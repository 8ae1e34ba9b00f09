/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-journal-rows.h"

G_BEGIN_DECLS

/* The rows are written in two files: how they are written, and how they are read. */

enum
{
  BEGIN,
  COMMIT,
  ROLLBACK,
  LOAD,
  FIND_PAST,
  READ_ANSWER,
  PUT_SUBMISSION,
  PUT_INTENT,
  PUT_OUTCOME,
  PUT_RECORD,
  PUT_DECISION,
  MARK_SUBMISSION,
  PUT_ATTEMPT,
  PURGE,
  N_STATEMENTS
};

struct _PlannrJournalRows
{
  sqlite3 *db; /* (unowned) */
  sqlite3_stmt *statements[N_STATEMENTS];
};

G_END_DECLS
