/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-text.h"

#include <string.h>

/**
 * practice_text_fold:
 * @text: UTF-8
 *
 * Makes the form of @text that searches compare: without case, and without the accents that a
 * British keyboard lacks, as MySQL's usual collation does.
 *
 * Returns: (transfer full): the folded text
 */
char *
practice_text_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  GString *bare;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return g_ascii_strdown (text, -1);
  folded = g_utf8_casefold (decomposed, -1);

  bare = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x0300 || c > 0x036f)
        g_string_append_unichar (bare, c);
    }
  return g_string_free (bare, FALSE);
}

/**
 * practice_text_digits:
 * @text: a telephone number as a person writes it
 *
 * Keeps the digits of @text, with Britain's own prefix for +44.
 *
 * Returns: (transfer full): the digits
 */
char *
practice_text_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  if (strchr (text, '+') != NULL && g_str_has_prefix (digits->str, "44"))
    {
      g_string_erase (digits, 0, 2);
      g_string_prepend_c (digits, '0');
    }
  return g_string_free (digits, FALSE);
}

/**
 * practice_text_slug:
 * @name: a case's name
 *
 * Makes the slug that Laravel would: Latin letters, digits and single hyphens. A name in another
 * script leaves nothing.
 *
 * Returns: (transfer full): the slug, perhaps empty
 */
char *
practice_text_slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        {
          if (gap && slug->len > 0)
            g_string_append_c (slug, '-');
          gap = FALSE;
          g_string_append_c (slug, g_ascii_tolower (*p));
        }
      else if (*p == ' ' || *p == '-' || *p == '_')
        {
          gap = TRUE;
        }
    }
  return g_string_free (slug, FALSE);
}

/**
 * practice_text_format_pounds:
 * @pence: an amount in pence
 *
 * Formats @pence as £1,234.50.
 *
 * Returns: (transfer full): the text
 */
char *
practice_text_format_pounds (gint64 pence)
{
  guint64 size = pence < 0 ? (guint64) - (pence + 1) + 1 : (guint64) pence;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, size / 100);
  gsize n = strlen (digits);
  GString *text = g_string_new (pence < 0 ? "-£" : "£");

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  g_string_append_printf (text, ".%02u", (guint) (size % 100));
  return g_string_free (text, FALSE);
}

/**
 * practice_text_trim:
 * @text: UTF-8
 *
 * Cuts white space of any script from both ends, as Laravel's TrimStrings does to what comes in.
 *
 * Returns: (transfer full): the rest
 */
char *
practice_text_trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (text, (gsize) (end - text));
}

/**
 * practice_text_is_uuid:
 * @text: (nullable): what should be a UUID
 *
 * Returns: whether it has a UUID's form, in either case
 */
gboolean
practice_text_is_uuid (const char *text)
{
  return text != NULL && strlen (text) == 36 && g_uuid_string_is_valid (text);
}

/**
 * practice_text_mix:
 * @seed: any number
 *
 * The splitmix64 step: spreads @seed over all 64 bits, the same on every machine.
 *
 * Returns: the mixed number
 */
guint64
practice_text_mix (guint64 seed)
{
  seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  seed = (seed ^ (seed >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  seed = (seed ^ (seed >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return seed ^ (seed >> 31);
}

/**
 * practice_text_uuid_for:
 * @kind: what is numbered, such as "account"
 * @number: its number
 *
 * Makes a UUID of version 4's form that is the same in every run.
 *
 * Returns: (transfer full): the UUID
 */
char *
practice_text_uuid_for (const char *kind, guint64 number)
{
  guint64 high = practice_text_mix (((guint64) g_str_hash (kind) << 32) ^ number);
  guint64 low = practice_text_mix (high);

  high = (high & ~G_GUINT64_CONSTANT (0xf000)) | 0x4000;
  low = (low & G_GUINT64_CONSTANT (0x3fffffffffffffff)) | G_GUINT64_CONSTANT (0x8000000000000000);
  return g_strdup_printf ("%08x-%04x-%04x-%04x-%04x%08x", (guint) (high >> 32),
                          (guint) (high >> 16) & 0xffff, (guint) high & 0xffff, (guint) (low >> 48),
                          (guint) (low >> 32) & 0xffff, (guint) low);
}
