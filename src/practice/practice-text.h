/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *practice_text_fold (const char *text);
char *practice_text_digits (const char *text);
char *practice_text_slug (const char *name);
char *practice_text_format_pounds (gint64 pence);
char *practice_text_trim (const char *text);
gboolean practice_text_is_uuid (const char *text);
guint64 practice_text_mix (guint64 seed);
char *practice_text_uuid_for (const char *kind, guint64 number);

G_END_DECLS
