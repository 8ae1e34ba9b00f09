/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-schema.h"

/* Times are UTC, 2026-05-11T13:02:33Z; amounts are pence. Whoever keeps a test reads these tables
 * with plain SQL, so that the names are part of the firm's interface. */
static const char tables[] =
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE firms (uuid TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE accounts ("
    "  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL, firm_uuid TEXT NOT NULL,"
    "  type TEXT NOT NULL, role TEXT NOT NULL, title TEXT, first_name TEXT, last_name TEXT,"
    "  name TEXT NOT NULL, email TEXT, phone TEXT, adviser_uuid TEXT, inactive_at TEXT,"
    "  has_joint_account INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL);"
    "CREATE TABLE plans ("
    "  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL, firm_uuid TEXT NOT NULL,"
    "  name TEXT NOT NULL, folded_name TEXT NOT NULL, type TEXT NOT NULL, sub_type TEXT,"
    "  abstract_type TEXT NOT NULL, status TEXT NOT NULL, policy_number TEXT,"
    "  folded_policy_number TEXT, proposal_reference TEXT, provider_name TEXT, value INTEGER,"
    "  opened_at TEXT, valued_at TEXT, inactive_at TEXT, created_at TEXT NOT NULL,"
    "  updated_at TEXT NOT NULL);"
    "CREATE TABLE plan_owners ("
    "  plan_uuid TEXT NOT NULL, account_uuid TEXT NOT NULL, position INTEGER NOT NULL,"
    "  PRIMARY KEY (plan_uuid, position)) WITHOUT ROWID;"
    "CREATE TABLE case_statuses ("
    "  uuid TEXT PRIMARY KEY, firm_uuid TEXT NOT NULL, name TEXT NOT NULL, colour TEXT NOT NULL,"
    "  position INTEGER NOT NULL, is_type_completed INTEGER NOT NULL, created_at TEXT NOT NULL,"
    "  updated_at TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE case_types ("
    "  uuid TEXT PRIMARY KEY, firm_uuid TEXT NOT NULL, name TEXT NOT NULL,"
    "  created_at TEXT NOT NULL, updated_at TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE groups ("
    "  uuid TEXT PRIMARY KEY, firm_uuid TEXT NOT NULL, name TEXT NOT NULL,"
    "  created_at TEXT NOT NULL, updated_at TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE custom_fields ("
    "  uuid TEXT PRIMARY KEY, firm_uuid TEXT NOT NULL, model_type TEXT NOT NULL,"
    "  type TEXT NOT NULL, name TEXT NOT NULL, reference TEXT NOT NULL,"
    "  is_required INTEGER NOT NULL, help_text TEXT, selection_options TEXT,"
    "  position INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL)"
    "  WITHOUT ROWID;"
    "CREATE TABLE cases ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL, firm_uuid TEXT NOT NULL,"
    "  name TEXT NOT NULL, slug TEXT NOT NULL, type_uuid TEXT, status_uuid TEXT,"
    "  status_position INTEGER, value INTEGER, task_board_uuid TEXT NOT NULL,"
    "  created_by_uuid TEXT, review_at TEXT, completed_at TEXT, created_at TEXT NOT NULL,"
    "  updated_at TEXT NOT NULL);"
    "CREATE TABLE case_participants ("
    "  case_uuid TEXT NOT NULL, account_uuid TEXT NOT NULL, position INTEGER NOT NULL,"
    "  PRIMARY KEY (case_uuid, position)) WITHOUT ROWID;"
    "CREATE TABLE case_plans ("
    "  case_uuid TEXT NOT NULL, plan_uuid TEXT NOT NULL, position INTEGER NOT NULL,"
    "  PRIMARY KEY (case_uuid, position)) WITHOUT ROWID;"
    "CREATE TABLE case_assigned ("
    "  case_uuid TEXT NOT NULL, account_uuid TEXT NOT NULL, position INTEGER NOT NULL,"
    "  PRIMARY KEY (case_uuid, position)) WITHOUT ROWID;"
    "CREATE TABLE case_groups ("
    "  case_uuid TEXT NOT NULL, group_uuid TEXT NOT NULL, position INTEGER NOT NULL,"
    "  PRIMARY KEY (case_uuid, position)) WITHOUT ROWID;";

static const char indexes[] =
    "CREATE UNIQUE INDEX accounts_by_uuid ON accounts (uuid);"
    "CREATE UNIQUE INDEX plans_by_uuid ON plans (uuid);"
    "CREATE INDEX plan_owners_by_account ON plan_owners (account_uuid);"
    "CREATE UNIQUE INDEX cases_by_uuid ON cases (uuid);"
    "CREATE INDEX cases_by_status ON cases (status_uuid, status_position);"
    "CREATE INDEX cases_by_creation ON cases (firm_uuid, created_at);"
    "CREATE INDEX case_participants_by_account ON case_participants (account_uuid);"
    "CREATE INDEX case_plans_by_plan ON case_plans (plan_uuid);"
    "CREATE INDEX case_assigned_by_account ON case_assigned (account_uuid);";

/**
 * practice_schema_get_tables:
 *
 * Returns: the SQL that makes the tables
 */
const char *
practice_schema_get_tables (void)
{
  return tables;
}

/**
 * practice_schema_get_indexes:
 *
 * Returns: the SQL that makes the indexes, for when the tables are filled
 */
const char *
practice_schema_get_indexes (void)
{
  return indexes;
}
