/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-outbox.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PAST_CASES (plannr_past_cases_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPastCases, plannr_past_cases, PLANNR, PAST_CASES, GObject)

PlannrPastCases *plannr_past_cases_new (PlannrOutbox *outbox);

void plannr_past_cases_read (PlannrPastCases *self, gint64 since);

GPtrArray *plannr_past_cases_get_rows (PlannrPastCases *self);
gboolean plannr_past_cases_get_reading (PlannrPastCases *self);

G_END_DECLS
