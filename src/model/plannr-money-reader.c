/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-money-reader.h"

#include <string.h>

#include "plannr-locale.h"
#include "plannr-money-convention.h"
#include "plannr-money-scanner.h"
#include "plannr-money.h"

/* One way of reading what was scanned. */
typedef struct
{
  gboolean own;       /* it is the locale's */
  gboolean possible;  /* it is somebody's */
  gboolean too_fine;  /* there are more decimals than the currency has */
  gboolean exact;     /* but they are all noughts */
  gboolean too_large; /* it is no gint64 */
  gint64 amount;      /* the nearest one, if it is too fine */
} Way;

static gboolean
may_be_decimal (gunichar separator)
{
  return separator == '.' || separator == ',' || separator == 0xb7 || separator == 0x60c
         || separator == 0x66b;
}

static gboolean
may_be_group (gunichar separator)
{
  return separator == '.' || separator == ',' || separator == '\'' || separator == ' '
         || separator == 0x60c || separator == 0x66c;
}

static guint
run_length (const PlannrMoneyScan *scan, guint run)
{
  return run == 0 ? scan->ends[0] : scan->ends[run] - scan->ends[run - 1];
}

/* Whether the first @n_runs runs are groups of a whole number. Nobody groups a number that begins
 * with a group of noughts, so `0.500` is no five hundred. */
static gboolean
fit_groups (const PlannrMoneyScan *scan, guint n_runs, guint primary, guint secondary)
{
  gboolean nought = TRUE;

  if (n_runs == 1)
    return TRUE;

  for (guint i = 0; i < scan->ends[0]; i++)
    nought = nought && scan->digits[i] == 0;

  if (nought || run_length (scan, 0) > secondary || run_length (scan, n_runs - 1) != primary)
    return FALSE;

  for (guint i = 1; i < n_runs - 1; i++)
    if (run_length (scan, i) != secondary)
      return FALSE;

  return TRUE;
}

static gboolean
same_separators (const PlannrMoneyScan *scan, guint n_runs)
{
  for (guint i = 1; i + 1 < n_runs; i++)
    if (scan->separators[i] != scan->separators[0])
      return FALSE;

  return TRUE;
}

static gboolean
push_digit (guint64 *amount, guint digit)
{
  if (*amount > ((guint64) G_MAXINT64 - digit) / 10)
    return FALSE;

  *amount = *amount * 10 + digit;

  return TRUE;
}

/* Adds up the amount, the first @n_whole runs being its whole units. */
static void
add_up (Way *way, const PlannrMoneyScan *scan, guint n_whole, guint decimals)
{
  guint point = scan->ends[n_whole - 1];
  guint64 amount = 0;

  for (guint i = 0; i < point + decimals; i++)
    if (!push_digit (&amount, i < scan->n_digits ? scan->digits[i] : 0))
      way->too_large = TRUE;

  way->exact = TRUE;
  for (guint i = point + decimals; i < scan->n_digits; i++)
    {
      way->too_fine = TRUE;
      way->exact = way->exact && scan->digits[i] == 0;
    }

  if (way->too_fine && scan->digits[point + decimals] >= 5)
    {
      if (amount == G_MAXINT64)
        way->too_large = TRUE;
      else
        amount++;
    }

  way->amount = way->too_large ? 0 : (gint64) amount;
}

/* Reads all separators as those of groups. */
static Way
read_whole (const PlannrMoneyScan *scan, const PlannrMoneyConvention *convention, guint decimals)
{
  guint n_runs = scan->n_runs;
  gunichar group = n_runs > 1 ? scan->separators[0] : 0;
  Way way = { 0 };

  if (!same_separators (scan, n_runs))
    return way;

  way.own = n_runs == 1
            || (plannr_money_convention_is_group (convention, group)
                && fit_groups (scan, n_runs, convention->primary, convention->secondary));
  way.possible = way.own
                 || (may_be_group (group)
                     && (fit_groups (scan, n_runs, 3, 3) || fit_groups (scan, n_runs, 3, 2)));
  if (way.possible)
    add_up (&way, scan, n_runs, decimals);

  return way;
}

/* Reads the last separator as that of the decimals. */
static Way
read_decimals (const PlannrMoneyScan *scan, const PlannrMoneyConvention *convention, guint decimals)
{
  guint n_whole = scan->n_runs - 1;
  gunichar point, group;
  Way way = { 0 };

  if (n_whole == 0)
    return way;

  point = scan->separators[n_whole - 1];
  group = n_whole > 1 ? scan->separators[0] : 0;
  if (group == point || !same_separators (scan, n_whole))
    return way;

  way.own = plannr_money_convention_is_decimal (convention, point)
            && (group == 0 || plannr_money_convention_is_group (convention, group))
            && fit_groups (scan, n_whole, convention->primary, convention->secondary);
  way.possible = way.own
                 || (may_be_decimal (point) && (group == 0 || may_be_group (group))
                     && (fit_groups (scan, n_whole, 3, 3) || fit_groups (scan, n_whole, 3, 2)));
  if (way.possible)
    add_up (&way, scan, n_whole, decimals);

  return way;
}

static void
offer (PlannrMoneyReading *reading, const Way *way)
{
  if (way->possible && !way->too_large
      && (reading->n_readings == 0 || reading->readings[0] != way->amount))
    reading->readings[reading->n_readings++] = way->amount;
}

static PlannrMoneyReading
settle (const Way *way)
{
  PlannrMoneyReading reading = { .verdict = PLANNR_MONEY_EXACT, .amount = way->amount };

  if (way->too_large)
    reading.verdict = PLANNR_MONEY_TOO_LARGE;

  return reading;
}

static PlannrMoneyReading
weigh (const Way *whole, const Way *decimals)
{
  PlannrMoneyReading reading = { .verdict = PLANNR_MONEY_MALFORMED };

  if (whole->own)
    return settle (whole);
  if (decimals->own && (!decimals->too_fine || (!whole->possible && decimals->exact)))
    return settle (decimals);

  /* `1,2345` in English: by no convention an amount in pounds. */
  if (!whole->possible && !decimals->own && (!decimals->possible || decimals->too_fine))
    return reading;

  offer (&reading, whole);
  offer (&reading, decimals);

  if (reading.n_readings == 0)
    reading.verdict = PLANNR_MONEY_TOO_LARGE;
  else if (!whole->possible && decimals->own)
    reading.verdict = PLANNR_MONEY_TOO_FINE;
  else
    reading.verdict = PLANNR_MONEY_AMBIGUOUS;

  return reading;
}

/* Returns NULL if there is too much of it, or if it is not UTF-8. */
static char *
fold (const char *text)
{
  gsize length = strnlen (text, PLANNR_MONEY_MAX_BYTES + 1);
  GString *folded;

  if (length > PLANNR_MONEY_MAX_BYTES || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;

  folded = g_string_sized_new (length);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = plannr_money_fold (g_utf8_get_char (p));

      if (character != 0)
        g_string_append_unichar (folded, character);
    }

  g_strstrip (folded->str);

  return g_string_free (folded, FALSE);
}

/* It takes ICU longer to say how amounts are written than to read one, and it always says the same. */
static const PlannrMoneyConvention *
get_convention (const char *currency, const char *locale)
{
  static GMutex mutex;
  static GHashTable *conventions = NULL;
  g_autofree char *key = g_strconcat (locale, " ", currency, NULL);
  PlannrMoneyConvention *convention = NULL;

  g_mutex_lock (&mutex);
  if (conventions == NULL)
    conventions = g_hash_table_new (g_str_hash, g_str_equal);
  convention = g_hash_table_lookup (conventions, key);
  if (convention == NULL)
    {
      convention = plannr_money_convention_new (currency, locale);
      g_hash_table_insert (conventions, g_steal_pointer (&key), convention);
    }
  g_mutex_unlock (&mutex);

  return convention;
}

/**
 * plannr_money_read:
 * @text: (nullable): what a person typed or pasted
 * @currency: the ISO 4217 code of the currency that it is an amount of
 * @locale: (nullable): ICU's id of a locale, %NULL for the one set for money
 *
 * Reads an amount, without ever guessing: what is none by the convention of the locale, but could be
 * one by another's, comes back as %PLANNR_MONEY_AMBIGUOUS with the amounts that it could be.
 *
 * Besides digits of any one script (Latin ones in Egypt, full-width ones in Japan), grouped or not, it
 * takes the currency's sign or code before or behind them, a leading `+`, `.5`, `5.` and, with the
 * locale's own decimal point, `5.-`. Any space is as good as another, and so is any apostrophe; marks
 * of direction are ignored. A minus on either side and the brackets of accounts (`(5)`) make an amount
 * negative, even nought. In English `1.234` is ambiguous, for pounds have no third decimal, and it is
 * a thousand elsewhere; `1.2345` is too fine; `0.500` and `1.0000` are exact, for nobody groups digits
 * like that.
 *
 * May be called from any thread if @locale is given.
 *
 * Returns: what it is
 */
PlannrMoneyReading
plannr_money_read (const char *text, const char *currency, const char *locale)
{
  PlannrMoneyReading reading = { .verdict = PLANNR_MONEY_MALFORMED };
  const PlannrMoneyConvention *convention = NULL;
  g_autofree char *folded = NULL;
  PlannrMoneyScan scan;
  Way whole, decimals;

  g_return_val_if_fail (plannr_money_is_currency (currency), reading);

  folded = fold (text != NULL ? text : "");
  if (folded == NULL)
    return reading;
  if (*folded == '\0')
    return (PlannrMoneyReading){ .verdict = PLANNR_MONEY_EMPTY };

  if (locale == NULL)
    locale = plannr_locale_get (PLANNR_LOCALE_MONEY);
  convention = get_convention (currency, locale);
  if (strlen (folded) > PLANNR_MONEY_MAX_BYTES
      || !plannr_money_scan (&scan, folded, convention, locale))
    return reading;

  whole = read_whole (&scan, convention, plannr_money_get_decimals (currency));
  decimals = read_decimals (&scan, convention, plannr_money_get_decimals (currency));
  reading = weigh (&whole, &decimals);

  if (reading.verdict == PLANNR_MONEY_MALFORMED)
    return reading;
  if (scan.other_currency)
    return (PlannrMoneyReading){ .verdict = PLANNR_MONEY_WRONG_CURRENCY };
  if (scan.negative)
    return (PlannrMoneyReading){ .verdict = PLANNR_MONEY_NEGATIVE };

  return reading;
}
