/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_PAIR_LAYOUT (plannr_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPairLayout, plannr_pair_layout, PLANNR, PAIR_LAYOUT, GtkLayoutManager)

G_END_DECLS
