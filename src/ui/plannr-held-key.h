/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PlannrHeldKey PlannrHeldKey;

PlannrHeldKey *plannr_held_key_watch (GtkWidget *widget);
gboolean plannr_held_key_is_down (PlannrHeldKey *self);
void plannr_held_key_use_up (PlannrHeldKey *self);

G_END_DECLS
