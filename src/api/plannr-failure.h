/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "plannr-error.h"

G_BEGIN_DECLS

GError *plannr_failure_new (PlannrError code, const char *message);
GError *plannr_failure_from_transport (const GError *cause);
GError *plannr_failure_from_status (guint status, SoupMessageHeaders *headers, GBytes *body);

G_END_DECLS
