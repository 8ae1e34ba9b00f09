/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"
#include "plannr-case.h"
#include "plannr-field.h"

G_BEGIN_DECLS

/**
 * PlannrAgreement:
 * @PLANNR_AGREEMENT_UNKNOWN: Plannr did not say
 * @PLANNR_AGREEMENT_EQUAL: Plannr has what was asked for
 * @PLANNR_AGREEMENT_DIFFERENT: Plannr has something else
 *
 * How one field of a case agrees with what was asked for.
 */
typedef enum
{
  PLANNR_AGREEMENT_UNKNOWN,
  PLANNR_AGREEMENT_EQUAL,
  PLANNR_AGREEMENT_DIFFERENT,
} PlannrAgreement;

PlannrAgreement
plannr_comparison_get_field (PlannrCase *record, PlannrCaseDraft *draft, PlannrField field);
PlannrAgreement plannr_comparison_get_all (PlannrCase *record, PlannrCaseDraft *draft);

G_END_DECLS
