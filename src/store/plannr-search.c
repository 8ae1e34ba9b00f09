/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-search.h"

#include <string.h>

#include "plannr-fold.h"

/**
 * plannr_search_fold:
 * @text: any text
 *
 * Returns: (transfer full): @text as plannr_fold() has it, to be compared
 */
char *
plannr_search_fold (const char *text)
{
  return plannr_fold (text);
}

/**
 * plannr_search_get_words:
 * @search: what was typed into the search
 *
 * Returns: (transfer full): its words, folded
 */
char **
plannr_search_get_words (const char *search)
{
  g_autofree char *folded = plannr_search_fold (search);
  g_auto (GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);

  return g_strv_builder_end (words);
}

/**
 * plannr_search_matches:
 * @key: what something can be found by, from plannr_search_fold()
 * @words: what is looked for, from plannr_search_get_words()
 *
 * Returns: whether all of @words are in @key, in any order
 */
gboolean
plannr_search_matches (const char *key, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
