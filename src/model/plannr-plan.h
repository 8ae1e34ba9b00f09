/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_PLAN (plannr_plan_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPlan, plannr_plan, PLANNR, PLAN, GObject)

const char *plannr_plan_get_uuid (PlannrPlan *self);
const char *plannr_plan_get_name (PlannrPlan *self);
const char *plannr_plan_get_kind (PlannrPlan *self);
const char *plannr_plan_get_sub_kind (PlannrPlan *self);
const char *plannr_plan_get_status (PlannrPlan *self);
const char *plannr_plan_get_provider (PlannrPlan *self);
const char *plannr_plan_get_policy_number (PlannrPlan *self);
gint64 plannr_plan_get_amount (PlannrPlan *self);
const char *plannr_plan_get_currency (PlannrPlan *self);

G_END_DECLS
