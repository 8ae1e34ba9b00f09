/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannrMergeMode:
 * @PLANNR_MERGE_ADD: the answer may have more than is shown, and less
 * @PLANNR_MERGE_ALL: the answer has all that there is
 * @PLANNR_MERGE_RENEW: what is not shown has its place further on, where it will be looked up
 *
 * How an answer is merged into what is shown.
 */
typedef enum
{
  PLANNR_MERGE_ADD,
  PLANNR_MERGE_ALL,
  PLANNR_MERGE_RENEW,
} PlannrMergeMode;

GPtrArray *plannr_merge (GListModel *shown, GPtrArray *answer, PlannrMergeMode mode);

G_END_DECLS
