/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-api-private.h"

#include "plannr-read-account.h"
#include "plannr-read-login.h"

#define ACCOUNT_INCLUDES "primary_email,assigned_adviser"
#define PHONE_INCLUDES   ACCOUNT_INCLUDES ",primary_phone_number"

/**
 * plannr_api_list_accounts_async:
 * @self: the API
 * @query: which accounts
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/account`.
 */
void
plannr_api_list_accounts_async (PlannrApi *self,
                                const PlannrAccountQuery *query,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GString) path = plannr_api_path ("account", NULL, NULL);

  g_return_if_fail (PLANNR_IS_API (self));
  g_return_if_fail (query != NULL);

  plannr_query_add_part (path, "filter[name]", query->name);
  plannr_query_add_part (path, "filter[primary_email]", query->email);
  plannr_query_add_part (path, "filter[primary_phone_number]", query->phone);
  plannr_query_add_part (path, "filter[type]", plannr_account_kind_to_word (query->kind));
  plannr_query_add (path, "include", query->with_phone ? PHONE_INCLUDES : ACCOUNT_INCLUDES);
  plannr_query_add (path, "sort", query->sort != NULL ? query->sort : "first_name");
  plannr_query_add_number (path, "per_page", CLAMP (query->per_page, 1, PLANNR_API_PER_PAGE));
  plannr_query_add_number (path, "page", MAX (query->page, 1));
  plannr_api_get_list (self, path->str, query->page, plannr_read_accounts,
                       plannr_api_list_accounts_async, cancellable, callback, user_data);
}

/**
 * plannr_api_list_accounts_finish:
 * @self: the API
 * @result: what the callback was given
 * @last_page: (out) (optional): which page is the last one
 * @total: (out) (optional): how many there are on all pages; −1 where Plannr does not say
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrAccount): the accounts
 */
GPtrArray *
plannr_api_list_accounts_finish (
    PlannrApi *self, GAsyncResult *result, guint *last_page, int *total, GError **error)
{
  return plannr_api_get_list_finish (self, result, last_page, total, error);
}

/**
 * plannr_api_get_account_async:
 * @self: the API
 * @uuid: the UUID of an account
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/account/{uuid}`.
 */
void
plannr_api_get_account_async (PlannrApi *self,
                              const char *uuid,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GString) path = NULL;

  g_return_if_fail (PLANNR_IS_API (self));
  g_return_if_fail (uuid != NULL);

  path = plannr_api_path ("account", uuid, NULL);
  plannr_query_add (path, "include", ACCOUNT_INCLUDES);
  plannr_api_get_one (self, path->str, plannr_read_one_account, plannr_api_get_account_async,
                      cancellable, callback, user_data);
}

/**
 * plannr_api_get_account_finish:
 * @self: the API
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the account
 */
PlannrAccount *
plannr_api_get_account_finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  return plannr_api_get_one_finish (self, result, error);
}

/**
 * plannr_api_list_logins_async:
 * @self: the API
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/logins`: which accounts the token may act as.
 */
void
plannr_api_list_logins_async (PlannrApi *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GString) path = plannr_api_path ("logins", NULL, NULL);

  g_return_if_fail (PLANNR_IS_API (self));

  plannr_api_get_list (self, path->str, 1, plannr_read_logins, plannr_api_list_logins_async,
                       cancellable, callback, user_data);
}

/**
 * plannr_api_list_logins_finish:
 * @self: the API
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrLogin): the logins, perhaps none
 */
GPtrArray *
plannr_api_list_logins_finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  return plannr_api_get_list_finish (self, result, NULL, NULL, error);
}
