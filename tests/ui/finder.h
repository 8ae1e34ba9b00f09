/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-picker-source.h"

G_BEGIN_DECLS

/* Questions that were put to the finder are answered when, and in the order that, the test says; what
 * is looked up is found at once, among what the test keeps. */
extern const PlannrPickerSource finder_source;

void finder_keep (const char *name, guint n);
guint finder_get_n_looked_up (void);
guint finder_get_n_asked (void);
const char *finder_get_text (guint i);
gboolean finder_is_cancelled (guint i);

void finder_answer (guint i, const char *name, guint n);
void finder_fail (guint i, GError *error);
void finder_reset (void);

G_END_DECLS
