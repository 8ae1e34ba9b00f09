/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-api-private.h"

#include "plannr-read-plan.h"

/* How many plans a search asks for: more than anybody reads, fewer than keep them waiting. */
#define SEARCH_PER_PAGE 100

/**
 * plannr_api_list_client_plans_async:
 * @self: the API
 * @client_uuid: the UUID of a client
 * @page: which page, from 1
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/client/{uuid}/plans`.
 */
void
plannr_api_list_client_plans_async (PlannrApi *self,
                                    const char *client_uuid,
                                    guint page,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GString) path = NULL;

  g_return_if_fail (PLANNR_IS_API (self));
  g_return_if_fail (client_uuid != NULL);

  path = plannr_api_path ("client", client_uuid, "plans");
  plannr_query_add_number (path, "per_page", PLANNR_API_PER_PAGE);
  plannr_query_add_number (path, "page", page);
  plannr_api_get_list (self, path->str, page, plannr_read_plans, plannr_api_list_client_plans_async,
                       cancellable, callback, user_data);
}

/**
 * plannr_api_list_client_plans_finish:
 * @self: the API
 * @result: what the callback was given
 * @last_page: (out) (optional): which page is the last one
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrPlan): the plans
 */
GPtrArray *
plannr_api_list_client_plans_finish (PlannrApi *self,
                                     GAsyncResult *result,
                                     guint *last_page,
                                     GError **error)
{
  return plannr_api_get_list_finish (self, result, last_page, NULL, error);
}

/**
 * plannr_api_list_plans_async:
 * @self: the API
 * @filter: what to look in: `policy_number` or `name`
 * @part: a part of it
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/plans`, the first of them.
 */
void
plannr_api_list_plans_async (PlannrApi *self,
                             const char *filter,
                             const char *part,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GString) path = plannr_api_path ("plans", NULL, NULL);
  gboolean by_name = g_strcmp0 (filter, "name") == 0;

  g_return_if_fail (PLANNR_IS_API (self));
  g_return_if_fail (by_name || g_strcmp0 (filter, "policy_number") == 0);

  plannr_query_add_part (path, by_name ? "filter[name]" : "filter[policy_number]", part);
  plannr_query_add_number (path, "per_page", SEARCH_PER_PAGE);
  plannr_api_get_list (self, path->str, 1, plannr_read_plans, plannr_api_list_plans_async,
                       cancellable, callback, user_data);
}

/**
 * plannr_api_list_plans_finish:
 * @self: the API
 * @result: what the callback was given
 * @last_page: (out) (optional): which page is the last one
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrPlan): the plans
 */
GPtrArray *
plannr_api_list_plans_finish (PlannrApi *self,
                              GAsyncResult *result,
                              guint *last_page,
                              GError **error)
{
  return plannr_api_get_list_finish (self, result, last_page, NULL, error);
}

/**
 * plannr_api_list_all_plans_async:
 * @self: the API
 * @page: which page, from 1
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/plans`, a page of all of them. Plannr documents no order of theirs that can be asked for.
 */
void
plannr_api_list_all_plans_async (PlannrApi *self,
                                 guint page,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GString) path = plannr_api_path ("plans", NULL, NULL);

  g_return_if_fail (PLANNR_IS_API (self));

  plannr_query_add_number (path, "per_page", PLANNR_API_PER_PAGE);
  plannr_query_add_number (path, "page", page);
  plannr_api_get_list (self, path->str, page, plannr_read_plans, plannr_api_list_all_plans_async,
                       cancellable, callback, user_data);
}

/**
 * plannr_api_list_all_plans_finish:
 * @self: the API
 * @result: what the callback was given
 * @last_page: (out) (optional): which page is the last one
 * @total: (out) (optional): how many there are on all pages; −1 where the server does not say
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PlannrPlan): the plans
 */
GPtrArray *
plannr_api_list_all_plans_finish (
    PlannrApi *self, GAsyncResult *result, guint *last_page, int *total, GError **error)
{
  return plannr_api_get_list_finish (self, result, last_page, total, error);
}

/**
 * plannr_api_get_plan_async:
 * @self: the API
 * @uuid: the UUID of a plan
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * `GET /api/v1/plans/{uuid}`.
 */
void
plannr_api_get_plan_async (PlannrApi *self,
                           const char *uuid,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GString) path = NULL;

  g_return_if_fail (PLANNR_IS_API (self));
  g_return_if_fail (uuid != NULL);

  path = plannr_api_path ("plans", uuid, NULL);
  plannr_api_get_one (self, path->str, plannr_read_one_plan, plannr_api_get_plan_async, cancellable,
                      callback, user_data);
}

/**
 * plannr_api_get_plan_finish:
 * @self: the API
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the plan
 */
PlannrPlan *
plannr_api_get_plan_finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  return plannr_api_get_one_finish (self, result, error);
}
