/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-private.h"

#include "plannr-people-key.h"
#include "plannr-uuid.h"

#define FIELDS "uuid, name, kind, role, email, phone, adviser, joint, inactive"

/* A broken file must not bring into the window what is no text. */
static const char *
get_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static gpointer
read_person (sqlite3_stmt *row)
{
  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", get_text (row, 0), "name", get_text (row, 1),
                       "kind", plannr_account_kind_from_word (get_text (row, 2)), "role",
                       get_text (row, 3), "email", get_text (row, 4), "phone", get_text (row, 5),
                       "adviser", get_text (row, 6), "joint", sqlite3_column_int (row, 7) != 0,
                       "inactive", sqlite3_column_int (row, 8) != 0, NULL);
}

/* Whoever is seen while a pass goes on is there. */
static const char insertion[] =
    "INSERT INTO people (uuid, name, kind, role, email, phone, adviser, folded, joint, inactive,"
    "                    listed, seen)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT pass FROM people_pass))"
    " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
    "  role = excluded.role, email = excluded.email, phone = excluded.phone,"
    "  adviser = excluded.adviser, folded = excluded.folded, joint = excluded.joint,"
    "  inactive = excluded.inactive, listed = max (listed, excluded.listed), seen = excluded.seen";

static char *
get_key (PlannrAccount *person)
{
  return plannr_people_key_new (plannr_account_get_name (person), plannr_account_get_email (person),
                                plannr_account_get_phone (person));
}

static void
bind_person (sqlite3_stmt *statement, PlannrAccount *person, gboolean listed)
{
  g_autofree char *key = get_key (person);
  const char *const texts[] = {
    plannr_account_get_uuid (person),
    plannr_account_get_name (person),
    plannr_account_kind_to_word (plannr_account_get_kind (person)),
    plannr_account_get_role (person),
    plannr_account_get_email (person),
    plannr_account_get_phone (person),
    plannr_account_get_adviser (person),
    key,
  };
  int n = 0;

  while (n < (int) G_N_ELEMENTS (texts))
    {
      sqlite3_bind_text (statement, n + 1, texts[n], -1, SQLITE_TRANSIENT);
      n++;
    }
  sqlite3_bind_int (statement, ++n, plannr_account_get_joint (person));
  sqlite3_bind_int (statement, ++n, plannr_account_get_inactive (person));
  sqlite3_bind_int (statement, ++n, listed != FALSE);
}

/* By the first thousand of them. */
static int
reserve (sqlite3 *database, PlannrPeopleIndex *index)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  int result = sqlite3_prepare_v2 (
      database,
      "SELECT (SELECT count(*) FROM people), (SELECT avg(length(CAST(folded AS BLOB)))"
      " FROM (SELECT folded FROM people LIMIT 1000))",
      -1, &row, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (row);
  if (result != SQLITE_ROW)
    return result;

  plannr_people_index_reserve (index, (guint) sqlite3_column_int (row, 0),
                               (gsize) sqlite3_column_int (row, 1));

  return SQLITE_OK;
}

static int
read_people (sqlite3 *database, PlannrPeopleIndex *index)
{
  g_autoptr (sqlite3_stmt) people = NULL;
  int result = sqlite3_prepare_v2 (database, "SELECT uuid, folded, kind, inactive FROM people", -1,
                                   &people, NULL);

  while (result == SQLITE_OK && (result = sqlite3_step (people)) == SQLITE_ROW)
    {
      const char *uuid = (const char *) sqlite3_column_text (people, 0);
      const char *key = get_text (people, 1);

      if (uuid != NULL && key != NULL)
        plannr_people_index_put (index, uuid, key,
                                 plannr_account_kind_from_word (
                                     (const char *) sqlite3_column_text (people, 2)),
                                 sqlite3_column_int (people, 3) != 0);
      result = SQLITE_OK;
    }

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int
read_uses (sqlite3 *database, PlannrPeopleIndex *index)
{
  g_autoptr (sqlite3_stmt) uses = NULL;
  int result =
      sqlite3_prepare_v2 (database, "SELECT uuid FROM uses ORDER BY last_used", -1, &uses, NULL);

  while (result == SQLITE_OK && (result = sqlite3_step (uses)) == SQLITE_ROW)
    {
      const char *uuid = (const char *) sqlite3_column_text (uses, 0);

      if (uuid != NULL)
        plannr_people_index_use (index, uuid);
      result = SQLITE_OK;
    }

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

/* Reads everybody, the first time: some 100 ms where there are 100,000. */
static int
get_index (PlannrCacheFile *file, PlannrPeopleIndex **index)
{
  sqlite3 *database = plannr_cache_file_get_database (file);
  g_autoptr (PlannrPeopleIndex) read = NULL;
  int result = SQLITE_OK;

  *index = plannr_cache_file_get_people (file);
  if (*index != NULL)
    return SQLITE_OK;

  read = plannr_people_index_new ();
  result = reserve (database, read);
  if (result == SQLITE_OK)
    result = read_people (database, read);
  if (result == SQLITE_OK)
    result = read_uses (database, read);
  if (result == SQLITE_OK)
    {
      *index = read;
      plannr_cache_file_take_people (file, g_steal_pointer (&read));
      sqlite3_db_release_memory (database);
    }

  return result;
}

static int
read_found (sqlite3 *database, GPtrArray *uuids, GPtrArray *found)
{
  g_autoptr (sqlite3_stmt) person = NULL;
  int result = sqlite3_prepare_v2 (database, "SELECT " FIELDS " FROM people WHERE uuid = ?", -1,
                                   &person, NULL);

  for (guint i = 0; result == SQLITE_OK && i < uuids->len; i++)
    {
      sqlite3_bind_text (person, 1, g_ptr_array_index (uuids, i), -1, SQLITE_STATIC);
      if (sqlite3_step (person) == SQLITE_ROW && get_text (person, 0) != NULL)
        g_ptr_array_add (found, read_person (person));
      result = sqlite3_reset (person);
    }

  return result;
}

/* Adds to @found those who match @text, or whose UUID it is, but for the first @offset; at most @max. */
int
plannr_cache_people_search (
    PlannrCacheFile *file, const char *text, guint offset, guint max, GPtrArray *found)
{
  g_autofree char *uuid = plannr_uuid_parse (text);
  g_autoptr (GPtrArray) uuids = NULL;
  PlannrPeopleIndex *index = NULL;
  int result = SQLITE_OK;

  if (uuid != NULL)
    {
      uuids = g_ptr_array_new_with_free_func (g_free);
      if (offset == 0)
        g_ptr_array_add (uuids, g_steal_pointer (&uuid));
    }
  else
    {
      result = get_index (file, &index);
      if (result != SQLITE_OK)
        return result;
      uuids = plannr_people_index_find (index, text, offset, max);
    }

  return read_found (plannr_cache_file_get_database (file), uuids, found);
}

static int
is_listed (sqlite3_stmt *listed, PlannrAccount *person, gboolean *result)
{
  sqlite3_bind_text (listed, 1, plannr_account_get_uuid (person), -1, SQLITE_STATIC);
  *result = sqlite3_step (listed) == SQLITE_ROW;

  return sqlite3_reset (listed);
}

/* Writes @people, who are on Plannr's list where they are @listed; @last_known tells
 * whether it was known of the last one before. */
int
plannr_cache_people_write (sqlite3 *database,
                           GPtrArray *people,
                           gboolean listed,
                           gboolean *last_known)
{
  g_autoptr (sqlite3_stmt) known = NULL;
  g_autoptr (sqlite3_stmt) write = NULL;
  int result = sqlite3_prepare_v2 (database, "SELECT 1 FROM people WHERE uuid = ? AND listed", -1,
                                   &known, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_prepare_v2 (database, insertion, -1, &write, NULL);

  for (guint i = 0; result == SQLITE_OK && i < people->len; i++)
    {
      PlannrAccount *person = g_ptr_array_index (people, i);

      if (last_known != NULL)
        result = is_listed (known, person, last_known);
      if (result != SQLITE_OK)
        break;
      bind_person (write, person, listed);
      sqlite3_step (write);
      result = sqlite3_reset (write);
    }

  return result;
}

/* Has the index know of what was written. */
void
plannr_cache_people_note (PlannrCacheFile *file, GPtrArray *people)
{
  PlannrPeopleIndex *index = plannr_cache_file_get_people (file);

  for (guint i = 0; index != NULL && i < people->len; i++)
    {
      PlannrAccount *person = g_ptr_array_index (people, i);
      g_autofree char *key = get_key (person);

      plannr_people_index_put (index, plannr_account_get_uuid (person), key,
                               plannr_account_get_kind (person),
                               plannr_account_get_inactive (person));
    }
}

/* Has the index know of whom this person has chosen. */
void
plannr_cache_people_note_use (PlannrCacheFile *file, const char *uuid)
{
  PlannrPeopleIndex *index = plannr_cache_file_get_people (file);

  if (index != NULL)
    plannr_people_index_use (index, uuid);
}
