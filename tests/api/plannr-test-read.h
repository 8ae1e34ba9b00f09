/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-request.h"

G_BEGIN_DECLS

#define UUID_A "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1101"
#define UUID_B "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1102"

JsonNode *plannr_test_parse (const char *quoted);
gpointer plannr_test_read (PlannrReadFunc read, const char *quoted);

G_END_DECLS
