/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed.h"

#include "practice-logins.h"
#include "practice-schema.h"

static void
set_meta (PracticeDatabase *database, const char *key, const char *value)
{
  sqlite3_stmt *row = practice_database_prepare (database, "INSERT INTO meta VALUES (?, ?)");

  practice_bind_text (row, 1, key);
  practice_bind_text (row, 2, value);
  practice_database_execute (database, row);
}

static char *
get_meta (PracticeDatabase *database, const char *key)
{
  return practice_database_look_up (database, "SELECT value FROM meta WHERE key = ?1 OR key = ?2",
                                    key, key);
}

static void
insert_firm (PracticeDatabase *database, const char *uuid, const char *name)
{
  sqlite3_stmt *row = practice_database_prepare (database, "INSERT INTO firms VALUES (?, ?)");

  practice_bind_text (row, 1, uuid);
  practice_bind_text (row, 2, name);
  practice_database_execute (database, row);
}

static gboolean
fill (PracticeDatabase *database, guint people)
{
  g_autofree char *number = g_strdup_printf ("%u", people);
  g_autoptr (GArray) clients = NULL;

  if (!practice_database_run (database, "BEGIN IMMEDIATE")
      || !practice_database_run (database, practice_schema_get_tables ()))
    return FALSE;

  insert_firm (database, PRACTICE_FIRM, "Harbour & Vale Financial Planning");
  insert_firm (database, PRACTICE_OTHER_FIRM, "Northgate Wealth");
  practice_seed_choices (database);
  clients = practice_seed_people (database);
  practice_seed_plans (database, clients);
  practice_seed_generate (database, people);
  if (!practice_database_run (database, practice_schema_get_indexes ()))
    return FALSE;
  practice_seed_cases (database, clients);
  set_meta (database, "schema", PRACTICE_SCHEMA_VERSION);
  set_meta (database, "people", number);
  /* A large firm would leave a log as large as itself beside the file. */
  return practice_database_run (database, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
}

/**
 * practice_seed_ensure:
 * @database: the firm's database
 * @people: how many people the firm is to have at least
 * @error: return location for an error
 *
 * Fills the database, in one transaction, if it is new. A firm that is there already stays as it
 * is, and must be of the size that is asked for, if one is.
 *
 * Returns: whether the firm is there
 */
gboolean
practice_seed_ensure (PracticeDatabase *database, guint people, GError **error)
{
  g_autofree char *schema = NULL;
  g_autofree char *number = NULL;

  if (practice_database_is_new (database))
    {
      if (fill (database, people))
        return TRUE;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cannot fill the data file");
      return FALSE;
    }

  schema = get_meta (database, "schema");
  number = get_meta (database, "people");
  if (g_strcmp0 (schema, PRACTICE_SCHEMA_VERSION) != 0 || number == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "the data file holds no practice firm of this version");
      return FALSE;
    }
  if (people != 0 && g_ascii_strtoull (number, NULL, 10) != people)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   "the data file holds a firm that was made with --people %s", number);
      return FALSE;
    }
  return TRUE;
}
