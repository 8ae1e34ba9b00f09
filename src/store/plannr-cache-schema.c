/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-file.h"

#include "plannr-cache-private.h"
#include "plannr-people-key.h"
#include "plannr-plan-key.h"

/* One step for each version; what has been released is never changed.
 *
 * `folded` holds a space before each of its words, all of them folded as plannr_fold() does, so that
 * what begins a word can be told from what stands within one. Of people, from version 2 on, it is what
 * plannr_people_key_new() makes, of plans, from version 4 on, what plannr_plan_key_new() does; in the
 * first, `digits` was a telephone number without what stands between its digits. */
static const char *const steps[] = {
  "CREATE TABLE people ("
  " uuid TEXT PRIMARY KEY, name TEXT, kind TEXT, role TEXT, email TEXT, phone TEXT, adviser TEXT,"
  " joint INTEGER NOT NULL, inactive INTEGER NOT NULL,"
  " folded TEXT NOT NULL, digits TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  /* A type and a status may have the same UUID for all that Plannr says. */
  "CREATE TABLE choices ("
  " what TEXT NOT NULL, uuid TEXT NOT NULL, name TEXT, colour TEXT, position INTEGER NOT NULL,"
  " folded TEXT NOT NULL, PRIMARY KEY (what, uuid)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE plans ("
  " uuid TEXT PRIMARY KEY, name TEXT, kind TEXT, sub_kind TEXT, status TEXT, provider TEXT,"
  " policy_number TEXT, amount INTEGER NOT NULL, currency TEXT, folded TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  /* Whose plans are known: a client who has none differs from one of whom nothing is known. */
  "CREATE TABLE clients (uuid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
  "CREATE TABLE client_plans ("
  " client TEXT NOT NULL, plan TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (client, plan)"
  ") STRICT, WITHOUT ROWID;"
  /* What this person has chosen, and when, in microseconds UTC. */
  "CREATE TABLE uses ("
  " uuid TEXT PRIMARY KEY, last_used INTEGER NOT NULL, times INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID;",

  /* Letters were folded that had not been before. In the order of their numbers, which is the one in
   * which Plannr lists them, many people are written at a time without touching all of the file. */
  "ALTER TABLE people RENAME TO shown;"
  "CREATE TABLE people ("
  " id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT, kind TEXT, role TEXT, email TEXT,"
  " phone TEXT, adviser TEXT, joint INTEGER NOT NULL, inactive INTEGER NOT NULL,"
  " folded TEXT NOT NULL"
  ") STRICT;"
  "INSERT INTO people (uuid, name, kind, role, email, phone, adviser, joint, inactive, folded)"
  " SELECT uuid, name, kind, role, email, phone, adviser, joint, inactive,"
  "        people_key (name, email, phone) FROM shown;"
  "DROP TABLE shown;"
  "UPDATE choices SET folded = fold (name, NULL);"
  "UPDATE plans SET folded = fold (policy_number, name);",

  /* Whether somebody was on Plannr's list of people, and in which pass through it they were seen last;
   * and how far that pass is. */
  "ALTER TABLE people ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE people ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;"
  "CREATE TABLE people_pass ("
  " id INTEGER PRIMARY KEY CHECK (id = 1), run INTEGER NOT NULL, page INTEGER NOT NULL,"
  " again INTEGER NOT NULL, moved INTEGER NOT NULL, total INTEGER NOT NULL,"
  " pass INTEGER NOT NULL, ended_at INTEGER NOT NULL"
  ") STRICT;"
  "INSERT INTO people_pass VALUES (1, 0, 1, 0, 0, -1, 0, 0);",

  /* All the plans of the firm are kept like its people; and how far each list is gone through. */
  "ALTER TABLE plans RENAME TO shown;"
  "CREATE TABLE plans ("
  " id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT, kind TEXT, sub_kind TEXT,"
  " status TEXT, provider TEXT, policy_number TEXT, amount INTEGER NOT NULL, currency TEXT,"
  " folded TEXT NOT NULL, seen INTEGER NOT NULL DEFAULT 0"
  ") STRICT;"
  "INSERT INTO plans (uuid, name, kind, sub_kind, status, provider, policy_number, amount,"
  "                   currency, folded)"
  " SELECT uuid, name, kind, sub_kind, status, provider, policy_number, amount, currency,"
  "        plan_key (name, policy_number, provider, kind, sub_kind) FROM shown;"
  "DROP TABLE shown;"
  "CREATE TABLE passes ("
  " what TEXT PRIMARY KEY, run INTEGER NOT NULL, page INTEGER NOT NULL, again INTEGER NOT NULL,"
  " moved INTEGER NOT NULL, total INTEGER NOT NULL, pass INTEGER NOT NULL,"
  " ended_at INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "INSERT INTO passes"
  " SELECT 'people', run, page, again, moved, total, pass, ended_at FROM people_pass;"
  "INSERT INTO passes VALUES"
  " ('plans', 0, 1, 0, 0, -1, 0, 0), ('statuses', 0, 1, 0, 0, -1, 0, 0),"
  " ('types', 0, 1, 0, 0, -1, 0, 0);"
  "DROP TABLE people_pass;",
};

static const char *
get_text (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static void
people_key_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_text (context,
                       plannr_people_key_new (get_text (values[0]), get_text (values[1]),
                                              get_text (values[2])),
                       -1, g_free);
}

static void
plan_key_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_text (context,
                       plannr_plan_key_new (get_text (values[0]), get_text (values[1]),
                                            get_text (values[2]), get_text (values[3]),
                                            get_text (values[4])),
                       -1, g_free);
}

static void
fold_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_text (context, plannr_cache_fold (get_text (values[0]), get_text (values[1])), -1,
                       g_free);
}

/* What the steps call. */
static int
add_functions (sqlite3 *database)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int result =
      sqlite3_create_function (database, "people_key", 3, flags, NULL, people_key_func, NULL, NULL);

  if (result == SQLITE_OK)
    result =
        sqlite3_create_function (database, "plan_key", 5, flags, NULL, plan_key_func, NULL, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_create_function (database, "fold", 2, flags, NULL, fold_func, NULL, NULL);

  return result;
}

static int
get_version (sqlite3 *database, int *version)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (database, "PRAGMA user_version", -1, &statement, NULL);

  if (result == SQLITE_OK && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      *version = sqlite3_column_int (statement, 0);
      result = SQLITE_OK;
    }
  sqlite3_finalize (statement);

  return result;
}

/**
 * plannr_cache_schema_prepare:
 * @database: a database
 *
 * Brings @database to the newest version, all at once or not at all.
 *
 * Returns: %SQLITE_OK; %SQLITE_NOTADB where it is of a version that is not known here
 */
int
plannr_cache_schema_prepare (sqlite3 *database)
{
  g_autofree char *set_version = NULL;
  int version = 0;
  int result = get_version (database, &version);

  if (result != SQLITE_OK)
    return result;
  if (version < 0 || version > (int) G_N_ELEMENTS (steps))
    return SQLITE_NOTADB;
  if (version == (int) G_N_ELEMENTS (steps))
    return SQLITE_OK;

  result = add_functions (database);
  if (result == SQLITE_OK)
    result = sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  for (gsize i = (gsize) version; result == SQLITE_OK && i < G_N_ELEMENTS (steps); i++)
    result = sqlite3_exec (database, steps[i], NULL, NULL, NULL);
  if (result == SQLITE_OK)
    {
      set_version =
          g_strdup_printf ("PRAGMA user_version = %d; COMMIT", (int) G_N_ELEMENTS (steps));
      result = sqlite3_exec (database, set_version, NULL, NULL, NULL);
    }

  return result;
}
