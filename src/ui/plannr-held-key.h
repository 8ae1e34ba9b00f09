/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_HELD_KEY (plannr_held_key_get_type ())
G_DECLARE_FINAL_TYPE (PlannrHeldKey, plannr_held_key, PLANNR, HELD_KEY, GObject)

PlannrHeldKey *plannr_held_key_new (void);

void plannr_held_key_watch (PlannrHeldKey *self, GtkWidget *widget);

gboolean plannr_held_key_is_down (PlannrHeldKey *self);
void plannr_held_key_use_up (PlannrHeldKey *self);

G_END_DECLS
