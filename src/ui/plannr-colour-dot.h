/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_COLOUR_DOT (plannr_colour_dot_get_type ())
G_DECLARE_FINAL_TYPE (PlannrColourDot, plannr_colour_dot, PLANNR, COLOUR_DOT, GtkWidget)

void plannr_colour_dot_set_colour (PlannrColourDot *self, const char *colour);

G_END_DECLS
