/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-locale.h"

#include <locale.h>
#include <string.h>
#include <unicode/uloc.h>

/* The language of a firm that uses Plannr, for those who have chosen none. */
#define DEFAULT_LOCALE "en_GB"

static const struct
{
  const char *modifier;
  const char *script;
} scripts[] = {
  { "arabic", "Arab" },  { "cyrillic", "Cyrl" }, { "devanagari", "Deva" },
  { "iqtelif", "Latn" }, { "latin", "Latn" },
};

static const char *
script_of (const char *modifier)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_ascii_strcasecmp (modifier, scripts[i].modifier) == 0)
      return scripts[i].script;

  return NULL;
}

/**
 * plannr_locale_from_posix:
 * @name: (nullable): a locale as setlocale() names it: `language_TERRITORY.codeset@modifier`
 *
 * Translates a locale's name for ICU. C and POSIX mean British English. Modifiers that name a script
 * (`sr_RS@latin`) or the Valencian variant are kept, all others (`@euro`) say nothing to ICU.
 *
 * Returns: ICU's id of the locale, interned
 */
const char *
plannr_locale_from_posix (const char *name)
{
  g_auto (GStrv) halves = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *id = NULL;
  const char *modifier, *script;

  if (name == NULL)
    return DEFAULT_LOCALE;

  halves = g_strsplit (name, "@", 2);
  if (halves[0] == NULL)
    return DEFAULT_LOCALE;

  halves[0][strcspn (halves[0], ".")] = '\0';
  if (g_str_equal (halves[0], "") || g_str_equal (halves[0], "C")
      || g_str_equal (halves[0], "POSIX"))
    return DEFAULT_LOCALE;

  modifier = halves[1] != NULL ? halves[1] : "";
  script = script_of (modifier);
  parts = g_strsplit (halves[0], "_", 2);

  if (script != NULL && parts[1] != NULL)
    id = g_strdup_printf ("%s_%s_%s", parts[0], script, parts[1]);
  else if (script != NULL)
    id = g_strdup_printf ("%s_%s", parts[0], script);
  else if (parts[1] != NULL && g_ascii_strcasecmp (modifier, "valencia") == 0)
    id = g_strdup_printf ("%s_VALENCIA", halves[0]);
  else
    id = g_strdup (halves[0]);

  return g_intern_string (id);
}

/**
 * plannr_locale_get:
 * @use: what the locale is for
 *
 * Looks up the locale that the process has set for @use (by setlocale(), so only in the thread that
 * may call that).
 *
 * Returns: ICU's id of the locale, interned
 */
const char *
plannr_locale_get (PlannrLocaleUse use)
{
  static const int categories[] = {
    [PLANNR_LOCALE_WORDS] = LC_MESSAGES,
    [PLANNR_LOCALE_DATES] = LC_TIME,
    [PLANNR_LOCALE_NUMBERS] = LC_NUMERIC,
    [PLANNR_LOCALE_MONEY] = LC_MONETARY,
  };

  g_return_val_if_fail (use < G_N_ELEMENTS (categories), DEFAULT_LOCALE);

  return plannr_locale_from_posix (setlocale (categories[use], NULL));
}

/**
 * plannr_locale_is_right_to_left:
 * Returns: whether the words of a window are in a language that is written from right to left
 */
gboolean
plannr_locale_is_right_to_left (void)
{
  return uloc_isRightToLeft (plannr_locale_get (PLANNR_LOCALE_WORDS));
}
