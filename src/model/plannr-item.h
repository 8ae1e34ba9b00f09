/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *plannr_item_get_uuid (gpointer item);
gboolean plannr_item_differs (gpointer item, gpointer newer);
gboolean plannr_item_find (GListModel *items, const char *uuid, guint *position);

G_END_DECLS
