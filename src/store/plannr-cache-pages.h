/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-cache.h"
#include "plannr-list-progress.h"

G_BEGIN_DECLS

void plannr_cache_begin_run_async (PlannrCache *self,
                                   PlannrCacheKind what,
                                   gint64 due,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
PlannrListProgress *
plannr_cache_begin_run_finish (PlannrCache *self, GAsyncResult *result, GError **error);

void plannr_cache_keep_page_async (PlannrCache *self,
                                   PlannrCacheKind what,
                                   GPtrArray *items,
                                   gboolean partial,
                                   const PlannrListProgress *progress,
                                   guint last_page,
                                   int total,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
PlannrListProgress *
plannr_cache_keep_page_finish (PlannrCache *self, GAsyncResult *result, GError **error);

G_END_DECLS
