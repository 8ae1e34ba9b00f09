/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"

G_BEGIN_DECLS

#define TEST_TOKEN   "0|test-token"
#define TEST_ACCOUNT "e21c9d58-7f3a-4b6c-8d9e-0f1a2b305501"

GBytes *plannr_test_payload (const char *name);
char *plannr_test_payload_text (const char *name);

PlannrApi *plannr_test_api_new (const char *server);

void plannr_test_wait (gboolean *done);
void plannr_test_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *plannr_test_wait_for_result (GAsyncResult **result);

PlannrCase *plannr_test_create (PlannrApi *api, GError **error);
PlannrCase *plannr_test_create_full (PlannrApi *api,
                                     PlannrMarkFunc mark,
                                     gpointer mark_data,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean plannr_test_count_cb (gpointer count);
PlannrCaseDraft *plannr_test_specified_draft (void);

G_END_DECLS
