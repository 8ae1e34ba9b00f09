/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlannrLock PlannrLock;

PlannrLock *plannr_lock_take (const char *path, GError **error);
void plannr_lock_free (PlannrLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrLock, plannr_lock_free)

G_END_DECLS
