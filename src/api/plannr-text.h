/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a person is shown of one text at most, in bytes. */
#define PLANNR_TEXT_MAX 10000

gboolean plannr_text_is_class_name (const char *text);
char *plannr_text_clean (const char *text, gsize max, gboolean prose);

G_END_DECLS
