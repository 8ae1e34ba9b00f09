/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-describe.h"

#include <glib/gi18n.h>

#include "plannr-account.h"
#include "plannr-choice.h"
#include "plannr-money.h"
#include "plannr-plan.h"

/**
 * plannr_describe_title:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer full): what a person calls it
 */
char *
plannr_describe_title (gpointer item)
{
  if (PLANNR_IS_ACCOUNT (item))
    return g_strdup (plannr_account_get_name (item));
  if (PLANNR_IS_PLAN (item))
    return g_strdup (plannr_plan_get_name (item));

  return g_strdup (plannr_choice_get_name (item));
}

/**
 * plannr_describe_detail:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer full): what tells it from others with the same title, on one line; empty where
 *   there is nothing to say
 */
char *
plannr_describe_detail (gpointer item)
{
  return g_strdup ("");
}

/**
 * plannr_describe_value:
 * @item: (type GObject): a #PlannrPlan
 *
 * Returns: (transfer full): its value as formatted money; empty where that is not known
 */
char *
plannr_describe_value (gpointer item)
{
  return g_strdup ("");
}

/**
 * plannr_describe_kind:
 * @kind: a kind of account
 *
 * Returns: (transfer none): the word for it
 */
const char *
plannr_describe_kind (PlannrAccountKind kind)
{
  return "";
}
