/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-item.h"

#include "plannr-account.h"
#include "plannr-choice.h"
#include "plannr-plan.h"

/**
 * plannr_item_get_uuid:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer none): its UUID
 */
const char *
plannr_item_get_uuid (gpointer item)
{
  if (PLANNR_IS_ACCOUNT (item))
    return plannr_account_get_uuid (item);
  if (PLANNR_IS_PLAN (item))
    return plannr_plan_get_uuid (item);

  return plannr_choice_get_uuid (item);
}

/**
 * plannr_item_find:
 * @items: a list of any of these
 * @uuid: a UUID
 * @position: (out) (optional): where it stands
 *
 * Returns: whether there is one with that UUID in @items
 */
gboolean
plannr_item_find (GListModel *items, const char *uuid, guint *position)
{
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (g_strcmp0 (plannr_item_get_uuid (item), uuid) != 0)
        continue;

      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}
