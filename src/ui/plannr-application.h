/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-login.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_APPLICATION (plannr_application_get_type ())
G_DECLARE_FINAL_TYPE (PlannrApplication, plannr_application, PLANNR, APPLICATION, GtkApplication)

PlannrApplication *plannr_application_new (void);

void plannr_application_ask_for_token (PlannrApplication *self);
void plannr_application_sign_in (PlannrApplication *self, const char *token, PlannrLogin *login);
void plannr_application_practise (PlannrApplication *self);

G_END_DECLS
