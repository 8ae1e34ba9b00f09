/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-name.h"

/**
 * plannr_name_normalise:
 * @name: the name of a case
 *
 * A server may trim a name, fold its white space and compose its accents: the same name still.
 *
 * Returns: (transfer full): what is equal for all names that are the same
 */
char *
plannr_name_normalise (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  GString *words = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = composed != NULL ? composed : name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          gap = words->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (words, ' ');
      gap = FALSE;
      g_string_append_unichar (words, c);
    }

  return g_string_free (words, FALSE);
}
