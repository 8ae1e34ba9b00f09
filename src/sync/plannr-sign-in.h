/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "plannr-login.h"

G_BEGIN_DECLS

char *plannr_sign_in_clean_token (const char *text);

void plannr_sign_in_async (SoupSession *session,
                           const char *server,
                           const char *token,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *plannr_sign_in_finish (GAsyncResult *result, GError **error);

PlannrLogin *plannr_sign_in_choose (GPtrArray *logins);

G_END_DECLS
