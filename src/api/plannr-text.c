/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-text.h"

#include <string.h>

/**
 * plannr_text_is_class_name:
 * @text: a string that a server sent
 *
 * Plannr's resources may stand for what was not included by the name of a PHP class,
 * `App\Http\Resources\TagResource`: three names or more, each beginning with a capital.
 *
 * Returns: whether @text is such a name, and hence not for people
 */
gboolean
plannr_text_is_class_name (const char *text)
{
  guint n_names = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\\')
    text++;

  do
    {
      if (!g_ascii_isupper (*text))
        return FALSE;
      while (g_ascii_isalnum (*text) || *text == '_')
        text++;
      n_names++;
    }
  while (*text++ == '\\');

  return text[-1] == '\0' && n_names >= 3;
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

/**
 * plannr_text_clean:
 * @text: a string that a server sent, in valid UTF-8
 * @max: how many bytes to keep
 * @prose: whether line breaks and tabs may stay, as in something that was written in paragraphs
 *
 * Makes @text fit to be shown: control characters become spaces, and what is longer than @max
 * is cut between two characters and ends in “…”.
 *
 * Returns: (transfer full): the text
 */
char *
plannr_text_clean (const char *text, gsize max, gboolean prose)
{
  GString *clean;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_string_sized_new (MIN (strlen (text), max));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gsize length = (gsize) (g_utf8_next_char (at) - at);

      if (clean->len + length > max)
        {
          g_string_append (clean, "…");
          break;
        }

      if (is_line_break (c) || c == '\t')
        g_string_append_c (clean, !prose ? ' ' : c == '\t' ? '\t' : '\n');
      else if (g_unichar_iscntrl (c))
        {
          /* In prose a carriage return goes before a line feed, and says nothing. */
          if (!prose || c != '\r')
            g_string_append_c (clean, ' ');
        }
      else
        g_string_append_len (clean, at, (gssize) length);
    }

  return g_string_free (clean, FALSE);
}
