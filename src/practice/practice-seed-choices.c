/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed.h"

#include "practice-logins.h"

#define FOUNDED "2019-02-04T09:00:00Z"

typedef struct
{
  const char *uuid;
  const char *name;
  const char *colour;
  gboolean completes;
} Status;

typedef struct
{
  const char *uuid;
  const char *name;
} Named;

typedef struct
{
  const char *uuid;
  const char *model_type;
  const char *type;
  const char *name;
  const char *reference;
  const char *help_text;
  const char *options;
} Field;

static const Status statuses[] = {
  { "59f4ddf9-c35d-4819-adf7-da52307bc0d7", "Fact find", "#1C6BBA", FALSE },
  { "8b2e6d14-7f03-4c9a-b5d8-3e1a9c7f0b31", "Research", "#7A3FB5", FALSE },
  { "c6f1a8e3-2d95-4b70-8e4c-5a0d7b9f1c32", "Recommendation", "#B0590B", FALSE },
  { "2a9d5c7b-e614-4f38-a0b3-8d6f1e4c9a33", "With the provider", "#0B7A75", FALSE },
  { "f3b7e0d9-4a82-4c15-9d6e-1b5c8a2f7e34", "To be reviewed", "#A8174C", FALSE },
  { "7e4c9b1f-d035-4a68-b2f7-9c0e5d3a6b35", "Completed", "#23852B", TRUE },
};

static const Status other_statuses[] = {
  { "a4d8f2c6-1b79-4e03-8c5a-7f6e0b9d3c41", "Open", "#1C6BBA", FALSE },
  { "5f0b7d3e-9c64-4a21-b8e9-2d1c6f4a8e42", "Closed", "#5B5B5B", TRUE },
};

static const Named types[] = {
  { "d8b25570-48f0-4786-b670-67f6900bf34c", "Mortgage" },
  { "3e9a7c51-6d08-4b2f-8f14-c7e5a0b9d251", "Pension transfer" },
  { "b0d6f4a2-8c37-4e19-95ab-1f7d3e6c8052", "Annual review" },
  { "6c1e8b9d-f543-4a70-b7d2-4e0a9f5c1b53", "Protection review" },
  { "e7f2a5c8-0b96-4d31-8a6f-9d4b1c7e3054", "Investment" },
  { "1d5b9e3f-7a24-4c86-9e0d-b8f6c2a7d155", "Retirement planning" },
  { "94c7d0e6-3f1b-4a58-a2c9-5e8d6b0f7a56", "Estate planning" },
  { "48a6f1b3-c9d2-4e75-8b0e-7c3f5d9a1e57", "New client" },
};

static const Named other_types[] = {
  { "0e8c5a7d-b419-4f62-9d3b-6a1f7e2c8b61", "Advice" },
};

static const Named groups[] = {
  { "cb3e9f07-5d61-4a8c-b4f2-8e7a1d0c6571", "Ashworth family" },
  { "29d7a4b8-0e53-4c1f-9a6d-f5b2e8c3d072", "Okafor family" },
  { "7f1c6e5a-d8b9-4037-8e2c-3a9d4f0b7c73", "Medical practices" },
  { "e5a0d3c9-4b76-4f18-a1e7-0c8b6d2f9574", "Northern office" },
};

static const Field fields[] = {
  { "1045d53a-e551-4651-a16d-c4a87b952d34", "account", "selection", "Favourite Drink",
    "favourite_drink", "This is the client's favourite drink.", "Coffee\nTea\nWater" },
  { "62f8b1d7-a30e-4c95-8d4b-e9c7f5a0b281", "case", "selection", "Referral source",
    "referral_source", "Who sent this client to us.", "Introducer\nExisting client\nWeb site" },
  { "d90c3e6f-18a5-4b7d-b2f6-5e4a7c1d8082", "case", "datetime", "Chase date", "chase_date",
    "When to ask the provider again.", NULL },
};

static void
insert_status (PracticeDatabase *database,
               const char *firm_uuid,
               const Status *status,
               int position)
{
  sqlite3_stmt *row =
      practice_database_prepare (database,
                                 "INSERT INTO case_statuses VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

  practice_bind_text (row, 1, status->uuid);
  practice_bind_text (row, 2, firm_uuid);
  practice_bind_text (row, 3, status->name);
  practice_bind_text (row, 4, status->colour);
  sqlite3_bind_int (row, 5, position);
  sqlite3_bind_int (row, 6, status->completes);
  practice_bind_text (row, 7, FOUNDED);
  practice_bind_text (row, 8, FOUNDED);
  practice_database_execute (database, row);
}

static void
insert_named (PracticeDatabase *database,
              const char *sql,
              const char *firm_uuid,
              const Named *named)
{
  sqlite3_stmt *row = practice_database_prepare (database, sql);

  practice_bind_text (row, 1, named->uuid);
  practice_bind_text (row, 2, firm_uuid);
  practice_bind_text (row, 3, named->name);
  practice_bind_text (row, 4, FOUNDED);
  practice_bind_text (row, 5, FOUNDED);
  practice_database_execute (database, row);
}

static void
insert_field (PracticeDatabase *database, const Field *field, int position)
{
  sqlite3_stmt *row = practice_database_prepare (
      database, "INSERT INTO custom_fields VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)");

  practice_bind_text (row, 1, field->uuid);
  practice_bind_text (row, 2, PRACTICE_FIRM);
  practice_bind_text (row, 3, field->model_type);
  practice_bind_text (row, 4, field->type);
  practice_bind_text (row, 5, field->name);
  practice_bind_text (row, 6, field->reference);
  practice_bind_text (row, 7, field->help_text);
  practice_bind_text (row, 8, field->options);
  sqlite3_bind_int (row, 9, position);
  practice_bind_text (row, 10, FOUNDED);
  practice_bind_text (row, 11, FOUNDED);
  practice_database_execute (database, row);
}

/**
 * practice_seed_choices:
 * @database: the database
 *
 * Stores statuses, types, groups and custom fields. The second firm has a type, which nobody can
 * find out as long as it has no case.
 */
void
practice_seed_choices (PracticeDatabase *database)
{
  static const char insert_type[] = "INSERT INTO case_types VALUES (?, ?, ?, ?, ?)";

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    insert_status (database, PRACTICE_FIRM, &statuses[i], (int) i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (other_statuses); i++)
    insert_status (database, PRACTICE_OTHER_FIRM, &other_statuses[i], (int) i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    insert_named (database, insert_type, PRACTICE_FIRM, &types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (other_types); i++)
    insert_named (database, insert_type, PRACTICE_OTHER_FIRM, &other_types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    insert_named (database, "INSERT INTO groups VALUES (?, ?, ?, ?, ?)", PRACTICE_FIRM, &groups[i]);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    insert_field (database, &fields[i], (int) i + 1);
}

/**
 * practice_seed_get_type_uuid:
 * @index: any number
 *
 * Returns: the UUID of one of the eight types
 */
const char *
practice_seed_get_type_uuid (guint index)
{
  return types[index % G_N_ELEMENTS (types)].uuid;
}

/**
 * practice_seed_get_type_name:
 * @index: any number
 *
 * Returns: the name of one of the eight types
 */
const char *
practice_seed_get_type_name (guint index)
{
  return types[index % G_N_ELEMENTS (types)].name;
}

/**
 * practice_seed_get_status_uuid:
 * @index: any number
 *
 * Returns: the UUID of one of the six statuses, the last of which completes a case
 */
const char *
practice_seed_get_status_uuid (guint index)
{
  return statuses[index % G_N_ELEMENTS (statuses)].uuid;
}
