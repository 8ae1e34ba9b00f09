/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_CHOICE (plannr_choice_get_type ())
G_DECLARE_FINAL_TYPE (PlannrChoice, plannr_choice, PLANNR, CHOICE, GObject)

const char *plannr_choice_get_uuid (PlannrChoice *self);
const char *plannr_choice_get_name (PlannrChoice *self);
const char *plannr_choice_get_colour (PlannrChoice *self);
int plannr_choice_get_position (PlannrChoice *self);

G_END_DECLS
