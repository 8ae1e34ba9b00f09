/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case-draft.h"

G_BEGIN_DECLS

GtkWidget *plannr_plan_check_new (PlannrPlan *plan, PlannrCaseDraft *draft);

G_END_DECLS
