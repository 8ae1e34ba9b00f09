/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-look.h"
#include "plannr-schedule.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CHECKER (plannr_checker_get_type ())
G_DECLARE_FINAL_TYPE (PlannrChecker, plannr_checker, PLANNR, CHECKER, GObject)

PlannrChecker *plannr_checker_new (PlannrApi *api,
                                   PlannrSchedule *schedule,
                                   PlannrSubmission *submission,
                                   PlannrTakenFunc taken,
                                   gpointer taken_data);

PlannrSubmission *plannr_checker_get_submission (PlannrChecker *self);

void plannr_checker_set_api (PlannrChecker *self, PlannrApi *api);
void plannr_checker_look (PlannrChecker *self);

G_END_DECLS
