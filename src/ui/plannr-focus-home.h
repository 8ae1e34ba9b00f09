/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plannr_focus_home_note (GtkWidget **home, GtkWidget *visited);
void plannr_focus_home_return (GtkWidget **home, GtkWidget *visited);

G_END_DECLS
