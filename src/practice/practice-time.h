/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *practice_time_now (void);
char *practice_time_from_unix (gint64 seconds);
char *practice_time_to_london (const char *utc);
char *practice_time_parse (const char *text);

G_END_DECLS
