/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-plan.h"

#include "plannr-json.h"
#include "plannr-read-money.h"
#include "plannr-read-one.h"

static char *
dup_provider (JsonObject *object)
{
  JsonObject *provider = plannr_json_get_object (object, "provider");

  return provider != NULL ? plannr_json_dup_text (provider, "name")
                          : plannr_json_dup_text (object, "provider");
}

/**
 * plannr_read_plan:
 * @object: (nullable): a plan as Plannr writes one
 *
 * Returns: (transfer full) (nullable) (type PlannrPlan): the plan; %NULL where it has no UUID
 */
gpointer
plannr_read_plan (JsonObject *object)
{
  g_autofree char *uuid = plannr_json_dup_uuid (object, "uuid");
  g_autofree char *name = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *sub_kind = NULL;
  g_autofree char *status = NULL;
  g_autofree char *provider = NULL;
  g_autofree char *policy_number = NULL;
  g_autofree char *currency = NULL;
  gint64 amount;

  if (uuid == NULL)
    return NULL;

  name = plannr_json_dup_text (object, "name");
  kind = plannr_json_dup_text (object, "type");
  sub_kind = plannr_json_dup_text (object, "sub_type");
  status = plannr_json_dup_text (object, "status");
  provider = dup_provider (object);
  policy_number = plannr_json_dup_text (object, "policy_number");
  plannr_read_money (object, "value", &amount, &currency);

  return g_object_new (PLANNR_TYPE_PLAN, "uuid", uuid, "name", name, "kind", kind, "sub-kind",
                       sub_kind, "status", status, "provider", provider, "policy-number",
                       policy_number, "amount", amount, "currency", currency, NULL);
}

/**
 * plannr_read_one_plan:
 *
 * A #PlannrReadFunc.
 */
gpointer
plannr_read_one_plan (JsonNode *root, const PlannrRequest *request, GError **error)
{
  return plannr_read_one (root, plannr_read_plan, error);
}

/**
 * plannr_read_plans:
 *
 * A #PlannrReadFunc.
 */
gpointer
plannr_read_plans (JsonNode *root, const PlannrRequest *request, GError **error)
{
  return plannr_page_read (root, request, plannr_read_plan, error);
}
