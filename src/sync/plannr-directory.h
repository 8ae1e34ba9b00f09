/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-api.h"
#include "plannr-cache.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_DIRECTORY (plannr_directory_get_type ())
G_DECLARE_FINAL_TYPE (PlannrDirectory, plannr_directory, PLANNR, DIRECTORY, GObject)

/** How many at most of what is kept are looked up at a time. */
#define PLANNR_DIRECTORY_PAGE 20

PlannrDirectory *plannr_directory_new (void);

void plannr_directory_set_api (PlannrDirectory *self, PlannrApi *api);
void plannr_directory_set_cache (PlannrDirectory *self, PlannrCache *cache);

void plannr_directory_look_up_async (PlannrDirectory *self,
                                     PlannrCacheKind what,
                                     const char *text,
                                     guint offset,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *plannr_directory_look_up_finish (PlannrDirectory *self,
                                            GAsyncResult *result,
                                            gboolean *more,
                                            GError **error);

void plannr_directory_find_async (PlannrDirectory *self,
                                  PlannrCacheKind what,
                                  const char *text,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *
plannr_directory_find_finish (PlannrDirectory *self, GAsyncResult *result, GError **error);
const GError *plannr_directory_find_get_failure (PlannrDirectory *self, GAsyncResult *result);

void plannr_directory_use (PlannrDirectory *self, const char *uuid);
void plannr_directory_cancel_waiting (PlannrDirectory *self);
void plannr_directory_forget (PlannrDirectory *self);

G_END_DECLS
