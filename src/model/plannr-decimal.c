/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-decimal.h"

#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

/* A formatter costs some 20 µs and 10 KB. A person meets two or three; a server could name thousands
 * of currencies, so the cache starts afresh when it is full. */
#define MAX_FORMATTERS 32

G_LOCK_DEFINE_STATIC (formatters);
static GHashTable *formatters;

static UNumberFormatter *
open_formatter (const char *skeleton, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter;
  UChar wide[96];

  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), NULL, skeleton, -1, &status);
  formatter = unumf_openForSkeletonAndLocale (wide, -1, locale, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No formatter “%s” for %s: %s", skeleton, locale, u_errorName (status));
      g_clear_pointer (&formatter, unumf_close);
    }

  return formatter;
}

/* Only to be called under the lock. */
static UNumberFormatter *
find_formatter (const char *skeleton, const char *locale)
{
  g_autofree char *key = g_strconcat (locale, "/", skeleton, NULL);
  UNumberFormatter *formatter;

  if (formatters == NULL)
    formatters =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) unumf_close);

  formatter = g_hash_table_lookup (formatters, key);
  if (formatter != NULL)
    return formatter;

  formatter = open_formatter (skeleton, locale);
  if (formatter == NULL)
    return NULL;

  if (g_hash_table_size (formatters) >= MAX_FORMATTERS)
    g_hash_table_remove_all (formatters);
  g_hash_table_insert (formatters, g_steal_pointer (&key), formatter);

  return formatter;
}

/**
 * plannr_decimal_format:
 * @decimal: a decimal number of any length, as `-1234.50`
 * @skeleton: what ICU shall make of it, in its language of number skeletons
 * @locale: ICU's id of the locale
 *
 * Formats a number, digit by digit: there is nothing binary on the way that could round it. May be
 * called from any thread. The first call loads ICU's data, which takes a few milliseconds.
 *
 * Returns: (transfer full) (nullable): the text, %NULL if ICU could not make it
 */
char *
plannr_decimal_format (const char *decimal, const char *skeleton, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter;
  UFormattedNumber *result = NULL;
  char *text = NULL;

  g_return_val_if_fail (decimal != NULL, NULL);
  g_return_val_if_fail (skeleton != NULL, NULL);
  g_return_val_if_fail (locale != NULL, NULL);

  G_LOCK (formatters);

  formatter = find_formatter (skeleton, locale);
  if (formatter != NULL)
    {
      UChar wide[160];
      int32_t length;

      result = unumf_openResult (&status);
      unumf_formatDecimal (formatter, decimal, -1, result, &status);
      length = unumf_resultToString (result, wide, G_N_ELEMENTS (wide), &status);
      if (U_SUCCESS (status))
        text = g_utf16_to_utf8 ((const gunichar2 *) wide, length, NULL, NULL, NULL);
      else
        g_warning ("Could not format %s for %s: %s", decimal, locale, u_errorName (status));
      unumf_closeResult (result);
    }

  G_UNLOCK (formatters);

  return text;
}
