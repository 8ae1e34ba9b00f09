/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-error.h"

G_BEGIN_DECLS

char *plannr_refusal_get_words (const GError *error, PlannrField field);

G_END_DECLS
