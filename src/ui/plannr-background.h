/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-outbox.h"
#include "plannr-window.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_BACKGROUND (plannr_background_get_type ())
G_DECLARE_FINAL_TYPE (PlannrBackground, plannr_background, PLANNR, BACKGROUND, GObject)

PlannrBackground *plannr_background_new (GtkApplication *application);

void plannr_background_set_window (PlannrBackground *self, PlannrWindow *window);
void plannr_background_set_outbox (PlannrBackground *self, PlannrOutbox *outbox);

G_END_DECLS
