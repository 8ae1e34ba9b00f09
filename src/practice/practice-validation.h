/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

typedef struct _PracticeValidation PracticeValidation;

PracticeValidation *practice_validation_new (void);
void practice_validation_free (PracticeValidation *self);
void practice_validation_add (PracticeValidation *self, const char *field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean practice_validation_answer (PracticeValidation *self, PracticeExchange *exchange);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeValidation, practice_validation_free)

G_END_DECLS
