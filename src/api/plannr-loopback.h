/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean plannr_loopback_is_host (const char *host);

G_END_DECLS
