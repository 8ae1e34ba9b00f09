/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-directory.h"

G_BEGIN_DECLS

/* Questions that were put to the finder are answered when, and in the order that, the test says. */
void finder_find_async (PlannrDirectory *directory,
                        const char *text,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

guint finder_get_n_asked (void);
const char *finder_get_text (guint i);
gboolean finder_is_cancelled (guint i);

void finder_answer (guint i, const char *name, guint n);
void finder_fail (guint i, GError *error);
void finder_reset (void);

G_END_DECLS
