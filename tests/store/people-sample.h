/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-people-index.h"

G_BEGIN_DECLS

PlannrPeopleIndex *people_sample_new (guint n_generated);
char *people_sample_get_uuid (guint number);
const char *people_sample_get_name (const char *uuid);

G_END_DECLS
