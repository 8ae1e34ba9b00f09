/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-case.h"

#include "plannr-json.h"
#include "plannr-read-account.h"
#include "plannr-read-choice.h"
#include "plannr-read-custom-field.h"
#include "plannr-read-money.h"
#include "plannr-read-one.h"
#include "plannr-read-plan.h"

/* What was not included, or cannot be read at all, is unknown, which is not the same as empty. */
static GListModel *
read_list (JsonObject *object, const char *name, GType type, PlannrReadItemFunc read_item)
{
  g_autoptr (GPtrArray) list = plannr_json_get_list (plannr_json_get (object, name));
  g_autoptr (GPtrArray) items = NULL;
  GListStore *store;

  if (list == NULL)
    return NULL;

  items = plannr_page_read_items (list, read_item);
  if (items->len == 0 && list->len > 0)
    return NULL;

  store = g_list_store_new (type);
  g_list_store_splice (store, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (store);
}

/**
 * plannr_read_case:
 * @object: (nullable): a case as Plannr writes one
 *
 * Returns: (transfer full) (nullable) (type PlannrCase): the case; %NULL where it has no UUID
 */
gpointer
plannr_read_case (JsonObject *object)
{
  g_autofree char *uuid = plannr_json_dup_uuid (object, "uuid");
  g_autofree char *name = plannr_json_dup_text (object, "name");
  g_autofree char *slug = plannr_json_dup_text (object, "slug");
  g_autofree char *currency = NULL;
  g_autofree char *task_board_uuid = plannr_json_dup_uuid (object, "task_board_uuid");
  g_auto (GStrv) assigned_to = plannr_json_dup_uuids (object, "assigned_to_uuids");
  g_auto (GStrv) groups = plannr_json_dup_uuids (object, "group_uuids");
  g_autoptr (PlannrChoice) status = NULL;
  g_autoptr (PlannrChoice) kind = NULL;
  g_autoptr (GDateTime) created_at = plannr_json_dup_date (object, "created_at");
  g_autoptr (GDateTime) updated_at = plannr_json_dup_date (object, "updated_at");
  g_autoptr (GDateTime) completed_at = plannr_json_dup_date (object, "completed_at");
  g_autoptr (GDateTime) review_at = plannr_json_dup_date (object, "review_at");
  g_autoptr (GListModel) people = NULL;
  g_autoptr (GListModel) plans = NULL;
  g_autoptr (GListModel) custom_fields = NULL;
  gint64 amount;

  if (uuid == NULL)
    return NULL;

  status = plannr_read_choice (plannr_json_get_object (object, "status"));
  kind = plannr_read_choice (plannr_json_get_object (object, "type"));
  people = read_list (object, "participants", PLANNR_TYPE_ACCOUNT, plannr_read_account);
  plans = read_list (object, "plans", PLANNR_TYPE_PLAN, plannr_read_plan);
  custom_fields =
      read_list (object, "custom_fields", PLANNR_TYPE_CUSTOM_FIELD, plannr_read_custom_field);
  plannr_read_money (object, "value", &amount, &currency);

  /* clang-format off */
  return g_object_new (PLANNR_TYPE_CASE,
                       "uuid", uuid,
                       "name", name,
                       "slug", slug,
                       "status", status,
                       "kind", kind,
                       "amount", amount,
                       "currency", currency,
                       "created-at", created_at,
                       "updated-at", updated_at,
                       "completed-at", completed_at,
                       "review-at", review_at,
                       "position", plannr_json_get_count (object, "status_position"),
                       "n-people", plannr_json_get_count (object, "participants_count"),
                       "people", people,
                       "plans", plans,
                       "custom-fields", custom_fields,
                       "task-board-uuid", task_board_uuid,
                       "assigned-to", assigned_to,
                       "groups", groups,
                       NULL);
  /* clang-format on */
}

/**
 * plannr_read_one_case:
 *
 * A #PlannrReadFunc.
 */
gpointer
plannr_read_one_case (JsonNode *root, const PlannrRequest *request, GError **error)
{
  return plannr_read_one (root, plannr_read_case, error);
}

/**
 * plannr_read_cases:
 *
 * A #PlannrReadFunc.
 */
gpointer
plannr_read_cases (JsonNode *root, const PlannrRequest *request, GError **error)
{
  return plannr_page_read (root, request, plannr_read_case, error);
}
