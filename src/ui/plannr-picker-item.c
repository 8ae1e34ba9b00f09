/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-item.h"

#include "plannr-account.h"
#include "plannr-choice.h"
#include "plannr-plan.h"

static const char *
get_uuid (gpointer item)
{
  if (PLANNR_IS_ACCOUNT (item))
    return plannr_account_get_uuid (item);
  if (PLANNR_IS_PLAN (item))
    return plannr_plan_get_uuid (item);
  if (PLANNR_IS_CHOICE (item))
    return plannr_choice_get_uuid (item);

  return NULL;
}

/**
 * plannr_picker_item_equal:
 * @a: (type GObject) (nullable): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 * @b: (type GObject) (nullable): another
 *
 * Returns: whether both stand for the same thing in Plannr, though they came with different answers
 */
gboolean
plannr_picker_item_equal (gpointer a, gpointer b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b))
    return FALSE;

  return get_uuid (a) != NULL && g_strcmp0 (get_uuid (a), get_uuid (b)) == 0;
}

/**
 * plannr_picker_item_get_colour:
 * @item: (type GObject) (nullable): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer none) (nullable): its colour as `#RRGGBB`; %NULL where it has none
 */
const char *
plannr_picker_item_get_colour (gpointer item)
{
  return PLANNR_IS_CHOICE (item) ? plannr_choice_get_colour (item) : NULL;
}
