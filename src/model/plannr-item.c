/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-item.h"

#include <string.h>

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

/* All that an item says, for a comparison: texts, and numbers. */
typedef struct
{
  const char *texts[8];
  gint64 numbers[3];
} Said;

static Said
get_said (gpointer item)
{
  if (PLANNR_IS_ACCOUNT (item))
    return (Said){ { plannr_account_get_uuid (item), plannr_account_get_role (item),
                     plannr_account_get_name (item), plannr_account_get_email (item),
                     plannr_account_get_phone (item), plannr_account_get_adviser (item) },
                   { plannr_account_get_kind (item), plannr_account_get_joint (item),
                     plannr_account_get_inactive (item) } };
  if (PLANNR_IS_PLAN (item))
    return (Said){ { plannr_plan_get_uuid (item), plannr_plan_get_name (item),
                     plannr_plan_get_kind (item), plannr_plan_get_sub_kind (item),
                     plannr_plan_get_status (item), plannr_plan_get_provider (item),
                     plannr_plan_get_policy_number (item), plannr_plan_get_currency (item) },
                   { plannr_plan_get_amount (item) } };

  return (Said){ { plannr_choice_get_uuid (item), plannr_choice_get_name (item),
                   plannr_choice_get_colour (item) },
                 { plannr_choice_get_position (item) } };
}

/**
 * plannr_item_differs:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 * @newer: (type GObject): the same one, as of later
 *
 * Returns: whether @newer says anything else; of a text that it leaves out it says nothing
 */
gboolean
plannr_item_differs (gpointer item, gpointer newer)
{
  Said before = get_said (item);
  Said after = get_said (newer);

  for (gsize i = 0; i < G_N_ELEMENTS (after.texts); i++)
    if (after.texts[i] != NULL && g_strcmp0 (after.texts[i], before.texts[i]) != 0)
      return TRUE;

  return memcmp (after.numbers, before.numbers, sizeof after.numbers) != 0;
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
