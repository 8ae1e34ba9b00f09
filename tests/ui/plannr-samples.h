/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-error.h"
#include "plannr-submission-private.h"

G_BEGIN_DECLS

#define CLIENT_UUID "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1101"
#define STAFF_UUID  "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1102"
#define PLAN_UUID   "9a4e6b70-1d2c-4e8f-a3b5-6c7d8e904401"
#define CASE_UUID   "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701"

PlannrCase *plannr_samples_read_case (const char *json);
PlannrCase *plannr_samples_load_case (const char *file);
PlannrCaseDraft *plannr_samples_draft_like (PlannrCase *record);
PlannrSubmission *plannr_samples_created (PlannrCaseDraft *draft, PlannrCase *record);
PlannrSubmission *plannr_samples_checking (PlannrCaseDraft *draft, PlannrError code);

GtkWidget *plannr_samples_show (GtkWidget *widget, int width, int height);
GtkWidget *plannr_samples_find (GtkWidget *root, GType type, const char *text);
void plannr_samples_settle (void);

G_END_DECLS
