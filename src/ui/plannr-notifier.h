/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-submission.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_NOTIFIER (plannr_notifier_get_type ())
G_DECLARE_FINAL_TYPE (PlannrNotifier, plannr_notifier, PLANNR, NOTIFIER, GObject)

PlannrNotifier *plannr_notifier_new (GApplication *application);

void plannr_notifier_tell (PlannrNotifier *self, PlannrSubmission *submission);
void plannr_notifier_tell_sign_in (PlannrNotifier *self, guint n_waiting);
void plannr_notifier_flush (PlannrNotifier *self);
void plannr_notifier_withdraw (PlannrNotifier *self);

G_END_DECLS
