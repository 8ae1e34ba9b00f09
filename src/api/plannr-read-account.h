/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-page.h"

G_BEGIN_DECLS

char *plannr_read_person_name (JsonObject *object);
gpointer plannr_read_account (JsonObject *object);
gpointer plannr_read_one_account (JsonNode *root, const PlannrRequest *request, GError **error);
gpointer plannr_read_accounts (JsonNode *root, const PlannrRequest *request, GError **error);

G_END_DECLS
