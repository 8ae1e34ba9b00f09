/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plannr_scroll_to (GtkWidget *widget);
void plannr_scroll_to_lay_out (GtkWidget *widget);

G_END_DECLS
