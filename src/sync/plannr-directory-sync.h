/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"
#include "plannr-cache.h"
#include "plannr-schedule.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_DIRECTORY_SYNC (plannr_directory_sync_get_type ())
G_DECLARE_FINAL_TYPE (PlannrDirectorySync, plannr_directory_sync, PLANNR, DIRECTORY_SYNC, GObject)

PlannrDirectorySync *plannr_directory_sync_new (PlannrCache *cache, PlannrSchedule *schedule);

gboolean plannr_directory_sync_get_busy (PlannrDirectorySync *self);

void plannr_directory_sync_set_api (PlannrDirectorySync *self, PlannrApi *api);

G_END_DECLS
