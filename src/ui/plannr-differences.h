/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"
#include "plannr-case.h"

G_BEGIN_DECLS

GPtrArray *plannr_differences_describe (PlannrCase *record, PlannrCaseDraft *draft);

G_END_DECLS
