/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-merge.h"

#include "plannr-account.h"
#include "plannr-item.h"

static gboolean
is_inactive (gpointer item)
{
  return PLANNR_IS_ACCOUNT (item) && plannr_account_get_inactive (item);
}

static gboolean
has_active (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!is_inactive (g_ptr_array_index (items, i)))
      return TRUE;

  return FALSE;
}

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);

      g_hash_table_insert (index, (gpointer) plannr_item_get_uuid (item), item);
    }

  return index;
}

/* What is shown, each as the answer has it where it differs. */
static GPtrArray *
renew (GListModel *shown, GPtrArray *answer, gboolean all)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) answered = index_items (answer);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (shown, i);
      gpointer newer = g_hash_table_lookup (answered, plannr_item_get_uuid (item));

      if (newer != NULL && plannr_item_differs (item, newer))
        g_ptr_array_add (merged, g_object_ref (newer));
      else if (newer != NULL || !all)
        g_ptr_array_add (merged, g_steal_pointer (&item));
    }

  return merged;
}

/**
 * plannr_merge:
 * @shown: what is shown already of one question: people, plans, types or statuses
 * @answer: (element-type GObject): what else has come for the same question
 * @mode: how to merge it
 *
 * Merges both so that nothing moves under the hand of somebody who is about to choose: what is shown
 * keeps its place, and its object where nothing about it has changed; what is new comes after it. Who is
 * inactive is only there where everybody is.
 *
 * Returns: (transfer full) (element-type GObject): what is to be shown
 */
GPtrArray *
plannr_merge (GListModel *shown, GPtrArray *answer, PlannrMergeMode mode)
{
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GHashTable) there = NULL;
  gboolean active;

  g_return_val_if_fail (G_IS_LIST_MODEL (shown), NULL);
  g_return_val_if_fail (answer != NULL, NULL);

  merged = renew (shown, answer, mode == PLANNR_MERGE_ALL);
  there = index_items (merged);
  active = has_active (merged) || has_active (answer);

  for (guint i = merged->len; active && i > 0; i--)
    if (is_inactive (g_ptr_array_index (merged, i - 1)))
      g_ptr_array_remove_index (merged, i - 1);

  for (guint i = 0; mode != PLANNR_MERGE_RENEW && i < answer->len; i++)
    {
      gpointer item = g_ptr_array_index (answer, i);

      if (!(active && is_inactive (item))
          && g_hash_table_add (there, (gpointer) plannr_item_get_uuid (item)))
        g_ptr_array_add (merged, g_object_ref (item));
    }

  return g_steal_pointer (&merged);
}
