/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-handlers.h"

static void
write_login (PracticeExchange *exchange, const PracticeLogin *login)
{
  PracticeJson *json = &exchange->json;
  sqlite3_stmt *row = practice_database_prepare (
      exchange->database,
      "SELECT first_name, last_name, name, type, role FROM accounts WHERE uuid = ?");

  practice_bind_text (row, 1, login->account_uuid);
  practice_database_step (exchange->database, row);

  practice_json_begin_object (json, NULL);
  practice_json_string (json, "uuid", login->uuid);
  practice_json_string (json, "first_name", practice_column_text (row, 0));
  practice_json_string (json, "last_name", practice_column_text (row, 1));
  practice_json_string (json, "email", login->email);
  practice_json_boolean (json, "primary", login->is_primary);
  practice_json_time (json, "expires_at", login->expires_at);
  practice_json_boolean (json, "has_write_permission", login->may_write);
  practice_json_boolean (json, "has_delete_permission", FALSE);

  practice_json_begin_object (json, "account");
  practice_json_string (json, "uuid", login->account_uuid);
  practice_json_string (json, "name", practice_column_text (row, 2));
  practice_json_string (json, "type", practice_column_text (row, 3));
  practice_json_string (json, "role", practice_column_text (row, 4));
  practice_json_end_object (json);

  practice_json_begin_object (json, "firm");
  practice_json_string (json, "uuid", login->firm_uuid);
  practice_json_string (json, "name", login->firm_name);
  practice_json_end_object (json);
  practice_json_end_object (json);

  sqlite3_reset (row);
}

/**
 * practice_logins_list:
 * @exchange: a request
 *
 * GET /api/v1/logins
 */
void
practice_logins_list (PracticeExchange *exchange)
{
  const PracticeLogin *login;

  practice_json_begin_object (&exchange->json, NULL);
  practice_json_begin_array (&exchange->json, "data");
  for (guint i = 0; (login = practice_logins_get (i)) != NULL; i++)
    if (g_str_equal (login->person, exchange->login->person))
      write_login (exchange, login);
  practice_json_end_array (&exchange->json);
  practice_json_string (&exchange->json, "preferred_account_uuid", exchange->login->account_uuid);
  practice_json_end_object (&exchange->json);
}

/**
 * practice_logins_me:
 * @exchange: a request
 *
 * GET /api/v1/me
 */
void
practice_logins_me (PracticeExchange *exchange)
{
  if (exchange->login->expired)
    practice_exchange_fail (exchange, SOUP_STATUS_UNAUTHORIZED, "Unauthenticated.");
  else
    write_login (exchange, exchange->login);
}
