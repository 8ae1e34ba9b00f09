/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_SCHEDULE (plannr_schedule_get_type ())
G_DECLARE_FINAL_TYPE (PlannrSchedule, plannr_schedule, PLANNR, SCHEDULE, GObject)

PlannrSchedule *plannr_schedule_new (void);
PlannrSchedule *plannr_schedule_new_scaled (guint divisor);

guint plannr_schedule_get_create_deadline (PlannrSchedule *self);
guint plannr_schedule_get_look_up_deadline (PlannrSchedule *self);
guint plannr_schedule_get_back_off (PlannrSchedule *self, guint n_failures);
guint plannr_schedule_get_save (PlannrSchedule *self);
guint plannr_schedule_get_double_look (PlannrSchedule *self);
guint plannr_schedule_get_double_wait (PlannrSchedule *self);
guint plannr_schedule_get_repetition (PlannrSchedule *self);
guint plannr_schedule_get_undo (PlannrSchedule *self, guint seconds);
guint plannr_schedule_get_look (PlannrSchedule *self, guint n_looks);
guint plannr_schedule_get_n_looks (PlannrSchedule *self);
guint plannr_schedule_get_list_pace (PlannrSchedule *self);
guint plannr_schedule_get_list_look (PlannrSchedule *self);
guint plannr_schedule_get_list_pass (PlannrSchedule *self);
guint plannr_schedule_get_retry_after (PlannrSchedule *self, gint64 asked);

G_END_DECLS
