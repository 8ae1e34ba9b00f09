/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-submission.h"

G_BEGIN_DECLS

/** For how long two cases may be the same by mistake, in microseconds: 30 days. */
#define PLANNR_DOUBLE_RECENT (30 * G_TIME_SPAN_DAY)

#define PLANNR_TYPE_DOUBLE   (plannr_double_get_type ())
G_DECLARE_FINAL_TYPE (PlannrDouble, plannr_double, PLANNR, DOUBLE, GObject)

PlannrDouble *
plannr_double_new_for_submission (PlannrCaseDraft *draft, PlannrSubmission *other, gint64 now);
PlannrDouble *plannr_double_new_for_case (PlannrCaseDraft *draft,
                                          PlannrCase *other,
                                          PlannrAccount *client,
                                          gint64 now);

PlannrSubmission *plannr_double_get_submission (PlannrDouble *self);
PlannrCase *plannr_double_get_record (PlannrDouble *self);
PlannrAccount *plannr_double_get_client (PlannrDouble *self);
PlannrState plannr_double_get_state (PlannrDouble *self);
gint64 plannr_double_get_when (PlannrDouble *self);

gboolean plannr_double_is_same (PlannrDouble *self, PlannrDouble *other);

G_END_DECLS
