/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *plannr_merge (GListModel *shown, GPtrArray *answer, gboolean complete);

G_END_DECLS
