/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*PlannrTestCondition) (gpointer data);

gboolean plannr_test_wait (PlannrTestCondition condition, gpointer data);
void plannr_test_settle (GtkWidget *widget);
GtkWidget *plannr_test_find (gpointer root, GType type, const char *label);
gboolean plannr_test_is_shown (GtkWidget *widget);
GtkWidget *plannr_test_show (GtkWidget *child, int width, int height);
void plannr_test_remove (const char *folder);

G_END_DECLS
