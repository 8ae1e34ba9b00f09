/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plannr_second_click_swallow (GtkWidget *widget);

G_END_DECLS
