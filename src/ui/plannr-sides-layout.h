/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_SIDES_LAYOUT (plannr_sides_layout_get_type ())
G_DECLARE_FINAL_TYPE (
    PlannrSidesLayout, plannr_sides_layout, PLANNR, SIDES_LAYOUT, GtkLayoutManager)

G_END_DECLS
