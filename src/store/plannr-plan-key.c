/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-plan-key.h"

#include <string.h>

#include "plannr-fold.h"
#include "plannr-index-query.h"

/* A name that is longer than this is not searched to its end. */
#define MAX_PART 800

static gboolean
is_letter (char byte)
{
  return g_ascii_isalnum (byte) || (guchar) byte >= 0x80;
}

static gboolean
has_digit (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (word[i]))
      return TRUE;

  return FALSE;
}

/* What stands between letters parts words, but in one that has a digit in it: AB-12/34 is looked for as
 * people read it out. */
static void
append_word (GString *words, const char *word, gsize length)
{
  gboolean number = has_digit (word, length);
  gboolean gap = TRUE;

  for (const char *at = word; at < word + length; at++)
    {
      if (!is_letter (*at))
        {
          gap = gap || (!number && *at != '\'');
          continue;
        }
      if (gap)
        g_string_append_c (words, ' ');
      gap = FALSE;
      g_string_append_c (words, *at);
    }
}

static void
append (GString *key, char *part)
{
  gsize length = strlen (part);

  if (length > MAX_PART)
    length = (gsize) (g_utf8_find_prev_char (part, part + MAX_PART) - part);
  g_string_append_len (key, part, (gssize) length);
  g_free (part);
}

/**
 * plannr_plan_key_new:
 * @name: (nullable): a plan's name
 * @policy_number: (nullable): its policy number
 * @provider: (nullable): who provides it
 * @kind: (nullable): Plannr's word for its type
 * @sub_kind: (nullable): Plannr's word for its sub-type
 *
 * Returns: (transfer full): what a plan can be found by: the words of its name, or, where it has none,
 *   of what is shown in place of it; its policy number; and the words of all the rest
 */
char *
plannr_plan_key_new (const char *name,
                     const char *policy_number,
                     const char *provider,
                     const char *kind,
                     const char *sub_kind)
{
  g_autofree char *words = plannr_plan_key_get_words (name);
  gboolean named = *words != '\0';
  GString *key = g_string_new (NULL);

  if (named)
    append (key, g_steal_pointer (&words));
  else
    {
      append (key, plannr_plan_key_get_words (kind));
      append (key, plannr_plan_key_get_words (provider));
    }

  g_string_append_c (key, PLANNR_INDEX_BREAK);
  append (key, plannr_plan_key_get_number (policy_number));
  g_string_append_c (key, PLANNR_INDEX_BREAK);
  if (named)
    {
      append (key, plannr_plan_key_get_words (provider));
      append (key, plannr_plan_key_get_words (kind));
    }
  append (key, plannr_plan_key_get_words (sub_kind));

  return g_string_free (key, FALSE);
}

/**
 * plannr_plan_key_get_words:
 * @text: (nullable): a name, or what somebody has typed
 *
 * Returns: (transfer full): its words, folded, each with a space before it
 */
char *
plannr_plan_key_get_words (const char *text)
{
  g_autofree char *folded = plannr_fold (text);
  GString *words = g_string_new (NULL);

  for (const char *at = folded; *at != '\0';)
    {
      gsize length = strcspn (at, " ");

      append_word (words, at, length);
      at += length + strspn (at + length, " ");
    }

  return g_string_free (words, FALSE);
}

/**
 * plannr_plan_key_get_number:
 * @text: (nullable): a policy number, as people write one
 *
 * Returns: (transfer full): its letters and digits, folded, without what stands between them
 */
char *
plannr_plan_key_get_number (const char *text)
{
  g_autofree char *folded = plannr_fold (text);
  GString *number = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (is_letter (*at))
      g_string_append_c (number, *at);

  return g_string_free (number, FALSE);
}

/**
 * plannr_plan_key_get_rank:
 * @status: (nullable): Plannr's word for a plan's status
 *
 * Returns: where it stands among those that match: a proposed one after those that are active, or of
 *   which nothing else is known, an inactive one after both
 */
guint8
plannr_plan_key_get_rank (const char *status)
{
  if (g_strcmp0 (status, "proposed") == 0)
    return 1;

  return g_strcmp0 (status, "inactive") == 0 ? 2 : 0;
}
