/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-fold.h"

/**
 * plannr_fold:
 * @text: (nullable): a text, as a person or Plannr wrote it
 *
 * Makes equal what people hold for equal when they search: capitals and small letters, letters with
 * and without an accent, wide and narrow forms, and any space.
 *
 * What is kept is kept folded: a change here needs a new version of the cache.
 *
 * Returns: (transfer full): the words of @text, with one space between them and none around them
 */
char *
plannr_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *parts = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) result = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isspace (letter))
        gap = TRUE;
      else if (!g_unichar_ismark (letter))
        {
          if (gap && result->len > 0)
            g_string_append_c (result, ' ');
          gap = FALSE;
          g_string_append_unichar (result, letter);
        }
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}
