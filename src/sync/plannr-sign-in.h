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
PlannrLogin *plannr_sign_in_find (GPtrArray *logins, const char *account_uuid);
gboolean plannr_sign_in_is_refused (const GError *error);

G_END_DECLS
