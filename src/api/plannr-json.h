/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *plannr_json_get (JsonObject *object, const char *name);
JsonObject *plannr_json_get_object (JsonObject *object, const char *name);
GPtrArray *plannr_json_get_list (JsonNode *node);
JsonObject *plannr_json_as_object (JsonNode *node);

const char *plannr_json_as_string (JsonNode *node);
const char *plannr_json_get_string (JsonObject *object, const char *name);
gboolean plannr_json_get_integer (JsonObject *object, const char *name, gint64 *integer);
int plannr_json_get_count (JsonObject *object, const char *name);
gboolean plannr_json_get_boolean (JsonObject *object, const char *name, gboolean fallback);

char *plannr_json_dup_text (JsonObject *object, const char *name);
char *plannr_json_dup_prose (JsonObject *object, const char *name);
char *plannr_json_dup_uuid (JsonObject *object, const char *name);
char **plannr_json_dup_uuids (JsonObject *object, const char *name);
GDateTime *plannr_json_dup_date (JsonObject *object, const char *name);

G_END_DECLS
