/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plannr_message_get_sentence (const GError *error);
char *plannr_message_get_next_step (const GError *error);
char *plannr_message_get_server_words (const GError *error);

G_END_DECLS
