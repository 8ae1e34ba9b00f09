/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"
#include "plannr-cache.h"

G_BEGIN_DECLS

void plannr_choice_list_async (PlannrApi *api,
                               PlannrCacheKind what,
                               guint page,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *plannr_choice_list_finish (PlannrApi *api,
                                      GAsyncResult *result,
                                      guint *last_page,
                                      PlannrReceipt **receipt,
                                      GError **error);

G_END_DECLS
