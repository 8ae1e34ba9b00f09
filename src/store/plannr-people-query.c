/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-people-query.h"

#include <string.h>

#include "plannr-fold.h"
#include "plannr-people-key.h"

/* A country's code has so many digits. */
#define MAX_COUNTRY 3

/* Fewer digits than this, after what may be left out, say nothing. */
#define MIN_DIGITS  4

/* The same as what a key has in place of a name; an e-mail address stays whole. */
static void
add_words (PlannrIndexQuery *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (words[i]);
      g_auto (GStrv) parts = NULL;

      g_string_replace (word, "'", "", 0);
      if (strchr (word->str, '@') == NULL)
        parts = g_strsplit (word->str, "-", -1);
      else
        parts = g_strsplit (word->str, " ", 1);
      for (guint j = 0; parts[j] != NULL; j++)
        plannr_index_query_add_word (self, parts[j]);
    }
}

static gboolean
is_telephone (const char *folded)
{
  return folded[strspn (folded, "0123456789+-()./ ")] == '\0'
         && strpbrk (folded, "0123456789") != NULL;
}

/* A number may be kept as it is dialled at home or from abroad, and be typed the other way. All the
 * ways to write it have its last digits in common. */
static void
add_numbers (PlannrIndexQuery *self, const char *folded)
{
  g_autofree char *digits = plannr_people_key_get_digits (folded);
  gboolean abroad = *folded == '+' || g_str_has_prefix (digits, "00");
  const char *rest = digits + strspn (digits, "0");

  plannr_index_query_add_way (self, digits, digits);
  if (rest > digits && strlen (rest) >= MIN_DIGITS)
    plannr_index_query_add_way (self, rest, rest);
  for (guint i = 0; abroad && i < MAX_COUNTRY && *rest != '\0'; i++)
    if (strlen (++rest) >= MIN_DIGITS)
      {
        g_autofree char *at_home = g_strconcat ("0", rest, NULL);

        plannr_index_query_add_way (self, at_home, rest);
      }
}

/**
 * plannr_people_query_new:
 * @text: what was typed: words of a name, an e-mail address or a telephone number, or parts of them
 *
 * Returns: (transfer full): what it means among the keys of people
 */
PlannrIndexQuery *
plannr_people_query_new (const char *text)
{
  PlannrIndexQuery *self = plannr_index_query_new ();
  g_autofree char *folded = plannr_fold (text);

  if (is_telephone (folded))
    add_numbers (self, folded);
  else
    add_words (self, folded);

  return self;
}
