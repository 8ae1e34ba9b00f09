/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plannr_plan_key_new (const char *name,
                           const char *policy_number,
                           const char *provider,
                           const char *kind,
                           const char *sub_kind);
char *plannr_plan_key_get_words (const char *text);
char *plannr_plan_key_get_number (const char *text);
guint8 plannr_plan_key_get_rank (const char *status);

G_END_DECLS
