/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-index.h"

G_BEGIN_DECLS

PlannrIndex *plans_sample_new (guint n_plans);

G_END_DECLS
