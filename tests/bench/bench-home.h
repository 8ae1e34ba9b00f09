/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-desktop.h"

G_BEGIN_DECLS

void bench_home_make (PlannrTestDesktop *desktop,
                      const char *name,
                      const char *fill_journal,
                      const char *n_past,
                      const char *fill_directory,
                      const char *n_people);
void bench_home_choose (PlannrTestDesktop *desktop, const char *name);

G_END_DECLS
