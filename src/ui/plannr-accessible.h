/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plannr_accessible_set_name (gpointer widget, const char *name);
void plannr_accessible_set_description (gpointer widget, const char *description);
void plannr_accessible_set_invalid (gpointer widget, const char *error);

G_END_DECLS
