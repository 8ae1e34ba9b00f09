/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannrPickerFactory:
 *
 * What makes the rows of a picker's list.
 */
typedef struct _PlannrPickerFactory PlannrPickerFactory;

PlannrPickerFactory *plannr_picker_factory_new (GtkListView *view);
void plannr_picker_factory_free (PlannrPickerFactory *self);

gpointer plannr_picker_factory_get_current (PlannrPickerFactory *self);
gboolean plannr_picker_factory_set_current (PlannrPickerFactory *self, gpointer item);
void plannr_picker_factory_set_words (PlannrPickerFactory *self, const char *text);

G_END_DECLS
