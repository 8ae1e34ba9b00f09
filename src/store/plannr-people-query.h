/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-index-query.h"

G_BEGIN_DECLS

PlannrIndexQuery *plannr_people_query_new (const char *text);

G_END_DECLS
