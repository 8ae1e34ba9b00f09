/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case-draft.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PLAN_GROUPS (plannr_plan_groups_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPlanGroups, plannr_plan_groups, PLANNR, PLAN_GROUPS, GtkBox)

gboolean
plannr_plan_groups_show (PlannrPlanGroups *self, PlannrCaseDraft *draft, GPtrArray *clients);
gboolean plannr_plan_groups_show_ticks (PlannrPlanGroups *self);

G_END_DECLS
