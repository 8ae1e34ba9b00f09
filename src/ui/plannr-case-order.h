/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-submission.h"

G_BEGIN_DECLS

/**
 * PlannrCaseRank:
 * @PLANNR_CASE_RANK_ASKING: the person is asked something
 * @PLANNR_CASE_RANK_REFUSED: it needs to be mended
 * @PLANNR_CASE_RANK_UNDER_WAY: it waits, or is on its way
 * @PLANNR_CASE_RANK_DRAFT: it is being written
 * @PLANNR_CASE_RANK_CREATED: Plannr has it
 * @PLANNR_CASE_RANK_DISCARDED: it was thrown away: shown where a search finds it, and only there
 * @PLANNR_CASE_RANK_HIDDEN: it is not shown
 *
 * Where a case stands in the list, from the top.
 */
typedef enum
{
  PLANNR_CASE_RANK_ASKING,
  PLANNR_CASE_RANK_REFUSED,
  PLANNR_CASE_RANK_UNDER_WAY,
  PLANNR_CASE_RANK_DRAFT,
  PLANNR_CASE_RANK_CREATED,
  PLANNR_CASE_RANK_DISCARDED,
  PLANNR_CASE_RANK_HIDDEN,
} PlannrCaseRank;

PlannrCaseRank plannr_case_order_get_rank (PlannrSubmission *submission);
int plannr_case_order_compare (PlannrSubmission *a, PlannrSubmission *b);

char *plannr_case_order_get_key (PlannrSubmission *submission);

G_END_DECLS
