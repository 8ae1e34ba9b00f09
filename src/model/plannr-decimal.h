/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plannr_decimal_format (const char *decimal, const char *skeleton, const char *locale);

G_END_DECLS
