/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-look.h"
#include "plannr-recorder.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_RECONCILER (plannr_reconciler_get_type ())
G_DECLARE_FINAL_TYPE (PlannrReconciler, plannr_reconciler, PLANNR, RECONCILER, GObject)

PlannrReconciler *plannr_reconciler_new (PlannrSchedule *schedule,
                                         PlannrRecorder *recorder,
                                         PlannrTakenFunc taken,
                                         gpointer taken_data);

guint plannr_reconciler_get_n_checking (PlannrReconciler *self);

void plannr_reconciler_set_api (PlannrReconciler *self, PlannrApi *api);

void plannr_reconciler_settle (PlannrReconciler *self,
                               PlannrSubmission *submission,
                               PlannrState state,
                               PlannrCase *record,
                               const GError *error);
void plannr_reconciler_check (PlannrReconciler *self, PlannrSubmission *submission);
void plannr_reconciler_forget (PlannrReconciler *self, PlannrSubmission *submission);
void plannr_reconciler_complete (PlannrReconciler *self, PlannrSubmission *submission);
void plannr_reconciler_look_now (PlannrReconciler *self);

G_END_DECLS
