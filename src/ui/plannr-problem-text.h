/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-problem.h"

G_BEGIN_DECLS

char *plannr_problem_text (PlannrProblem problem);

G_END_DECLS
