/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plannr_number_format (gint64 number, const char *locale);

G_END_DECLS
