/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

void practice_router_answer (PracticeExchange *exchange,
                             PracticeTokens *tokens,
                             const char *const *without);

G_END_DECLS
