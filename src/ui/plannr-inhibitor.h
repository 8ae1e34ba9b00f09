/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_INHIBITOR (plannr_inhibitor_get_type ())
G_DECLARE_FINAL_TYPE (PlannrInhibitor, plannr_inhibitor, PLANNR, INHIBITOR, GObject)

PlannrInhibitor *plannr_inhibitor_new (void);

void plannr_inhibitor_set_reason (PlannrInhibitor *self, const char *reason);

G_END_DECLS
