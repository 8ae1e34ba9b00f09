/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cluster.h"

#include <unicode/uchar.h>

/* The canonical combining class of a nukta, a dot that makes another consonant of one. */
#define NUKTA 7

static UGraphemeClusterBreak
get_break (gunichar character)
{
  return u_getIntPropertyValue ((UChar32) character, UCHAR_GRAPHEME_CLUSTER_BREAK);
}

/* Jamo, the parts of a Hangul syllable, belong together in the order in which they are written. */
static gboolean
is_syllable (UGraphemeClusterBreak before, UGraphemeClusterBreak after)
{
  switch (before)
    {
    case U_GCB_L:
      return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V:
      return after == U_GCB_V || after == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T:
      return after == U_GCB_T;
    default:
      return FALSE;
    }
}

/* Consonants of an Indian script that a virama joins, be there another mark between. A nukta joins
 * nothing. */
static gboolean
is_conjunct (gunichar before, gunichar after)
{
  guint8 class = u_getCombiningClass ((UChar32) before);

  return class != 0 && class != NUKTA
         && u_getIntPropertyValue ((UChar32) after, UCHAR_INDIC_SYLLABIC_CATEGORY)
                == U_INSC_CONSONANT;
}

/* Whether what a person takes for one character goes on from @before to @after: UAX #29 with the
 * conjuncts of CLDR, but that whatever follows a joiner, or a mark before a consonant of an Indian
 * script, and all of a row of flags, are held to belong together, so that no more than two characters
 * need to be looked at. */
static gboolean
goes_on (gunichar before, gunichar after)
{
  UGraphemeClusterBreak left;
  UGraphemeClusterBreak right;

  if (before < 0x80 && after < 0x80)
    return before == '\r' && after == '\n';

  left = get_break (before);
  right = get_break (after);
  if (left == U_GCB_CONTROL || left == U_GCB_CR || left == U_GCB_LF)
    return FALSE;

  return right == U_GCB_EXTEND || right == U_GCB_ZWJ || right == U_GCB_SPACING_MARK
         || left == U_GCB_PREPEND || left == U_GCB_ZWJ
         || (left == U_GCB_REGIONAL_INDICATOR && right == U_GCB_REGIONAL_INDICATOR)
         || is_syllable (left, right) || (left == U_GCB_EXTEND && is_conjunct (before, after));
}

/**
 * plannr_cluster_find_start:
 * @text: valid UTF-8
 * @at: where one of its characters begins, or where it ends
 *
 * Returns: the last place that is not after @at and not within what a person takes for one character
 */
gsize
plannr_cluster_find_start (const char *text, gsize at)
{
  const char *place = text + at;

  while (place > text && *place != '\0')
    {
      const char *before = g_utf8_prev_char (place);

      if (!goes_on (g_utf8_get_char (before), g_utf8_get_char (place)))
        break;
      place = before;
    }

  return (gsize) (place - text);
}

/**
 * plannr_cluster_find_end:
 * @text: valid UTF-8
 * @at: where one of its characters ends
 *
 * Returns: the first place that is not before @at and not within what a person takes for one character
 */
gsize
plannr_cluster_find_end (const char *text, gsize at)
{
  const char *place = text + at;

  while (place > text && *place != '\0'
         && goes_on (g_utf8_get_char (g_utf8_prev_char (place)), g_utf8_get_char (place)))
    place = g_utf8_next_char (place);

  return (gsize) (place - text);
}
