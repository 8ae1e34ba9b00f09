/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-page.h"

G_BEGIN_DECLS

gpointer plannr_read_logins (JsonNode *root, const PlannrRequest *request, GError **error);

G_END_DECLS
