/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"
#include "plannr-recorder.h"

G_BEGIN_DECLS

void plannr_completion_begin (PlannrApi *api,
                              PlannrRecorder *recorder,
                              PlannrSubmission *submission,
                              GCancellable *closing);

G_END_DECLS
