/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-people-key.h"

#include <string.h>

#include "plannr-fold.h"
#include "plannr-index-query.h"

/* A name that is longer than this is not searched to its end. */
#define MAX_PART 1000

static gsize
get_length (const char *text)
{
  gsize length = strlen (text);

  if (length <= MAX_PART)
    return length;

  return (gsize) (g_utf8_find_prev_char (text, text + MAX_PART) - text);
}

/* Appends the words of @text, each with a space before it. */
static void
append_words (GString *key, const char *text)
{
  g_autofree char *folded = plannr_fold (text);
  const char *end = folded + get_length (folded);
  gboolean gap = TRUE;

  for (const char *at = folded; at < end; at++)
    {
      /* O’Connor is looked for with and without it, and Ashworth-Cole by either name. */
      if (*at == '\'')
        continue;
      if (*at == ' ' || *at == '-')
        {
          gap = TRUE;
          continue;
        }
      if (gap)
        g_string_append_c (key, ' ');
      gap = FALSE;
      g_string_append_c (key, *at);
    }
}

/**
 * plannr_people_key_new:
 * @name: (nullable): a person's name
 * @email: (nullable): their e-mail address
 * @phone: (nullable): their telephone number
 *
 * Returns: (transfer full): what a person can be found by: the words of the name, each with a space
 *   before it, the e-mail address and the digits of the telephone number
 */
char *
plannr_people_key_new (const char *name, const char *email, const char *phone)
{
  GString *key = g_string_new (NULL);
  g_autofree char *folded_email = plannr_fold (email);
  g_autofree char *digits = plannr_people_key_get_digits (phone);

  append_words (key, name);
  g_string_append_c (key, PLANNR_INDEX_BREAK);
  g_string_append_len (key, folded_email, (gssize) get_length (folded_email));
  g_string_append_c (key, PLANNR_INDEX_BREAK);
  g_string_append_len (key, digits, (gssize) get_length (digits));

  return g_string_free (key, FALSE);
}

/**
 * plannr_people_key_get_digits:
 * @text: (nullable): a telephone number, as people write one
 *
 * Returns: (transfer full): its digits, Latin ones, without what stands between them; of
 *   `+44 (0)7700` without the nought, which is not dialled
 */
char *
plannr_people_key_get_digits (const char *text)
{
  g_autofree char *folded = plannr_fold (text);
  const char *nought = *folded == '+' ? strstr (folded, "(0)") : NULL;
  GString *digits = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (g_ascii_isdigit (*at) && (nought == NULL || at != nought + 1))
      g_string_append_c (digits, *at);

  return g_string_free (digits, FALSE);
}

/**
 * plannr_people_key_get_rank:
 * @kind: what sort of account somebody has
 *
 * Returns: where they stand among those who match: clients before staff before others
 */
guint8
plannr_people_key_get_rank (PlannrAccountKind kind)
{
  switch (kind)
    {
    case PLANNR_ACCOUNT_KIND_CLIENT:
      return 0;
    case PLANNR_ACCOUNT_KIND_EMPLOYEE:
      return 1;
    case PLANNR_ACCOUNT_KIND_EXTERNAL:
      return 2;
    case PLANNR_ACCOUNT_KIND_UNKNOWN:
    default:
      return 3;
    }
}
