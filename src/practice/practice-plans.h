/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-database.h"
#include "practice-json.h"

G_BEGIN_DECLS

/* The columns that practice_plans_write_members() reads, of a table that is called p. */
#define PRACTICE_PLAN_COLUMNS                                                                      \
  "p.uuid, p.name, p.type, p.sub_type, p.abstract_type, p.status, p.policy_number,"                \
  " p.proposal_reference, p.provider_name, p.value, p.opened_at, p.valued_at, p.inactive_at,"      \
  " p.created_at, p.updated_at"

void practice_plans_write_members (PracticeJson *json, sqlite3_stmt *row);

G_END_DECLS
