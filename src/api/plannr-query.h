/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plannr_query_add (GString *query, const char *key, const char *value);
void plannr_query_add_part (GString *query, const char *key, const char *part);
void plannr_query_add_number (GString *query, const char *key, guint number);

G_END_DECLS
