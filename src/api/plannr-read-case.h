/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-page.h"

G_BEGIN_DECLS

gpointer plannr_read_case (JsonObject *object);
gpointer plannr_read_one_case (JsonNode *root, const PlannrRequest *request, GError **error);
gpointer plannr_read_cases (JsonNode *root, const PlannrRequest *request, GError **error);

G_END_DECLS
