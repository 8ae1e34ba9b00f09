/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include <libsoup/soup.h>

#include "plannr-login.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_CONNECT_PAGE (plannr_connect_page_get_type ())
G_DECLARE_FINAL_TYPE (PlannrConnectPage, plannr_connect_page, PLANNR, CONNECT_PAGE, GtkWidget)

/* Property: "can-go-back" (boolean).
 * Signals: "signed-in" (string token, PlannrLogin), "practice", "back". */
void plannr_connect_page_set_session (PlannrConnectPage *self, SoupSession *session);
void plannr_connect_page_set_server (PlannrConnectPage *self, const char *server);
void plannr_connect_page_set_again (PlannrConnectPage *self, PlannrLogin *login);
void plannr_connect_page_start (PlannrConnectPage *self);

G_END_DECLS
