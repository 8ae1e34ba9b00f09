/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case-draft.h"
#include "plannr-case.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CANDIDATE (plannr_candidate_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCandidate, plannr_candidate, PLANNR, CANDIDATE, GtkWidget)

GtkWidget *plannr_candidate_new (PlannrCase *record, PlannrCaseDraft *draft);

G_END_DECLS
