/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"
#include "plannr-field.h"

G_BEGIN_DECLS

/**
 * PlannrProblem:
 *
 * What a draft itself can tell to be wrong with one of its fields, before any server is asked.
 */
typedef enum
{
  PLANNR_PROBLEM_NONE,
  PLANNR_PROBLEM_NAME_MISSING,
  PLANNR_PROBLEM_PEOPLE_MISSING,
  PLANNR_PROBLEM_CLIENT_MISSING,
  PLANNR_PROBLEM_VALUE_AMBIGUOUS,
  PLANNR_PROBLEM_VALUE_MALFORMED,
  PLANNR_PROBLEM_VALUE_NEGATIVE,
  PLANNR_PROBLEM_VALUE_TOO_LARGE,
  PLANNR_PROBLEM_VALUE_TOO_FINE,
  PLANNR_PROBLEM_VALUE_WRONG_CURRENCY,
} PlannrProblem;

PlannrProblem plannr_problem_find (PlannrCaseDraft *draft, PlannrField field);

G_END_DECLS
