/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-double.h"
#include "plannr-outbox.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_DOUBLE_FINDER (plannr_double_finder_get_type ())
G_DECLARE_FINAL_TYPE (PlannrDoubleFinder, plannr_double_finder, PLANNR, DOUBLE_FINDER, GObject)

PlannrDoubleFinder *plannr_double_finder_new (PlannrSchedule *schedule, PlannrOutbox *outbox);

void plannr_double_finder_set_api (PlannrDoubleFinder *self, PlannrApi *api);
void plannr_double_finder_set_submission (PlannrDoubleFinder *self, PlannrSubmission *submission);
void plannr_double_finder_look (PlannrDoubleFinder *self);

PlannrDouble *plannr_double_finder_get_found (PlannrDoubleFinder *self);
gboolean plannr_double_finder_get_asking (PlannrDoubleFinder *self);

G_END_DECLS
