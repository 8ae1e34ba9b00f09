/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-money.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

#include "plannr-decimal.h"
#include "plannr-locale.h"

/* The currencies whose minor unit is not the hundredth part, by ISO 4217. ICU's own figures won't do:
 * they say how many decimals people care to see (none in a Lebanese pound or an Iraqi dinar), and an
 * amount in minor units would be shown a hundred or a thousand times too large by them. */
static const struct
{
  char code[4];
  guint decimals;
} minor_units[] = {
  { "BHD", 3 }, { "BIF", 0 }, { "CLF", 4 }, { "CLP", 0 }, { "DJF", 0 }, { "GNF", 0 }, { "IQD", 3 },
  { "ISK", 0 }, { "JOD", 3 }, { "JPY", 0 }, { "KMF", 0 }, { "KRW", 0 }, { "KWD", 3 }, { "LYD", 3 },
  { "OMR", 3 }, { "PYG", 0 }, { "RWF", 0 }, { "TND", 3 }, { "UGX", 0 }, { "UYI", 0 }, { "UYW", 4 },
  { "VND", 0 }, { "VUV", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "XPF", 0 },
};

static char *
to_decimal (gint64 amount, guint decimals)
{
  /* The magnitude of the least amount does not fit into a gint64. */
  guint64 magnitude = amount < 0 ? -(guint64) amount : (guint64) amount;
  g_autofree char *digits = NULL;
  gsize whole;

  digits = g_strdup_printf ("%0*" G_GINT64_MODIFIER "u", (int) decimals + 1, magnitude);
  whole = strlen (digits) - decimals;

  return g_strdup_printf ("%s%.*s%s%s", amount < 0 ? "-" : "", (int) whole, digits,
                          decimals > 0 ? "." : "", digits + whole);
}

static char *
format_decimal (gint64 amount, const char *code, const char *width, const char *locale)
{
  static const char *const precisions[] = { "precision-integer", ".0", ".00", ".000", ".0000" };
  guint decimals = plannr_money_get_decimals (code);
  g_autofree char *decimal = to_decimal (amount, decimals);
  g_autofree char *skeleton = NULL;
  char *text;

  skeleton = g_strdup_printf ("currency/%s %s %s", code, width, precisions[decimals]);
  text = plannr_decimal_format (decimal, skeleton, locale);

  return text != NULL ? text : g_strdup_printf ("%s %s", code, decimal);
}

static char *
get_narrow_sign (const char *code, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  const UChar *sign;
  UChar wide[4];
  int32_t length = 0;

  u_uastrncpy (wide, code, G_N_ELEMENTS (wide));
  sign = ucurr_getName (wide, locale, UCURR_NARROW_SYMBOL_NAME, NULL, &length, &status);

  if (U_FAILURE (status))
    return NULL;

  return g_utf16_to_utf8 ((const gunichar2 *) sign, length, NULL, NULL, NULL);
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* A few languages have no narrow signs in ICU's data: Arabic says “UK£”, Albanian “GBP”. Where the
 * sign that all languages share has no letters, it takes their place. */
static char *
narrow_sign (char *text, const char *code, const char *locale)
{
  g_autofree char *own = get_narrow_sign (code, locale);
  g_autofree char *shared = NULL;
  const char *found;
  char *narrowed;

  if (own == NULL || !has_letter (own))
    return text;

  shared = get_narrow_sign (code, "root");
  found = strstr (text, own);
  if (shared == NULL || has_letter (shared) || found == NULL)
    return text;

  narrowed = g_strdup_printf ("%.*s%s%s", (int) (found - text), text, shared, found + strlen (own));
  g_free (text);

  return narrowed;
}

/* The space that stood beside the sign, and the marks that kept it on its side of the number, would
 * only be in the way of who edits the text. */
static char *
strip_marks (char *text)
{
  GString *plain = g_string_new (NULL);
  char *start;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_FORMAT)
      g_string_append_unichar (plain, g_utf8_get_char (p));
  g_free (text);

  while (plain->len > 0)
    {
      const char *last = g_utf8_find_prev_char (plain->str, plain->str + plain->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (plain, (gsize) (last - plain->str));
    }

  for (start = plain->str; g_unichar_isspace (g_utf8_get_char (start));)
    start = g_utf8_next_char (start);
  g_string_erase (plain, 0, start - plain->str);

  return g_string_free (plain, FALSE);
}

/**
 * plannr_money_is_currency:
 * @currency: (nullable): what may be a currency's code
 *
 * Tells whether @currency has the form of an ISO 4217 code, three letters. Whether there is such a
 * currency does not matter: one that ICU does not know is shown by its code.
 *
 * Returns: %TRUE if amounts of @currency can be shown
 */
gboolean
plannr_money_is_currency (const char *currency)
{
  return currency != NULL && strlen (currency) == 3 && g_ascii_isalpha (currency[0])
         && g_ascii_isalpha (currency[1]) && g_ascii_isalpha (currency[2]);
}

/**
 * plannr_money_get_decimals:
 * @currency: (nullable): a currency's ISO 4217 code
 *
 * Looks up how many decimals the minor unit of @currency takes, by ISO 4217.
 *
 * Returns: 2 for pounds and for currencies that are not known
 */
guint
plannr_money_get_decimals (const char *currency)
{
  if (currency != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (minor_units); i++)
      if (g_ascii_strcasecmp (currency, minor_units[i].code) == 0)
        return minor_units[i].decimals;

  return 2;
}

/**
 * plannr_money_format:
 * @amount: an amount in the currency's minor unit (pence)
 * @currency: (nullable): the currency's ISO 4217 code, which may come from a server
 * @locale: (nullable): ICU's id of a locale, %NULL for the one set for money
 *
 * Writes an amount for a person to read, with the currency's narrow sign: “£1,234.50”. Exact for
 * every @amount. May be called from any thread if @locale is given.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if @currency is no currency's code, for then
 *   nobody knows what @amount is
 */
char *
plannr_money_format (gint64 amount, const char *currency, const char *locale)
{
  g_autofree char *code = NULL;

  if (!plannr_money_is_currency (currency))
    return NULL;
  if (locale == NULL)
    locale = plannr_locale_get (PLANNR_LOCALE_MONEY);

  code = g_ascii_strup (currency, -1);

  return narrow_sign (format_decimal (amount, code, "unit-width-narrow", locale), code, locale);
}

/**
 * plannr_money_format_plain:
 * @amount: an amount in the currency's minor unit (pence)
 * @currency: (nullable): the currency's ISO 4217 code
 * @locale: (nullable): ICU's id of a locale, %NULL for the one set for money
 *
 * Writes an amount for an entry, as a person would type it there: “1,234.50”. plannr_money_read()
 * reads it back.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if @currency is no currency's code
 */
char *
plannr_money_format_plain (gint64 amount, const char *currency, const char *locale)
{
  g_autofree char *code = NULL;

  if (!plannr_money_is_currency (currency))
    return NULL;
  if (locale == NULL)
    locale = plannr_locale_get (PLANNR_LOCALE_MONEY);

  code = g_ascii_strup (currency, -1);

  return strip_marks (format_decimal (amount, code, "unit-width-hidden", locale));
}
