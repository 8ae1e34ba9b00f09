/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-display-text.h"

#include <gtk/gtk.h>

#define MAX_CHARS               500

#define FIRST_STRONG_ISOLATE    "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f
         || c == 0x061c;
}

/* The blocks that Unicode keeps for scripts that are written from right to left. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

/**
 * plannr_display_text_isolate:
 * @text: (nullable): text from a server or a person, not to be trusted
 *
 * Makes @text fit to stand inside a sentence of ours, whatever its script: without controls of its
 * own, on one line, capped, and in a directional isolate where its direction may not be the window's.
 *
 * Returns: (transfer full): the text to show
 */
char *
plannr_display_text_isolate (const char *text)
{
  GString *shown = g_string_new (NULL);
  gboolean plain = gtk_widget_get_default_direction () == GTK_TEXT_DIR_LTR;
  guint n = 0;

  if (text == NULL)
    text = "";

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (n++ == MAX_CHARS)
        {
          g_string_append (shown, "…");
          break;
        }
      if (is_bidi_control (c))
        continue;
      if (is_right_to_left (c))
        plain = FALSE;
      g_string_append_unichar (shown,
                               g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }

  if (!plain)
    {
      g_string_prepend (shown, FIRST_STRONG_ISOLATE);
      g_string_append (shown, POP_DIRECTIONAL_ISOLATE);
    }

  return g_string_free (shown, FALSE);
}

/**
 * plannr_display_text_whole:
 * @text: (nullable): text from a server or a person, not to be trusted
 *
 * Makes @text fit to stand by itself: all of it, its line breaks too, without controls of its own.
 *
 * Returns: (transfer full): the text to show
 */
char *
plannr_display_text_whole (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == 0x2028 || c == 0x2029)
        g_string_append_c (shown, '\n');
      else if (c != '\r' && !is_bidi_control (c))
        g_string_append_unichar (shown, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_strstrip (g_string_free (shown, FALSE));
}

/**
 * plannr_display_text_join:
 * @separator: what stands between two parts
 * @parts: (array zero-terminated=1): the parts; empty ones are left out
 *
 * Returns: (transfer full): the parts in one line
 */
char *
plannr_display_text_join (const char *separator, const char *const *parts)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, parts[i]);
    }

  return g_string_free (joined, FALSE);
}
