/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean plannr_read_money (JsonObject *object, const char *name, gint64 *amount, char **currency);

G_END_DECLS
