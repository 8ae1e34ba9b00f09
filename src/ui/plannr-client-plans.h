/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-account.h"
#include "plannr-directory.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CLIENT_PLANS (plannr_client_plans_get_type ())
G_DECLARE_FINAL_TYPE (PlannrClientPlans, plannr_client_plans, PLANNR, CLIENT_PLANS, GObject)

PlannrClientPlans *plannr_client_plans_new (PlannrDirectory *directory, PlannrAccount *client);

PlannrAccount *plannr_client_plans_get_client (PlannrClientPlans *self);
GPtrArray *plannr_client_plans_get_plans (PlannrClientPlans *self);
gboolean plannr_client_plans_is_kept (PlannrClientPlans *self);
const GError *plannr_client_plans_get_error (PlannrClientPlans *self);
gboolean plannr_client_plans_has (PlannrClientPlans *self, const char *plan_uuid);

void plannr_client_plans_load (PlannrClientPlans *self);
void plannr_client_plans_cancel (PlannrClientPlans *self);

G_END_DECLS
