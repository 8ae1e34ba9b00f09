/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_WRAP_LAYOUT (plannr_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlannrWrapLayout, plannr_wrap_layout, PLANNR, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
