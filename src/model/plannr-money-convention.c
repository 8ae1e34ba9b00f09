/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-money-convention.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* Marks that steer the direction or the breaking of a line. They are pasted along unseen. */
static gboolean
is_invisible (gunichar character)
{
  return character == 0x061c || (character >= 0x200b && character <= 0x200f)
         || (character >= 0x202a && character <= 0x202e)
         || (character >= 0x2060 && character <= 0x2069) || character == 0xfeff;
}

/**
 * plannr_money_fold:
 * @character: a character of an amount
 *
 * Makes one of all characters that mean the same in an amount: full-width forms, letters in either
 * case, the spaces, the apostrophes, the dashes.
 *
 * Returns: the character that stands for @character, 0 for one that says nothing
 */
gunichar
plannr_money_fold (gunichar character)
{
  if (is_invisible (character))
    return 0;
  if (character >= 0xff01 && character <= 0xff5e)
    character -= 0xfee0;

  switch (character)
    {
    case 0x2018: /* single quotation marks */
    case 0x2019:
    case 0x02bc: /* modifier letter apostrophe */
      return '\'';
    case 0x2010: /* hyphens and dashes */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: /* minus sign */
    case 0xfe63:
      return '-';
    case 0x3002: /* what a Japanese keyboard writes for a full stop */
    case 0xff61:
      return '.';
    case 0x3001: /* and for a comma */
    case 0xff64:
      return ',';
    case 0xffe1:
      return 0xa3; /* £ */
    case 0xffe5:
      return 0xa5; /* ¥ */
    default:
      break;
    }

  if (g_unichar_type (character) == G_UNICODE_SPACE_SEPARATOR || character == '\t')
    return ' ';

  return g_unichar_tolower (character);
}

static char *
fold (const UChar *wide, int32_t length)
{
  GString *folded = g_string_new (NULL);
  int32_t i = 0;

  while (i < length)
    {
      UChar32 character;

      U16_NEXT (wide, i, length, character);
      if (plannr_money_fold ((gunichar) character) != 0)
        g_string_append_unichar (folded, plannr_money_fold ((gunichar) character));
    }

  return g_string_free (folded, FALSE);
}

static char *
fold_name (const char *code, const char *locale, UCurrNameStyle style)
{
  UErrorCode status = U_ZERO_ERROR;
  const UChar *name;
  UChar wide[4];
  int32_t length = 0;

  u_uastrncpy (wide, code, G_N_ELEMENTS (wide));
  name = ucurr_getName (wide, locale, style, NULL, &length, &status);

  return U_SUCCESS (status) ? fold (name, length) : g_strdup ("");
}

static void
take_name (PlannrMoneyConvention *self, char *name)
{
  if (*name != '\0' && !g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL))
    g_ptr_array_add (self->names, name);
  else
    g_free (name);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a);
  gsize second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

static void
add_names (PlannrMoneyConvention *self, const char *code, const char *locale)
{
  take_name (self, g_ascii_strdown (code, -1));
  take_name (self, fold_name (code, locale, UCURR_SYMBOL_NAME));
  take_name (self, fold_name (code, locale, UCURR_NARROW_SYMBOL_NAME));
  take_name (self, fold_name (code, locale, UCURR_FORMAL_SYMBOL_NAME));
  take_name (self, fold_name (code, locale, UCURR_VARIANT_SYMBOL_NAME));
  take_name (self, fold_name (code, "root", UCURR_NARROW_SYMBOL_NAME));

  g_ptr_array_sort (self->names, compare_lengths);
}

static gboolean
holds (const gunichar *set, gunichar character)
{
  for (; *set != 0; set++)
    if (*set == character)
      return TRUE;

  return FALSE;
}

/* What a character means already, it goes on meaning. */
static void
add_symbol (PlannrMoneyConvention *self,
            UNumberFormat *format,
            UNumberFormatSymbol symbol,
            gunichar *set)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[16];
  int32_t length;
  g_autofree char *folded = NULL;
  gunichar character;

  length = unum_getSymbol (format, symbol, wide, G_N_ELEMENTS (wide), &status);
  if (U_FAILURE (status))
    return;

  folded = fold (wide, length);
  character = g_utf8_get_char (folded);
  if (character == 0 || holds (self->decimals, character) || holds (self->groups, character))
    return;

  while (*set != 0)
    set++;
  *set = character;
}

static void
add_symbols (PlannrMoneyConvention *self, const char *locale, const char *numbers)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format;
  char id[ULOC_FULLNAME_CAPACITY];

  g_strlcpy (id, locale, sizeof id);
  if (numbers != NULL)
    uloc_setKeywordValue ("numbers", numbers, id, sizeof id, &status);
  format = unum_open (UNUM_CURRENCY, NULL, 0, id, NULL, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No number format for %s: %s", id, u_errorName (status));
      return;
    }

  if (numbers == NULL)
    {
      int primary = unum_getAttribute (format, UNUM_GROUPING_SIZE);
      int secondary = unum_getAttribute (format, UNUM_SECONDARY_GROUPING_SIZE);

      self->primary = primary > 0 ? (guint) primary : 3;
      self->secondary = secondary > 0 ? (guint) secondary : self->primary;
    }

  add_symbol (self, format, UNUM_MONETARY_SEPARATOR_SYMBOL, self->decimals);
  add_symbol (self, format, UNUM_MONETARY_GROUPING_SEPARATOR_SYMBOL, self->groups);
  add_symbol (self, format, UNUM_DECIMAL_SEPARATOR_SYMBOL, self->decimals);
  add_symbol (self, format, UNUM_GROUPING_SEPARATOR_SYMBOL, self->groups);

  unum_close (format);
}

/**
 * plannr_money_convention_new:
 * @currency: a currency's ISO 4217 code
 * @locale: ICU's id of a locale
 *
 * Asks ICU how amounts are written in a locale: in its usual digits first of all, but in Latin digits
 * and in those of its script, too, for people mix them (Latin ones in Egypt).
 *
 * Returns: (transfer full): the convention
 */
PlannrMoneyConvention *
plannr_money_convention_new (const char *currency, const char *locale)
{
  PlannrMoneyConvention *self;

  g_return_val_if_fail (currency != NULL, NULL);
  g_return_val_if_fail (locale != NULL, NULL);

  self = g_new0 (PlannrMoneyConvention, 1);
  self->primary = 3;
  self->secondary = 3;
  self->names = g_ptr_array_new_with_free_func (g_free);

  add_symbols (self, locale, NULL);
  add_symbols (self, locale, "latn");
  add_symbols (self, locale, "native");
  add_names (self, currency, locale);

  return self;
}

/**
 * plannr_money_convention_free:
 * @self: (transfer full): a convention
 *
 * Frees @self.
 */
void
plannr_money_convention_free (PlannrMoneyConvention *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * plannr_money_convention_is_decimal:
 * @self: a convention
 * @character: a folded character
 *
 * Tells whether the decimals come after @character.
 *
 * Returns: %TRUE if they do
 */
gboolean
plannr_money_convention_is_decimal (const PlannrMoneyConvention *self, gunichar character)
{
  return holds (self->decimals, character);
}

/**
 * plannr_money_convention_is_group:
 * @self: a convention
 * @character: a folded character
 *
 * Tells whether @character separates groups of digits.
 *
 * Returns: %TRUE if it does
 */
gboolean
plannr_money_convention_is_group (const PlannrMoneyConvention *self, gunichar character)
{
  return holds (self->groups, character);
}

/* A name may or may not come with the full stop of an abbreviation. */
static gboolean
is_called (const char *code, const char *locale, UCurrNameStyle style, const char *name)
{
  g_autofree char *sign = fold_name (code, locale, style);

  if (g_str_has_suffix (sign, "."))
    sign[strlen (sign) - 1] = '\0';

  return g_str_equal (sign, name);
}

/**
 * plannr_money_is_other_currency:
 * @name: a folded word of letters, without a full stop at its end
 * @locale: ICU's id of a locale
 *
 * Tells whether any currency is called @name, as “eur” or “kr”. One letter is no name: it is as likely
 * to be a k for thousands or a p for pence.
 *
 * Returns: %TRUE if there is such a currency
 */
gboolean
plannr_money_is_other_currency (const char *name, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes;
  const char *code;
  gboolean found = FALSE;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (locale != NULL, FALSE);

  if (g_utf8_strlen (name, -1) < 2 || strlen (name) > 32)
    return FALSE;

  codes = ucurr_openISOCurrencies (UCURR_ALL, &status);
  while (!found && U_SUCCESS (status) && (code = uenum_next (codes, NULL, &status)) != NULL)
    found = g_ascii_strcasecmp (name, code) == 0
            || is_called (code, locale, UCURR_SYMBOL_NAME, name)
            || is_called (code, locale, UCURR_NARROW_SYMBOL_NAME, name);
  uenum_close (codes);

  return found;
}
