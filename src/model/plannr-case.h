/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-account.h"
#include "plannr-choice.h"
#include "plannr-custom-field.h"
#include "plannr-plan.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CASE (plannr_case_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCase, plannr_case, PLANNR, CASE, GObject)

const char *plannr_case_get_uuid (PlannrCase *self);
const char *plannr_case_get_name (PlannrCase *self);
const char *plannr_case_get_slug (PlannrCase *self);
PlannrChoice *plannr_case_get_status (PlannrCase *self);
PlannrChoice *plannr_case_get_kind (PlannrCase *self);
gint64 plannr_case_get_amount (PlannrCase *self);
const char *plannr_case_get_currency (PlannrCase *self);
GDateTime *plannr_case_get_created_at (PlannrCase *self);
GDateTime *plannr_case_get_updated_at (PlannrCase *self);
GDateTime *plannr_case_get_completed_at (PlannrCase *self);
GDateTime *plannr_case_get_review_at (PlannrCase *self);
int plannr_case_get_position (PlannrCase *self);
int plannr_case_get_n_people (PlannrCase *self);
GListModel *plannr_case_get_people (PlannrCase *self);
GListModel *plannr_case_get_plans (PlannrCase *self);
GListModel *plannr_case_get_custom_fields (PlannrCase *self);
const char *plannr_case_get_task_board_uuid (PlannrCase *self);
const char *const *plannr_case_get_assigned_to (PlannrCase *self);
const char *const *plannr_case_get_groups (PlannrCase *self);

G_END_DECLS
