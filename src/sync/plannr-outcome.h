/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-error.h"
#include "plannr-state.h"

G_BEGIN_DECLS

/**
 * PlannrOutcome:
 * @state: where the case goes
 * @wait: what it waits for, where it is %PLANNR_STATE_QUEUED
 *
 * What follows from an attempt that brought no case.
 */
typedef struct
{
  PlannrState state;
  PlannrWait wait;
} PlannrOutcome;

PlannrOutcome plannr_outcome_judge (const GError *error, gboolean sent);

G_END_DECLS
