/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"
#include "plannr-recorder.h"
#include "plannr-schedule.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_SENDER (plannr_sender_get_type ())
G_DECLARE_FINAL_TYPE (PlannrSender, plannr_sender, PLANNR, SENDER, GObject)

PlannrSender *plannr_sender_new (PlannrSchedule *schedule, PlannrRecorder *recorder);

void plannr_sender_set_api (PlannrSender *self, PlannrApi *api);

PlannrWait plannr_sender_get_wait (PlannrSender *self);
gint64 plannr_sender_get_until (PlannrSender *self);
const GError *plannr_sender_get_trouble (PlannrSender *self);
guint plannr_sender_get_n_unsent (PlannrSender *self);

void plannr_sender_send (PlannrSender *self, PlannrSubmission *submission);
void plannr_sender_cancel (PlannrSender *self, PlannrSubmission *submission);
void plannr_sender_sign_out (PlannrSender *self, const GError *error);
void plannr_sender_resume (PlannrSender *self);
void plannr_sender_tell (PlannrSender *self);

G_END_DECLS
