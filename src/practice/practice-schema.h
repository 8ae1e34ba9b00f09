/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PRACTICE_SCHEMA_VERSION "1"

const char *practice_schema_get_tables (void);
const char *practice_schema_get_indexes (void);

G_END_DECLS
