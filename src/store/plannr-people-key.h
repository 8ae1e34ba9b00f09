/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-account-kind.h"

G_BEGIN_DECLS

char *plannr_people_key_new (const char *name, const char *email, const char *phone);
char *plannr_people_key_get_digits (const char *text);
guint8 plannr_people_key_get_rank (PlannrAccountKind kind);

G_END_DECLS
