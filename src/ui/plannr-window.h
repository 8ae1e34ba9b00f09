/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-connection.h"
#include "plannr-farewell.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_WINDOW (plannr_window_get_type ())
G_DECLARE_FINAL_TYPE (PlannrWindow, plannr_window, PLANNR, WINDOW, GtkApplicationWindow)

PlannrWindow *plannr_window_new (GtkApplication *application, GSettings *settings);

void plannr_window_set_connection (PlannrWindow *self, PlannrConnection *connection);
void plannr_window_show_connect_page (PlannrWindow *self,
                                      SoupSession *session,
                                      const char *server,
                                      gboolean can_go_back);
void plannr_window_show_cases (PlannrWindow *self);
void plannr_window_show_case (PlannrWindow *self, const char *id);
gboolean plannr_window_ask (PlannrWindow *self, PlannrParting parting);

G_END_DECLS
