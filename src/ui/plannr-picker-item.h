/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

gboolean plannr_picker_item_equal (gpointer a, gpointer b);
const char *plannr_picker_item_get_colour (gpointer item);

G_END_DECLS
