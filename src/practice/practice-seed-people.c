/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed.h"

#include "practice-logins.h"
#include "practice-text.h"
#include "practice-time.h"

/* 2019-02-04 09:00 UTC; from then on somebody joined every few days. */
#define FIRST_ACCOUNT      G_GINT64_CONSTANT (1549270800)
#define HALF_A_DAY         (12 * 60 * 60 + 1234)
#define SECONDS_OF_4_YEARS (4 * 365 * 24 * 60 * 60)

static char *
make_phone (guint64 number)
{
  if (number % 4 == 3)
    return g_strdup_printf ("020 7946 0%03u", (guint) (number % 1000));
  return g_strdup_printf ("07700 900%03u", (guint) (number % 1000));
}

static void
client_clear (gpointer data)
{
  PracticeClient *client = data;

  g_free (client->uuid);
}

static char *
dup_uuid (const PracticePerson *person, const char *kind, guint number)
{
  if (person->uuid != NULL)
    return g_strdup (person->uuid);
  return practice_text_uuid_for (kind, number);
}

/**
 * practice_seed_insert_person:
 * @database: the database
 * @firm_uuid: the person's firm
 * @uuid: the account's UUID
 * @person: the person
 * @number: a number of the person's own, from which telephone and dates are made
 *
 * Stores an account.
 */
void
practice_seed_insert_person (PracticeDatabase *database,
                             const char *firm_uuid,
                             const char *uuid,
                             const PracticePerson *person,
                             guint64 number)
{
  gint64 joined = FIRST_ACCOUNT + (gint64) (number * HALF_A_DAY % SECONDS_OF_4_YEARS);
  g_autofree char *created_at = practice_time_from_unix (joined);
  g_autofree char *inactive_at = practice_time_from_unix (joined + SECONDS_OF_4_YEARS);
  g_autofree char *phone = make_phone (number);
  g_autofree char *name = NULL;
  sqlite3_stmt *row = practice_database_prepare (
      database,
      "INSERT INTO accounts (uuid, firm_uuid, type, role, title, first_name, last_name, name,"
      " email, phone, adviser_uuid, inactive_at, has_joint_account, created_at, updated_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

  if (person->name == NULL)
    name = g_strdup_printf ("%s %s", person->first_name, person->last_name);

  practice_bind_text (row, 1, uuid);
  practice_bind_text (row, 2, firm_uuid);
  practice_bind_text (row, 3, person->type);
  practice_bind_text (row, 4, person->role);
  practice_bind_text (row, 5, person->title);
  practice_bind_text (row, 6, person->first_name);
  practice_bind_text (row, 7, person->last_name);
  practice_bind_text (row, 8, name != NULL ? name : person->name);
  practice_bind_text (row, 9, person->email);
  practice_bind_text (row, 10, phone);
  practice_bind_text (row, 11, person->adviser_uuid);
  practice_bind_text (row, 12, person->inactive ? inactive_at : NULL);
  sqlite3_bind_int (row, 13, person->couple != 0 && g_str_equal (person->role, "individual"));
  practice_bind_text (row, 14, created_at);
  practice_bind_text (row, 15, created_at);
  practice_database_execute (database, row);
}

/**
 * practice_seed_people:
 * @database: the database
 *
 * Stores the people of both firms.
 *
 * Returns: (transfer full) (element-type PracticeClient): the clients of the first
 */
GArray *
practice_seed_people (PracticeDatabase *database)
{
  GArray *clients = g_array_new (FALSE, FALSE, sizeof (PracticeClient));
  const PracticePerson *person;

  g_array_set_clear_func (clients, client_clear);
  for (guint i = 0; (person = practice_seed_get_person (i)) != NULL; i++)
    {
      g_autofree char *uuid = dup_uuid (person, "account", i);

      practice_seed_insert_person (database, PRACTICE_FIRM, uuid, person, i);
      if (g_str_equal (person->type, "client"))
        {
          PracticeClient client = { g_steal_pointer (&uuid), person };

          g_array_append_val (clients, client);
        }
    }
  for (guint i = 0; (person = practice_seed_get_other_person (i)) != NULL; i++)
    {
      g_autofree char *uuid = dup_uuid (person, "other-account", i);

      practice_seed_insert_person (database, PRACTICE_OTHER_FIRM, uuid, person, i);
    }
  return clients;
}
