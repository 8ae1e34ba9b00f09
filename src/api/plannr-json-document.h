/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean plannr_json_document_is_type (const char *content_type);
JsonNode *plannr_json_document_read (GBytes *bytes, GError **error);

G_END_DECLS
