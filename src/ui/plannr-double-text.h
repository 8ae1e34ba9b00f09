/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-double.h"

G_BEGIN_DECLS

char *plannr_double_text (PlannrDouble *found, GDateTime *now);

G_END_DECLS
