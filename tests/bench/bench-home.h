/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-desktop.h"

G_BEGIN_DECLS

#define BENCH_N_PAST "10000"

void bench_past_make (PlannrTestDesktop *desktop, const char *fill_journal);
void bench_past_choose (PlannrTestDesktop *desktop, gboolean with_past);

G_END_DECLS
