/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed.h"

#include "practice-case-store.h"
#include "practice-logins.h"
#include "practice-text.h"
#include "practice-time.h"

#define N_CASES 40
#define A_DAY   (24 * 60 * 60)

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static char *
make_name (const PracticePerson *person, guint type)
{
  g_autofree char *what = g_strdup (practice_seed_get_type_name (type));

  if (person->last_name == NULL)
    return g_strdup_printf ("%s: %s", person->name, what);
  what[0] = g_ascii_tolower (what[0]);
  return g_strdup_printf ("%s %s", person->last_name, what);
}

static void
add_plans (PracticeDatabase *database, const char *client_uuid, guint most, GPtrArray *plans)
{
  sqlite3_stmt *row = practice_database_prepare (
      database,
      "SELECT plan_uuid FROM plan_owners WHERE account_uuid = ? ORDER BY plan_uuid LIMIT ?");

  practice_bind_text (row, 1, client_uuid);
  sqlite3_bind_int (row, 2, (int) most);
  while (practice_database_step (database, row))
    g_ptr_array_add (plans, g_strdup (practice_column_text (row, 0)));
}

static PracticeCaseInput *
make_case (PracticeDatabase *database, const PracticeClient *client, guint number)
{
  PracticeCaseInput *input = g_new0 (PracticeCaseInput, 1);
  guint64 luck = practice_text_mix (number);
  /* The older a case, the further it is; half of them are done. */
  guint status = number < N_CASES / 2 ? number / 4 : 5;

  input->name = make_name (client->person, number);
  input->type = g_strdup (practice_seed_get_type_uuid (number));
  input->status = g_strdup (practice_seed_get_status_uuid (status));
  input->has_value = number % 7 != 6;
  input->value = (gint64) (20000 + luck % 480000);
  input->participants = new_list ();
  input->plans = new_list ();
  input->assigned = new_list ();
  input->groups = new_list ();
  g_ptr_array_add (input->participants, g_strdup (client->uuid));
  if (client->person->adviser_uuid != NULL)
    {
      g_ptr_array_add (input->participants, g_strdup (client->person->adviser_uuid));
      g_ptr_array_add (input->assigned, g_strdup (client->person->adviser_uuid));
    }
  add_plans (database, client->uuid, number % 3, input->plans);
  return input;
}

/**
 * practice_seed_cases:
 * @database: the database
 * @clients: (element-type PracticeClient): the clients
 *
 * Stores 40 cases of the last months, counted from now, the oldest first.
 */
void
practice_seed_cases (PracticeDatabase *database, GArray *clients)
{
  gint64 today = g_get_real_time () / G_USEC_PER_SEC / A_DAY * A_DAY;

  for (guint n = N_CASES; n > 0; n--)
    {
      guint i = n - 1;
      const PracticeClient *client = &g_array_index (clients, PracticeClient, i * 5 % clients->len);
      g_autoptr (PracticeCaseInput) input = make_case (database, client, i);
      gint64 created = today - (gint64) (i * 5 + 1) * A_DAY + 9 * 3600 + (gint64) (i * 733 % 28800);
      g_autofree char *created_at = practice_time_from_unix (created);
      g_autofree char *later = practice_time_from_unix (created + 40 * A_DAY);
      g_autofree char *uuid = practice_text_uuid_for ("case", i);
      g_autofree char *board = practice_text_uuid_for ("task-board", i);
      PracticeCaseRecord record = {
        .uuid = uuid,
        .firm_uuid = PRACTICE_FIRM,
        .task_board_uuid = board,
        .created_by = PRACTICE_ACCOUNT_ZOE,
        .created_at = created_at,
        .completed_at = i >= N_CASES / 2 ? later : NULL,
      };

      practice_case_store_insert (database, input, &record);
    }
}
