/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plannr_memory_use_few_arenas (void);
void plannr_memory_give_back_soon (void);

G_END_DECLS
