/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-index.h"

G_BEGIN_DECLS

PlannrIndex *people_sample_new (guint n_generated);
char *people_sample_get_uuid (guint number);
const char *people_sample_get_name (const char *uuid);

G_END_DECLS
