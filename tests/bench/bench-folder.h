/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a folder for one benchmark, on the disk that this was built on: /tmp may be memory. */
typedef char BenchFolder;

BenchFolder *bench_folder_new (void);
void bench_folder_free (BenchFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchFolder, bench_folder_free)

G_END_DECLS
