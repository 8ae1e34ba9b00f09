/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CLIENT_CASES (plannr_client_cases_get_type ())
G_DECLARE_FINAL_TYPE (PlannrClientCases, plannr_client_cases, PLANNR, CLIENT_CASES, GObject)

PlannrClientCases *plannr_client_cases_new (void);

void plannr_client_cases_set_api (PlannrClientCases *self, PlannrApi *api);
void plannr_client_cases_ask (PlannrClientCases *self, GPtrArray *clients);

GPtrArray *plannr_client_cases_get_records (PlannrClientCases *self, PlannrAccount *client);
gboolean plannr_client_cases_get_asking (PlannrClientCases *self);

G_END_DECLS
