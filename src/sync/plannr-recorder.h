/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-journal.h"
#include "plannr-schedule.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_RECORDER (plannr_recorder_get_type ())
G_DECLARE_FINAL_TYPE (PlannrRecorder, plannr_recorder, PLANNR, RECORDER, GObject)

PlannrRecorder *plannr_recorder_new (PlannrSchedule *schedule);

void plannr_recorder_open (PlannrRecorder *self, PlannrJournal *journal);
PlannrJournal *plannr_recorder_get_journal (PlannrRecorder *self);
const GError *plannr_recorder_get_trouble (PlannrRecorder *self);
const char *plannr_recorder_get_moved_to (PlannrRecorder *self);

void plannr_recorder_touch (PlannrRecorder *self, PlannrSubmission *submission);
void plannr_recorder_write (PlannrRecorder *self, PlannrSubmission *submission);
void plannr_recorder_write_as_async (PlannrRecorder *self,
                                     PlannrSubmission *submission,
                                     PlannrState state,
                                     PlannrCase *record,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
plannr_recorder_write_as_finish (PlannrRecorder *self, GAsyncResult *result, GError **error);
gboolean plannr_recorder_is_settling (PlannrRecorder *self, PlannrSubmission *submission);
gboolean plannr_recorder_mark (PlannrRecorder *self,
                               PlannrSubmission *submission,
                               gint64 offset,
                               GError **error);
void plannr_recorder_save (PlannrRecorder *self);
void plannr_recorder_try_now (PlannrRecorder *self);
gboolean plannr_recorder_flush (PlannrRecorder *self);

G_END_DECLS
