/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"
#include "plannr-case.h"
#include "plannr-facts.h"

G_BEGIN_DECLS

GPtrArray *plannr_case_facts_collect (PlannrCase *record, PlannrCaseDraft *draft);
char *plannr_case_facts_write (PlannrCase *record, PlannrCaseDraft *draft);

G_END_DECLS
