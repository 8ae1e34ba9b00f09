/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_TOKEN_CARD (plannr_token_card_get_type ())
G_DECLARE_FINAL_TYPE (PlannrTokenCard, plannr_token_card, PLANNR, TOKEN_CARD, GtkWidget)

/* Property: "asking" (boolean, read-only).
 * Signal: "known" (string token, GPtrArray of PlannrLogin). */
gboolean plannr_token_card_get_asking (PlannrTokenCard *self);
void plannr_token_card_set_title (PlannrTokenCard *self, const char *title);
void plannr_token_card_set_session (PlannrTokenCard *self, SoupSession *session);
void plannr_token_card_set_server (PlannrTokenCard *self, const char *server);
void plannr_token_card_reset (PlannrTokenCard *self);
void plannr_token_card_refuse (PlannrTokenCard *self, const char *text);

G_END_DECLS
