/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What of a text that is shown is to be emphasised, since it is why something was found. */
typedef struct _PlannrEmphasis PlannrEmphasis;

/** A part of a text: the bytes from @start up to @end. */
typedef struct
{
  guint start;
  guint end;
} PlannrEmphasisRange;

PlannrEmphasis *plannr_emphasis_new (const char *query);
PlannrEmphasis *plannr_emphasis_ref (PlannrEmphasis *self);
void plannr_emphasis_unref (PlannrEmphasis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrEmphasis, plannr_emphasis_unref)

gboolean plannr_emphasis_is_number (PlannrEmphasis *self);
GArray *plannr_emphasis_find (PlannrEmphasis *self, const char *text);

G_END_DECLS
