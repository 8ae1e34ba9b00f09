/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bench_curl (const char *base, const char *authority, GBytes *body);

G_END_DECLS
