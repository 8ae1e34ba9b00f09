/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-case-draft.h"

/**
 * plannr_case_draft_new_like:
 * @other: a draft
 *
 * Returns: (transfer full): a draft with the name, type, status, value and staff of @other, and
 *   without its clients and plans
 */
PlannrCaseDraft *
plannr_case_draft_new_like (PlannrCaseDraft *other)
{
  PlannrCaseDraft *self = NULL;
  GListModel *people = NULL;

  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (other), NULL);

  self = plannr_case_draft_new ();
  plannr_case_draft_set_name (self, plannr_case_draft_get_name (other));
  plannr_case_draft_set_kind (self, plannr_case_draft_get_kind (other));
  plannr_case_draft_set_status (self, plannr_case_draft_get_status (other));
  plannr_case_draft_set_value_text (self, plannr_case_draft_get_value_text (other));

  people = plannr_case_draft_get_people (other);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      if (plannr_account_get_kind (person) == PLANNR_ACCOUNT_KIND_EMPLOYEE)
        plannr_case_draft_add (self, person);
    }

  return self;
}
