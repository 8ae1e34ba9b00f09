/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *plannr_selectable_new (const char *text, const char *css_class);
void plannr_selectable_set_text (GtkLabel *label, const char *text);
void plannr_selectable_prepare (GtkLabel *label);

G_END_DECLS
