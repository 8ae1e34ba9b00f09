/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-list.h"
#include "plannr-plan-key.h"
#include "plannr-plan-query.h"
#include "plannr-plan.h"

#define FIELDS "uuid, name, kind, sub_kind, status, provider, policy_number, currency, amount"

/* What is seen while a pass goes on is there. */
#define INSERTION                                                                                  \
  "INSERT INTO plans (uuid, name, kind, sub_kind, status, provider, policy_number, currency,"      \
  "                   folded, amount, seen)"                                                       \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT pass FROM passes WHERE what = 'plans'))"         \
  " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, kind = excluded.kind,"                  \
  "  sub_kind = excluded.sub_kind, status = excluded.status, provider = excluded.provider,"        \
  "  policy_number = excluded.policy_number, currency = excluded.currency,"                        \
  "  folded = excluded.folded, amount = excluded.amount, seen = excluded.seen"

static gpointer
read_plan (sqlite3_stmt *row)
{
  return g_object_new (PLANNR_TYPE_PLAN, "uuid", plannr_cache_get_text (row, 0), "name",
                       plannr_cache_get_text (row, 1), "kind", plannr_cache_get_text (row, 2),
                       "sub-kind", plannr_cache_get_text (row, 3), "status",
                       plannr_cache_get_text (row, 4), "provider", plannr_cache_get_text (row, 5),
                       "policy-number", plannr_cache_get_text (row, 6), "currency",
                       plannr_cache_get_text (row, 7), "amount",
                       (gint64) sqlite3_column_int64 (row, 8), NULL);
}

static char *
get_key (gpointer plan)
{
  return plannr_plan_key_new (plannr_plan_get_name (plan), plannr_plan_get_policy_number (plan),
                              plannr_plan_get_provider (plan), plannr_plan_get_kind (plan),
                              plannr_plan_get_sub_kind (plan));
}

static const char *
get_status (gpointer plan)
{
  return plannr_plan_get_status (plan);
}

static void
bind_plan (sqlite3_stmt *statement, gpointer plan, gboolean listed)
{
  g_autofree char *key = get_key (plan);
  const char *const texts[] = {
    plannr_plan_get_uuid (plan),
    plannr_plan_get_name (plan),
    plannr_plan_get_kind (plan),
    plannr_plan_get_sub_kind (plan),
    plannr_plan_get_status (plan),
    plannr_plan_get_provider (plan),
    plannr_plan_get_policy_number (plan),
    plannr_plan_get_currency (plan),
    key,
  };

  plannr_cache_bind_texts (statement, G_N_ELEMENTS (texts), texts);
  sqlite3_bind_int64 (statement, G_N_ELEMENTS (texts) + 1, plannr_plan_get_amount (plan));
}

/* An amount without its currency is none. */
static gpointer
complete_plan (gpointer plan, gpointer known, gboolean listed)
{
  gpointer valued = plannr_plan_get_currency (plan) != NULL ? plan : known;

  if (listed)
    return g_object_ref (plan);

  return g_object_new (
      PLANNR_TYPE_PLAN, "uuid", plannr_plan_get_uuid (plan), "name",
      plannr_cache_either (plannr_plan_get_name (plan), plannr_plan_get_name (known)), "kind",
      plannr_cache_either (plannr_plan_get_kind (plan), plannr_plan_get_kind (known)), "sub-kind",
      plannr_cache_either (plannr_plan_get_sub_kind (plan), plannr_plan_get_sub_kind (known)),
      "status", plannr_cache_either (plannr_plan_get_status (plan), plannr_plan_get_status (known)),
      "provider",
      plannr_cache_either (plannr_plan_get_provider (plan), plannr_plan_get_provider (known)),
      "policy-number",
      plannr_cache_either (plannr_plan_get_policy_number (plan),
                           plannr_plan_get_policy_number (known)),
      "currency", plannr_plan_get_currency (valued), "amount", plannr_plan_get_amount (valued),
      NULL);
}

const PlannrCacheList plannr_cache_plans = {
  .what = PLANNR_CACHE_PLANS,
  .table = "plans",
  .fields = FIELDS,
  .listed = "TRUE",
  .insertion = INSERTION,
  .ranked_by = "status",
  .inactive = "0",
  .read = read_plan,
  .bind = bind_plan,
  .complete = complete_plan,
  .get_key = get_key,
  .get_ranked_by = get_status,
  .rank = plannr_plan_key_get_rank,
  .query_new = plannr_plan_query_new,
};
