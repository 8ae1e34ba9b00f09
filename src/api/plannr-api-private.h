/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"
#include "plannr-page.h"
#include "plannr-query.h"
#include "plannr-request.h"

G_BEGIN_DECLS

/** How many of a list to ask for where all are wanted: the most that Plannr gives. */
#define PLANNR_API_PER_PAGE 500

/* For the files of PlannrApi only: an endpoint is a path, a query, and a function that reads. */
void plannr_api_create (PlannrApi *self,
                        const char *path,
                        GBytes *body,
                        PlannrMarkFunc mark,
                        gpointer mark_data,
                        PlannrReadFunc read,
                        gpointer tag,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

void plannr_api_get_one (PlannrApi *self,
                         const char *path,
                         PlannrReadFunc read,
                         gpointer tag,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gpointer plannr_api_get_one_finish (PlannrApi *self, GAsyncResult *result, GError **error);

void plannr_api_get_list (PlannrApi *self,
                          const char *path,
                          guint page,
                          PlannrReadFunc read,
                          gpointer tag,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
GPtrArray *plannr_api_get_list_finish (
    PlannrApi *self, GAsyncResult *result, guint *last_page, int *total, GError **error);

GString *plannr_api_path (const char *collection, const char *uuid, const char *rest);

G_END_DECLS
