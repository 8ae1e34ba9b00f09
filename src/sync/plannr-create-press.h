/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-double-finder.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CREATE_PRESS (plannr_create_press_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCreatePress, plannr_create_press, PLANNR, CREATE_PRESS, GObject)

PlannrCreatePress *plannr_create_press_new (PlannrSchedule *schedule,
                                            PlannrOutbox *outbox,
                                            PlannrDoubleFinder *finder);

void plannr_create_press_begin (PlannrCreatePress *self, PlannrSubmission *submission);
gboolean plannr_create_press_cancel (PlannrCreatePress *self);
void plannr_create_press_hurry (PlannrCreatePress *self);

PlannrDoubleFinder *plannr_create_press_get_finder (PlannrCreatePress *self);
gboolean plannr_create_press_get_waiting (PlannrCreatePress *self);

G_END_DECLS
