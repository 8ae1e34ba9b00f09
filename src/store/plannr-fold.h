/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plannr_fold (const char *text);
void plannr_fold_append (GString *folded, gunichar character);

G_END_DECLS
