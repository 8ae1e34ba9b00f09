/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-page.h"

G_BEGIN_DECLS

gpointer plannr_read_one (JsonNode *root, PlannrReadItemFunc read_item, GError **error);

G_END_DECLS
