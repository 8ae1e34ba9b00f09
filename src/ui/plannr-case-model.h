/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CASE_MODEL (plannr_case_model_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCaseModel, plannr_case_model, PLANNR, CASE_MODEL, GObject)

PlannrCaseModel *plannr_case_model_new (void);

GListModel *plannr_case_model_get_rows (PlannrCaseModel *self);
guint plannr_case_model_find (PlannrCaseModel *self, PlannrSubmission *submission);
gboolean plannr_case_model_is_searching (PlannrCaseModel *self);

void plannr_case_model_set_cases (PlannrCaseModel *self, GListModel *cases);
void plannr_case_model_set_search (PlannrCaseModel *self, const char *search);
void plannr_case_model_load_more (PlannrCaseModel *self);

G_END_DECLS
