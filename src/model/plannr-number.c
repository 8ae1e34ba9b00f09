/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-number.h"

#include "plannr-decimal.h"
#include "plannr-locale.h"

/**
 * plannr_number_format:
 * @number: a number
 * @locale: (nullable): ICU's id of a locale, %NULL for the one set for numbers
 *
 * Writes a whole number with the digits and the grouping of a locale.
 *
 * Returns: (transfer full): the text
 */
char *
plannr_number_format (gint64 number, const char *locale)
{
  g_autofree char *decimal = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  char *text;

  text =
      plannr_decimal_format (decimal, "precision-integer",
                             locale != NULL ? locale : plannr_locale_get (PLANNR_LOCALE_NUMBERS));

  return text != NULL ? text : g_steal_pointer (&decimal);
}
