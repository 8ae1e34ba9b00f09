/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-outbox.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_TRAFFIC (plannr_traffic_get_type ())
G_DECLARE_FINAL_TYPE (PlannrTraffic, plannr_traffic, PLANNR, TRAFFIC, GObject)

PlannrTraffic *plannr_traffic_new (PlannrOutbox *outbox);

guint plannr_traffic_get_n_under_way (PlannrTraffic *self);

G_END_DECLS
