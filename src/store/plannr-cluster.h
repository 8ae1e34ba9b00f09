/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize plannr_cluster_find_start (const char *text, gsize at);
gsize plannr_cluster_find_end (const char *text, gsize at);

G_END_DECLS
