/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

gboolean practice_query_check (PracticeExchange *exchange,
                               const char *const *filters,
                               const char *const *sorts,
                               const char *const *includes);
gboolean practice_query_includes (PracticeExchange *exchange, const char *name);
const char *practice_query_get_filter (PracticeExchange *exchange, const char *name);

G_END_DECLS
