/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"
#include "plannr-cache.h"
#include "plannr-schedule.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PEOPLE_SYNC (plannr_people_sync_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPeopleSync, plannr_people_sync, PLANNR, PEOPLE_SYNC, GObject)

PlannrPeopleSync *plannr_people_sync_new (PlannrCache *cache, PlannrSchedule *schedule);

gboolean plannr_people_sync_get_busy (PlannrPeopleSync *self);

void plannr_people_sync_set_api (PlannrPeopleSync *self, PlannrApi *api);
void plannr_people_sync_look (PlannrPeopleSync *self);

G_END_DECLS
