/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-fold.h"

/* By itself, it stands for an apostrophe. */
#define ACUTE_ACCENT 0x00b4

/* What stays of a letter when its accent goes, where Unicode does not take it apart; what a keyboard
 * has in place of what a typographer sets; and letters that Arabic and Persian writers hold for the
 * same. In order. */
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
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x014b, "n" },  /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x0199, "k" },  /* ƙ */
  { 0x01b4, "y" },  /* ƴ */
  { 0x0253, "b" },  /* ɓ */
  { 0x0254, "o" },  /* ɔ */
  { 0x0256, "d" },  /* ɖ */
  { 0x0257, "d" },  /* ɗ */
  { 0x0259, "e" },  /* ə */
  { 0x025b, "e" },  /* ɛ */
  { 0x02bb, "'" },  /* ʻ */
  { 0x02bc, "'" },  /* ʼ */
  { 0x0491, "г" },  /* ґ */
  { 0x0621, "" },   /* ء */
  { 0x0629, "ه" },  /* ة */
  { 0x0640, "" },   /* ـ */
  { 0x0649, "ي" },  /* ى */
  { 0x0671, "ا" },  /* ٱ */
  { 0x06a9, "ك" },  /* ک */
  { 0x06c1, "ه" },  /* ہ */
  { 0x06cc, "ي" },  /* ی */
  { 0x2010, "-" },  /* ‐ */
  { 0x2011, "-" },  /* ‑ */
  { 0x2012, "-" },  /* ‒ */
  { 0x2013, "-" },  /* – */
  { 0x2014, "-" },  /* — */
  { 0x2018, "'" },  /* ‘ */
  { 0x2019, "'" },  /* ’ */
};

static const char *
find_fold (gunichar letter)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (folds);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (folds[middle].from == letter)
        return folds[middle].to;
      if (folds[middle].from < letter)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* What @letter, which is no space, is held for. */
static void
append_letter (GString *folded, gunichar letter)
{
  const char *fold = letter < 0x80 ? NULL : find_fold (letter);

  if (fold != NULL)
    g_string_append (folded, fold);
  else if (g_unichar_isdigit (letter))
    g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (letter)));
  else if (!g_unichar_ismark (letter) && g_unichar_type (letter) != G_UNICODE_FORMAT)
    g_string_append_unichar (folded, letter);
}

/**
 * plannr_fold_append:
 * @folded: what to append to
 * @character: one character of a text
 *
 * Appends what plannr_fold() makes of @character wherever it stands, which is often nothing and
 * sometimes several letters; for a space, a space.
 */
void
plannr_fold_append (GString *folded, gunichar character)
{
  char text[6];
  g_autofree char *small = NULL;

  if (character < 0x80)
    {
      g_string_append_c (folded, g_ascii_isspace ((char) character)
                                     ? ' '
                                     : g_ascii_tolower ((char) character));
      return;
    }

  small = character == ACUTE_ACCENT ? g_strdup ("'")
                                    : g_utf8_casefold (text, g_unichar_to_utf8 (character, text));
  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (at), TRUE, parts, G_N_ELEMENTS (parts));

      for (gsize i = 0; i < n; i++)
        if (g_unichar_isspace (parts[i]))
          g_string_append_c (folded, ' ');
        else
          append_letter (folded, parts[i]);
    }
}

/* An accent that stands by itself would be taken for a space with an accent on it. */
static char *
take_apart (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autoptr (GString) kept = g_string_new (folded);

  g_string_replace (kept, "´", "'", 0);

  return g_utf8_normalize (kept->str, -1, G_NORMALIZE_ALL);
}

/**
 * plannr_fold:
 * @text: (nullable): a text, as a person or Plannr wrote it
 *
 * Makes equal what people hold for equal when they search: capitals and small letters, letters with
 * and without an accent, the ways to write an alef, the digits of all scripts, wide and narrow forms,
 * typographic and plain apostrophes and hyphens, and any space. What can't be seen goes.
 *
 * What is kept is kept folded: a change here needs a new version of the cache.
 *
 * Returns: (transfer full): the words of @text, with one space between them and none around them
 */
char *
plannr_fold (const char *text)
{
  g_autofree char *parts = take_apart (text != NULL ? text : "");
  g_autoptr (GString) result = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gsize end = result->len;

      if (g_unichar_isspace (letter))
        gap = TRUE;
      else
        append_letter (result, letter);

      if (gap && result->len > end)
        {
          if (end > 0)
            g_string_insert_c (result, (gssize) end, ' ');
          gap = FALSE;
        }
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}
