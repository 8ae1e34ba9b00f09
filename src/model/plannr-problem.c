/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-problem.h"

static gboolean
is_white (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

static PlannrProblem
problem_of_value (PlannrMoneyVerdict verdict)
{
  switch (verdict)
    {
    case PLANNR_MONEY_EMPTY:
    case PLANNR_MONEY_EXACT:
      return PLANNR_PROBLEM_NONE;
    case PLANNR_MONEY_AMBIGUOUS:
      return PLANNR_PROBLEM_VALUE_AMBIGUOUS;
    case PLANNR_MONEY_NEGATIVE:
      return PLANNR_PROBLEM_VALUE_NEGATIVE;
    case PLANNR_MONEY_TOO_LARGE:
      return PLANNR_PROBLEM_VALUE_TOO_LARGE;
    case PLANNR_MONEY_TOO_FINE:
      return PLANNR_PROBLEM_VALUE_TOO_FINE;
    case PLANNR_MONEY_WRONG_CURRENCY:
      return PLANNR_PROBLEM_VALUE_WRONG_CURRENCY;
    case PLANNR_MONEY_MALFORMED:
    default:
      return PLANNR_PROBLEM_VALUE_MALFORMED;
    }
}

static PlannrProblem
problem_of_people (GListModel *people)
{
  guint n = g_list_model_get_n_items (people);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);
      PlannrAccountKind kind = plannr_account_get_kind (person);

      /* A kind that is not known may be a client's: Plannr will say. */
      if (kind == PLANNR_ACCOUNT_KIND_CLIENT || kind == PLANNR_ACCOUNT_KIND_UNKNOWN)
        return PLANNR_PROBLEM_NONE;
    }

  return n == 0 ? PLANNR_PROBLEM_PEOPLE_MISSING : PLANNR_PROBLEM_CLIENT_MISSING;
}

/**
 * plannr_problem_find:
 * @draft: a draft
 * @field: one of its fields
 *
 * Returns: what is wrong with that field, as far as can be told without asking Plannr
 */
PlannrProblem
plannr_problem_find (PlannrCaseDraft *draft, PlannrField field)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), PLANNR_PROBLEM_NONE);

  switch (field)
    {
    case PLANNR_FIELD_NAME:
      return is_white (plannr_case_draft_get_name (draft)) ? PLANNR_PROBLEM_NAME_MISSING
                                                           : PLANNR_PROBLEM_NONE;
    case PLANNR_FIELD_VALUE:
      return problem_of_value (plannr_case_draft_get_value (draft)->verdict);
    case PLANNR_FIELD_PEOPLE:
      return problem_of_people (plannr_case_draft_get_people (draft));
    case PLANNR_FIELD_OTHER:
    case PLANNR_FIELD_TYPE:
    case PLANNR_FIELD_STATUS:
    case PLANNR_FIELD_PLANS:
    case PLANNR_N_FIELDS:
    default:
      return PLANNR_PROBLEM_NONE;
    }
}
