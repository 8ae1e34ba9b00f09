/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_COLUMN_LAYOUT (plannr_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (
    PlannrColumnLayout, plannr_column_layout, PLANNR, COLUMN_LAYOUT, GtkLayoutManager)

G_END_DECLS
