/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the list of cases is searched, those in it and those that are in the journal alone. */

char *plannr_search_fold (const char *text);
char **plannr_search_get_words (const char *search);
gboolean plannr_search_matches (const char *key, const char *const *words);

G_END_DECLS
