/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What stands between the parts of a key: no text that was folded has one. */
#define PLANNR_PEOPLE_KEY_BREAK '\t'

char *plannr_people_key_new (const char *name, const char *email, const char *phone);
char *plannr_people_key_get_digits (const char *text);

G_END_DECLS
