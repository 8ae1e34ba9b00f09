/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-comparison.h"

#include <string.h>

#include "plannr-item.h"
#include "plannr-name.h"

static PlannrAgreement
agreement (gboolean equal)
{
  return equal ? PLANNR_AGREEMENT_EQUAL : PLANNR_AGREEMENT_DIFFERENT;
}

static PlannrAgreement
compare_name (const char *got, const char *asked)
{
  g_autofree char *got_normal = NULL;
  g_autofree char *asked_normal = NULL;

  if (got == NULL)
    return PLANNR_AGREEMENT_UNKNOWN;

  got_normal = plannr_name_normalise (got);
  asked_normal = plannr_name_normalise (asked);

  return agreement (strcmp (got_normal, asked_normal) == 0);
}

static PlannrAgreement
compare_choice (PlannrChoice *got, PlannrChoice *asked)
{
  /* A firm may give a status of its own to a case that was sent without one. */
  if (got == NULL || asked == NULL)
    return got == NULL && asked == NULL ? PLANNR_AGREEMENT_EQUAL : PLANNR_AGREEMENT_UNKNOWN;

  return agreement (
      g_ascii_strcasecmp (plannr_choice_get_uuid (got), plannr_choice_get_uuid (asked)) == 0);
}

static PlannrAgreement
compare_value (PlannrCase *record, PlannrCaseDraft *draft)
{
  const PlannrMoneyReading *asked = plannr_case_draft_get_value (draft);
  const char *currency = plannr_case_get_currency (record);
  gint64 amount = asked->verdict == PLANNR_MONEY_EXACT ? asked->amount : 0;

  if (currency == NULL)
    return asked->verdict == PLANNR_MONEY_EXACT ? PLANNR_AGREEMENT_UNKNOWN : PLANNR_AGREEMENT_EQUAL;

  return agreement (plannr_case_get_amount (record) == amount
                    && strcmp (currency, PLANNR_CASE_CURRENCY) == 0);
}

static GHashTable *
set_of_uuids (GListModel *items)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      g_hash_table_add (set, g_ascii_strdown (plannr_item_get_uuid (item), -1));
    }

  return set;
}

static PlannrAgreement
compare_sets (GListModel *got, GListModel *asked)
{
  g_autoptr (GHashTable) got_set = NULL;
  g_autoptr (GHashTable) asked_set = NULL;
  GHashTableIter iter;
  gpointer uuid;

  if (got == NULL)
    return PLANNR_AGREEMENT_UNKNOWN;

  got_set = set_of_uuids (got);
  asked_set = set_of_uuids (asked);
  if (g_hash_table_size (got_set) != g_hash_table_size (asked_set))
    return PLANNR_AGREEMENT_DIFFERENT;

  g_hash_table_iter_init (&iter, got_set);
  while (g_hash_table_iter_next (&iter, &uuid, NULL))
    if (!g_hash_table_contains (asked_set, uuid))
      return PLANNR_AGREEMENT_DIFFERENT;

  return PLANNR_AGREEMENT_EQUAL;
}

/* Where the people themselves were not included their number may still tell of a difference,
 * never of an agreement. */
static PlannrAgreement
compare_people (PlannrCase *record, PlannrCaseDraft *draft)
{
  GListModel *asked = plannr_case_draft_get_people (draft);
  PlannrAgreement agreed = compare_sets (plannr_case_get_people (record), asked);
  int n = plannr_case_get_n_people (record);

  if (agreed == PLANNR_AGREEMENT_UNKNOWN && n >= 0 && (guint) n != g_list_model_get_n_items (asked))
    return PLANNR_AGREEMENT_DIFFERENT;

  return agreed;
}

/**
 * plannr_comparison_get_field:
 * @record: a case as Plannr returned it
 * @draft: what was asked for
 * @field: a field of the form
 *
 * People and plans are compared as sets; names as a server may have trimmed or normalised them.
 *
 * Returns: how @record agrees with @draft in that field
 */
PlannrAgreement
plannr_comparison_get_field (PlannrCase *record, PlannrCaseDraft *draft, PlannrField field)
{
  g_return_val_if_fail (PLANNR_IS_CASE (record), PLANNR_AGREEMENT_UNKNOWN);
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), PLANNR_AGREEMENT_UNKNOWN);

  switch (field)
    {
    case PLANNR_FIELD_NAME:
      return compare_name (plannr_case_get_name (record), plannr_case_draft_get_name (draft));
    case PLANNR_FIELD_TYPE:
      return compare_choice (plannr_case_get_kind (record), plannr_case_draft_get_kind (draft));
    case PLANNR_FIELD_STATUS:
      return compare_choice (plannr_case_get_status (record), plannr_case_draft_get_status (draft));
    case PLANNR_FIELD_VALUE:
      return compare_value (record, draft);
    case PLANNR_FIELD_PEOPLE:
      return compare_people (record, draft);
    case PLANNR_FIELD_PLANS:
      return compare_sets (plannr_case_get_plans (record), plannr_case_draft_get_plans (draft));
    case PLANNR_FIELD_OTHER:
    case PLANNR_N_FIELDS:
    default:
      return PLANNR_AGREEMENT_UNKNOWN;
    }
}

/**
 * plannr_comparison_get_all:
 * @record: a case as Plannr returned it
 * @draft: what was asked for
 *
 * Returns: %PLANNR_AGREEMENT_EQUAL only where every field is known to be equal;
 *   %PLANNR_AGREEMENT_DIFFERENT where one is known to differ
 */
PlannrAgreement
plannr_comparison_get_all (PlannrCase *record, PlannrCaseDraft *draft)
{
  PlannrAgreement all = PLANNR_AGREEMENT_EQUAL;

  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    {
      PlannrAgreement agreed = plannr_comparison_get_field (record, draft, field);

      if (agreed == PLANNR_AGREEMENT_DIFFERENT)
        return agreed;
      if (agreed == PLANNR_AGREEMENT_UNKNOWN)
        all = agreed;
    }

  return all;
}
