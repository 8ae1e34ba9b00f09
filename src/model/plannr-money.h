/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint plannr_money_get_decimals (const char *currency);
gboolean plannr_money_is_currency (const char *currency);

char *plannr_money_format (gint64 amount, const char *currency, const char *locale);
char *plannr_money_format_plain (gint64 amount, const char *currency, const char *locale);

G_END_DECLS
