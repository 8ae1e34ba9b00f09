/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void plannr_trust_load_async (const char *server,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean plannr_trust_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
