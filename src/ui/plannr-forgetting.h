/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-profile.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_FORGETTING (plannr_forgetting_get_type ())
G_DECLARE_FINAL_TYPE (PlannrForgetting, plannr_forgetting, PLANNR, FORGETTING, GtkBox)

void plannr_forgetting_ask (PlannrForgetting *self, PlannrProfile *profile);
void plannr_forgetting_withdraw (PlannrForgetting *self);

G_END_DECLS
