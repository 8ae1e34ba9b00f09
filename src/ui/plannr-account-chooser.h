/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-login.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_ACCOUNT_CHOOSER (plannr_account_chooser_get_type ())
G_DECLARE_FINAL_TYPE (
    PlannrAccountChooser, plannr_account_chooser, PLANNR, ACCOUNT_CHOOSER, GtkWidget)

PlannrLogin *plannr_account_chooser_get_chosen (PlannrAccountChooser *self);
void plannr_account_chooser_set_logins (PlannrAccountChooser *self, GPtrArray *logins);

G_END_DECLS
