/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bench_stall_begin (void);
double bench_stall_get (double part);
double bench_stall_get_busy (void);

G_END_DECLS
