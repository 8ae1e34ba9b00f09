/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-submission.h"

G_BEGIN_DECLS

/** For how long a case may be taken back at most, in seconds. */
#define PLANNR_MAX_UNDO  30

#define PLANNR_TYPE_HOLD (plannr_hold_get_type ())
G_DECLARE_FINAL_TYPE (PlannrHold, plannr_hold, PLANNR, HOLD, GObject)

PlannrHold *plannr_hold_new (void);

void plannr_hold_take (PlannrHold *self, PlannrSubmission *submission);
gboolean plannr_hold_give_back (PlannrHold *self, PlannrSubmission *submission);

G_END_DECLS
