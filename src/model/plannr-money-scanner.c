/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-money-scanner.h"

#include <string.h>

typedef struct
{
  const char *at;                          /* (unowned) */
  const PlannrMoneyConvention *convention; /* (unowned) */
  const char *locale;                      /* (unowned) */
  PlannrMoneyScan *scan;                   /* (unowned) */
  gboolean has_sign;
  gboolean bracketed;
} Scanner;

static gboolean
is_separator (const PlannrMoneyConvention *convention, gunichar character)
{
  switch (character)
    {
    case '.':
    case ',':
    case '\'':
    case ' ':
    case 0xb7:  /* middle dot, the decimal point of old pounds */
    case 0x60c: /* Arabic comma */
    case 0x66b: /* Arabic decimal separator */
    case 0x66c: /* Arabic thousands separator */
      return TRUE;
    default:
      return plannr_money_convention_is_decimal (convention, character)
             || plannr_money_convention_is_group (convention, character);
    }
}

static gboolean
is_currency_sign (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_of_a_name (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character)
         || is_currency_sign (character);
}

static void
skip_spaces (Scanner *self)
{
  self->at += strspn (self->at, " ");
}

static gboolean
take (Scanner *self, char character)
{
  if (*self->at != character)
    return FALSE;

  self->at++;

  return TRUE;
}

/* A full stop may end an abbreviated name. Right before a digit it may as well begin decimals, and
 * `Rs.500` is 500 or a half: such a name is not taken. */
static gboolean
take_full_stop (const char **end)
{
  if (**end != '.')
    return TRUE;

  (*end)++;

  return !g_unichar_isdigit (g_utf8_get_char (*end));
}

static gboolean
take_own_currency (Scanner *self)
{
  for (guint i = 0; i < self->convention->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->convention->names, i);
      gunichar last = g_utf8_get_char (g_utf8_find_prev_char (name, name + strlen (name)));
      const char *end;

      if (!g_str_has_prefix (self->at, name))
        continue;

      end = self->at + strlen (name);
      /* `£E` is another one, `££` is none. */
      if (is_of_a_name (g_utf8_get_char (end)) && !g_str_has_prefix (end, name))
        continue;
      if (g_unichar_isalpha (last) && !take_full_stop (&end))
        continue;

      self->at = end;
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_other_currency (Scanner *self)
{
  const char *end = self->at;
  g_autofree char *name = NULL;
  gboolean has_sign = FALSE;

  while (is_of_a_name (g_utf8_get_char (end))
         || (*end == '.' && end > self->at && is_of_a_name (g_utf8_get_char (end + 1))))
    {
      has_sign = has_sign || is_currency_sign (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }

  name = g_strndup (self->at, (gsize) (end - self->at));
  if (g_ptr_array_find_with_equal_func (self->convention->names, name, g_str_equal, NULL)
      || (!has_sign && !plannr_money_is_other_currency (name, self->locale)))
    return FALSE;

  if (!has_sign && *end == '.')
    end++;
  self->at = end;
  self->scan->other_currency = TRUE;

  return TRUE;
}

static gboolean
take_currency (Scanner *self)
{
  gboolean taken = take_own_currency (self) || take_other_currency (self);

  skip_spaces (self);

  return taken;
}

static void
take_leading_sign (Scanner *self)
{
  if (self->has_sign)
    return;

  self->bracketed = take (self, '(');
  self->scan->negative = self->bracketed || take (self, '-');
  self->has_sign = self->scan->negative || take (self, '+');
  skip_spaces (self);
}

static void
take_trailing_sign (Scanner *self)
{
  if (self->bracketed && take (self, ')'))
    self->bracketed = FALSE;
  else if (!self->has_sign && take (self, '-'))
    self->has_sign = self->scan->negative = TRUE;

  skip_spaces (self);
}

/* `5,-` and `5.–` are five with no pence, in German and its neighbours. */
static void
take_dash_for_nought (Scanner *self)
{
  PlannrMoneyScan *scan = self->scan;
  gboolean ends_in_point;

  ends_in_point = scan->n_runs > 1 && scan->ends[scan->n_runs - 2] == scan->n_digits
                  && (self->at[-1] == '.' || self->at[-1] == ',');
  if (ends_in_point && take (self, '-'))
    take (self, '-');
}

/* The digits of one amount are of one script. */
static gboolean
take_digits (Scanner *self)
{
  PlannrMoneyScan *scan = self->scan;
  gunichar nought = 0;

  for (;;)
    {
      gunichar character = g_utf8_get_char (self->at);

      if (g_unichar_isdigit (character))
        {
          guint value = (guint) g_unichar_digit_value (character);

          if (nought != 0 && nought != character - value)
            return FALSE;

          nought = character - value;
          scan->digits[scan->n_digits++] = (guint8) value;
        }
      else if (is_separator (self->convention, character))
        {
          scan->separators[scan->n_runs] = character;
          scan->ends[scan->n_runs++] = scan->n_digits;
        }
      else
        break;

      self->at = g_utf8_next_char (self->at);
    }

  /* Spaces behind the amount are no separators. */
  while (scan->n_runs > 0 && scan->separators[scan->n_runs - 1] == ' '
         && scan->ends[scan->n_runs - 1] == scan->n_digits)
    scan->n_runs--;

  scan->ends[scan->n_runs++] = scan->n_digits;

  return scan->n_digits > 0;
}

/**
 * plannr_money_scan:
 * @scan: (out caller-allocates): the parts of the amount
 * @folded: a text of at most %PLANNR_MONEY_MAX_BYTES, folded by plannr_money_fold()
 * @convention: how amounts are written
 * @locale: ICU's id of the locale, for the names of other currencies
 *
 * Takes a text apart: a sign and a currency, each before the digits or behind them, and the digits
 * with what stands between them.
 *
 * Returns: %FALSE if there is anything else in the text
 */
gboolean
plannr_money_scan (PlannrMoneyScan *scan,
                   const char *folded,
                   const PlannrMoneyConvention *convention,
                   const char *locale)
{
  Scanner self = { .at = folded, .convention = convention, .locale = locale, .scan = scan };
  gboolean named;

  g_return_val_if_fail (scan != NULL, FALSE);
  g_return_val_if_fail (folded != NULL && strlen (folded) <= PLANNR_MONEY_MAX_BYTES, FALSE);
  g_return_val_if_fail (convention != NULL, FALSE);

  scan->negative = scan->other_currency = FALSE;
  scan->n_digits = scan->n_runs = 0;

  skip_spaces (&self);
  take_leading_sign (&self);
  take_currency (&self);
  take_leading_sign (&self);

  if (!take_digits (&self))
    return FALSE;

  take_dash_for_nought (&self);
  skip_spaces (&self);
  named = take_currency (&self);
  take_trailing_sign (&self);
  if (!named)
    take_currency (&self);

  return *self.at == '\0' && !self.bracketed;
}
