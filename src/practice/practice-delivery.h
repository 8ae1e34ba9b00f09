/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

void practice_delivery_send (PracticeExchange *exchange);
void practice_delivery_hang_up (SoupServerMessage *message);

G_END_DECLS
