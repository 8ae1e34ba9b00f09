/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void plannr_keyring_store_async (const char *server,
                                 const char *account_uuid,
                                 const char *label,
                                 const char *token,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean plannr_keyring_store_finish (GAsyncResult *result, GError **error);

void plannr_keyring_look_up_async (const char *server,
                                   const char *account_uuid,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *plannr_keyring_look_up_finish (GAsyncResult *result, GError **error);

void plannr_keyring_forget_async (const char *server,
                                  const char *account_uuid,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean plannr_keyring_forget_finish (GAsyncResult *result, GError **error);

G_END_DECLS
