/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plannr_display_text_isolate (const char *text);
char *plannr_display_text_whole (const char *text);
char *plannr_display_text_join (const char *separator, const char *const *parts);

G_END_DECLS
