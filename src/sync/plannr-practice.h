/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** The token that the practice firm takes. It opens nothing else. */
#define PLANNR_PRACTICE_TOKEN "practice"

#define PLANNR_TYPE_PRACTICE  (plannr_practice_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPractice, plannr_practice, PLANNR, PRACTICE, GObject)

void plannr_practice_start_async (const char *executable,
                                  const char *data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
PlannrPractice *plannr_practice_start_finish (GAsyncResult *result, GError **error);

const char *plannr_practice_get_url (PlannrPractice *self);

G_END_DECLS
