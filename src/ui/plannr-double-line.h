/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-create-press.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_DOUBLE_LINE (plannr_double_line_get_type ())
G_DECLARE_FINAL_TYPE (PlannrDoubleLine, plannr_double_line, PLANNR, DOUBLE_LINE, GtkBox)

void plannr_double_line_set_press (PlannrDoubleLine *self, PlannrCreatePress *press);

G_END_DECLS
