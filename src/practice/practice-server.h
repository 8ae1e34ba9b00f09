/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-options.h"

G_BEGIN_DECLS

typedef struct _PracticeServer PracticeServer;

PracticeServer *practice_server_new (const PracticeOptions *options, GError **error);
void practice_server_free (PracticeServer *self);
int practice_server_get_port (PracticeServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeServer, practice_server_free)

G_END_DECLS
