/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-search.h"

#include <string.h>

/* What stays of a letter when its accent goes, where Unicode does not take it apart; and what a
 * keyboard has in place of what a typographer sets. */
static const struct
{
  gunichar from;
  const char *to;
} folds[] = {
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x02bc, "'" },  /* ʼ */
  { 0x2010, "-" },  /* ‐ */
  { 0x2011, "-" },  /* ‑ */
  { 0x2013, "-" },  /* – */
  { 0x2018, "'" },  /* ‘ */
  { 0x2019, "'" },  /* ’ */
};

static const char *
fold_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    if (folds[i].from == c)
      return folds[i].to;

  return NULL;
}

/**
 * plannr_search_fold:
 * @text: any text
 *
 * Returns: (transfer full): @text without case, accents and invisible marks, and with Latin digits, to
 *   be compared
 */
char *
plannr_search_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *letter = c < 0x80 ? NULL : fold_letter (c);

      if (letter != NULL)
        g_string_append (folded, letter);
      else if (g_unichar_isdigit (c))
        g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c))
        g_string_append_c (folded, ' ');
      else if (!g_unichar_ismark (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
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
