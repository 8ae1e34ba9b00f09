/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-database.h"
#include "practice-json.h"

G_BEGIN_DECLS

/* The columns that practice_accounts_write_row() reads, of a table that is called a. */
#define PRACTICE_ACCOUNT_COLUMNS                                                                   \
  "a.uuid, a.type, a.role, a.title, a.first_name, a.last_name, a.name, a.email,"                   \
  " a.inactive_at, a.has_joint_account, a.created_at, a.updated_at, a.phone, a.adviser_uuid"

void practice_accounts_write_row (PracticeJson *json, const char *key, sqlite3_stmt *row);

G_END_DECLS
