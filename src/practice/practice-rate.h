/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

typedef struct _PracticeRate PracticeRate;

PracticeRate *practice_rate_new (guint limit);
void practice_rate_free (PracticeRate *self);
gboolean practice_rate_check (PracticeRate *self, PracticeExchange *exchange);

G_END_DECLS
