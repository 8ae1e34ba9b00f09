/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-case-input.h"
#include "practice-case-store.h"
#include "practice-cases.h"
#include "practice-handlers.h"
#include "practice-json-reader.h"
#include "practice-time.h"

#define MAX_BODY (1024 * 1024)

static gboolean
store (PracticeExchange *exchange, const PracticeCaseInput *input, const char *uuid)
{
  g_autofree char *now = practice_time_now ();
  g_autofree char *board = g_uuid_string_random ();
  g_autofree char *completes =
      input->status != NULL
          ? practice_database_look_up (exchange->database,
                                       "SELECT 'yes' FROM case_statuses"
                                       " WHERE uuid = ? AND firm_uuid = ? AND is_type_completed",
                                       input->status, exchange->firm_uuid)
          : NULL;
  PracticeCaseRecord record = {
    .uuid = uuid,
    .firm_uuid = exchange->firm_uuid,
    .task_board_uuid = board,
    .created_by = exchange->login->account_uuid,
    .created_at = now,
    .completed_at = completes != NULL ? now : NULL,
  };

  if (!practice_database_run (exchange->database, "BEGIN IMMEDIATE"))
    return FALSE;
  if (practice_case_store_insert (exchange->database, input, &record)
      && practice_database_run (exchange->database, "COMMIT"))
    return TRUE;

  practice_database_run (exchange->database, "ROLLBACK");
  return FALSE;
}

static void
answer_created (PracticeExchange *exchange, const char *uuid)
{
  sqlite3_stmt *row =
      practice_database_prepare (exchange->database,
                                 "SELECT " PRACTICE_CASE_COLUMNS " FROM cases c WHERE c.uuid = ?");

  practice_bind_text (row, 1, uuid);
  /* The includes are those of the lists; a create knows none. */
  g_clear_pointer (&exchange->query, g_hash_table_unref);
  if (practice_database_step (exchange->database, row))
    practice_cases_write (exchange, row, TRUE);
  sqlite3_reset (row);
}

/* A body that is no JSON object counts as empty, as with Laravel: what it lacks first is a name. */
static JsonObject *
read_body (PracticeExchange *exchange)
{
  SoupMessageBody *body = soup_server_message_get_request_body (exchange->message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) root = length > 0 ? practice_json_read (text, length) : NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return json_object_new ();
  return json_node_dup_object (root);
}

static gboolean
check_request (PracticeExchange *exchange)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (exchange->message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (g_strcmp0 (type, "application/json") != 0)
    practice_exchange_fail (exchange, SOUP_STATUS_UNSUPPORTED_MEDIA_TYPE,
                            "The content type must be application/json.");
  else if (!exchange->login->may_write)
    practice_exchange_fail (exchange, SOUP_STATUS_FORBIDDEN, "This action is unauthorized.");
  else if (soup_server_message_get_request_body (exchange->message)->length > MAX_BODY)
    practice_exchange_fail (exchange, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE,
                            "The request is too large.");
  else
    return TRUE;
  return FALSE;
}

/**
 * practice_cases_create:
 * @exchange: a request
 *
 * POST /api/v1/cases
 */
void
practice_cases_create (PracticeExchange *exchange)
{
  g_autoptr (PracticeValidation) validation = practice_validation_new ();
  g_autoptr (PracticeCaseInput) input = NULL;
  g_autoptr (JsonObject) body = NULL;
  g_autofree char *uuid = g_uuid_string_random ();

  if (!check_request (exchange))
    return;

  body = read_body (exchange);
  input = practice_case_input_read (exchange, body, validation);
  if (!practice_validation_answer (validation, exchange))
    return;

  if (store (exchange, input, uuid))
    answer_created (exchange, uuid);
  else
    practice_exchange_fail (exchange, SOUP_STATUS_INTERNAL_SERVER_ERROR, "Server Error");
}
