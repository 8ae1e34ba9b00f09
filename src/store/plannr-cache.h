/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannrCacheKind:
 * @PLANNR_CACHE_PEOPLE: people, as #PlannrAccount
 * @PLANNR_CACHE_TYPES: all the types of the firm's cases, as #PlannrChoice
 * @PLANNR_CACHE_STATUSES: all the statuses of the firm's cases, as #PlannrChoice
 * @PLANNR_CACHE_PLANS: plans, as #PlannrPlan
 * @PLANNR_CACHE_CLIENT_PLANS: all the plans of one client, as #PlannrPlan
 *
 * What can be chosen from.
 */
typedef enum
{
  PLANNR_CACHE_PEOPLE,
  PLANNR_CACHE_TYPES,
  PLANNR_CACHE_STATUSES,
  PLANNR_CACHE_PLANS,
  PLANNR_CACHE_CLIENT_PLANS,
} PlannrCacheKind;

#define PLANNR_TYPE_CACHE (plannr_cache_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCache, plannr_cache, PLANNR, CACHE, GObject)

PlannrCache *plannr_cache_new (const char *folder);

void plannr_cache_keep (PlannrCache *self,
                        PlannrCacheKind what,
                        GPtrArray *items,
                        const char *client_uuid);
void plannr_cache_use (PlannrCache *self, const char *uuid);
void plannr_cache_forget_async (PlannrCache *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean plannr_cache_forget_finish (PlannrCache *self, GAsyncResult *result, GError **error);

void plannr_cache_find_async (PlannrCache *self,
                              PlannrCacheKind what,
                              const char *text,
                              guint offset,
                              guint max,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *plannr_cache_find_finish (PlannrCache *self, GAsyncResult *result, GError **error);

G_END_DECLS
