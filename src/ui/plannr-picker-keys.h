/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * PLANNR_PICKER_NOWHERE:
 *
 * The place of a mark that is on no row.
 */
#define PLANNR_PICKER_NOWHERE G_GINT64_CONSTANT (-1)

gboolean plannr_picker_keys_opens (guint key, GdkModifierType modifiers);
gboolean plannr_picker_keys_types (guint key, GdkModifierType modifiers);
gboolean
plannr_picker_keys_moves (guint key, GdkModifierType modifiers, gint64 page, gint64 *position);

G_END_DECLS
