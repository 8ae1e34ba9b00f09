/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-request.h"

G_BEGIN_DECLS

SoupMessage *plannr_http_message_new (const PlannrRequest *request, GError **error);
gint64 plannr_http_message_get_rate_remaining (SoupMessage *message);

G_END_DECLS
