/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_APPEARANCE (plannr_appearance_get_type ())
G_DECLARE_FINAL_TYPE (PlannrAppearance, plannr_appearance, PLANNR, APPEARANCE, GObject)

PlannrAppearance *plannr_appearance_new (GSettings *settings);

void plannr_appearance_follow_desktop (PlannrAppearance *self);

G_END_DECLS
