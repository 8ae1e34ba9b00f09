/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-api-private.h"

#include "plannr-failure.h"
#include "plannr-json-document.h"
#include "plannr-read-case.h"
#include "plannr-read-choice.h"

/**
 * plannr_api_read_case:
 * @answer: what Plannr answered, as a #PlannrReceipt has it
 * @error: return location
 *
 * Reads an answer that was kept as strictly as one that has just come.
 *
 * Returns: (transfer full) (nullable): the case
 */
PlannrCase *
plannr_api_read_case (GBytes *answer, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (answer != NULL, NULL);

  root = plannr_json_document_read (answer, error);

  return root != NULL ? plannr_read_one_case (root, NULL, error) : NULL;
}

/**
 * plannr_api_read_refusal:
 * @status: the HTTP status
 * @answer: (nullable): what Plannr answered, as a #PlannrReceipt has it
 *
 * Returns: (transfer full): the error that it stands for
 */
GError *
plannr_api_read_refusal (guint status, GBytes *answer)
{
  GError *error = plannr_failure_from_status (status, NULL, answer);

  plannr_error_get_details (error)->sent = TRUE;

  return error;
}

/**
 * plannr_api_get_receipt:
 * @result: what the callback of any of the calls was given
 *
 * Returns: (transfer full) (nullable): what came back, as it came; %NULL where nothing did
 */
PlannrReceipt *
plannr_api_get_receipt (GAsyncResult *result)
{
  return plannr_request_get_receipt (result);
}

/**
 * plannr_api_create_case_async:
 * @self: the API
 * @body: what to send, as of plannr_api_write_case()
 * @mark: (scope async) (nullable): called synchronously before the first byte leaves; not called at
 *   all where none does. Where it returns %FALSE the error is %G_IO_ERROR_CANCELLED
 * @mark_data: given to @mark
 * @cancellable: (nullable): a #GCancellable. Where it ends the request nothing but the call of @mark
 *   tells whether something may have been sent; a case that is there by then is still returned
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `POST /api/v1/cases`. Sent once, whatever happens.
 */
void
plannr_api_create_case_async (PlannrApi *self,
                              GBytes *body,
                              PlannrMarkFunc mark,
                              gpointer mark_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GString) path = plannr_api_path ("cases", NULL, NULL);

  g_return_if_fail (PLANNR_IS_API (self));
  g_return_if_fail (body != NULL);

  plannr_api_create (self, path->str, body, mark, mark_data, plannr_read_one_case,
                     plannr_api_create_case_async, cancellable, callback, user_data);
}

/**
 * plannr_api_create_case_finish:
 * @self: the API
 * @result: what the callback was given
 * @error: return location; the details tell whether something may have been sent
 *
 * Returns: (transfer full) (nullable): the case that Plannr made, as far as its answer holds it
 */
PlannrCase *
plannr_api_create_case_finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  return plannr_api_get_one_finish (self, result, error);
}

/**
 * plannr_api_get_case_async:
 * @self: the API
 * @uuid: the UUID of a case
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/cases/{uuid}`, with all that the card shows.
 */
void
plannr_api_get_case_async (PlannrApi *self,
                           const char *uuid,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GString) path = NULL;

  g_return_if_fail (PLANNR_IS_API (self));
  g_return_if_fail (uuid != NULL);

  path = plannr_api_path ("cases", uuid, NULL);
  plannr_query_add (path, "include",
                    "participants,participants_count,type,status,plans,custom_fields");
  plannr_api_get_one (self, path->str, plannr_read_one_case, plannr_api_get_case_async, cancellable,
                      callback, user_data);
}

/**
 * plannr_api_get_case_finish:
 * @self: the API
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the case
 */
PlannrCase *
plannr_api_get_case_finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  return plannr_api_get_one_finish (self, result, error);
}

/**
 * plannr_api_list_cases_async:
 * @self: the API
 * @client_uuid: (nullable): the client whose cases are wanted, the newest first and with people and
 *   plans; %NULL for all cases, for the sake of their types and statuses
 * @page: which page, from 1
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/cases`.
 */
void
plannr_api_list_cases_async (PlannrApi *self,
                             const char *client_uuid,
                             guint page,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GString) path = plannr_api_path ("cases", NULL, NULL);

  g_return_if_fail (PLANNR_IS_API (self));

  if (client_uuid != NULL)
    {
      plannr_query_add (path, "filter[account_uuids]", client_uuid);
      plannr_query_add (path, "sort", "-created_at");
    }
  plannr_query_add_number (path, "per_page", PLANNR_API_PER_PAGE);
  plannr_query_add (path, "include",
                    client_uuid != NULL ? "participants,plans,type,status" : "type,status");
  plannr_query_add_number (path, "page", page);
  plannr_api_get_list (self, path->str, page, plannr_read_cases, plannr_api_list_cases_async,
                       cancellable, callback, user_data);
}

/**
 * plannr_api_list_cases_finish:
 * @self: the API
 * @result: what the callback was given
 * @last_page: (out) (optional): which page is the last one
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrCase): the cases
 */
GPtrArray *
plannr_api_list_cases_finish (PlannrApi *self,
                              GAsyncResult *result,
                              guint *last_page,
                              GError **error)
{
  return plannr_api_get_list_finish (self, result, last_page, NULL, error);
}

/**
 * plannr_api_list_statuses_async:
 * @self: the API
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/cases-status`. That there is this list is an assumption: where the error is
 * %PLANNR_ERROR_NOT_FOUND or %PLANNR_ERROR_METHOD the statuses are to be taken from the cases.
 */
void
plannr_api_list_statuses_async (PlannrApi *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GString) path = plannr_api_path ("cases-status", NULL, NULL);

  g_return_if_fail (PLANNR_IS_API (self));

  plannr_query_add_number (path, "per_page", PLANNR_API_PER_PAGE);
  plannr_api_get_list (self, path->str, 1, plannr_read_statuses, plannr_api_list_statuses_async,
                       cancellable, callback, user_data);
}

/**
 * plannr_api_list_statuses_finish:
 * @self: the API
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrChoice): the statuses, in the firm's order
 */
GPtrArray *
plannr_api_list_statuses_finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  return plannr_api_get_list_finish (self, result, NULL, NULL, error);
}
