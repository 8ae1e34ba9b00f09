/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannrMoneyVerdict:
 * @PLANNR_MONEY_EMPTY: nothing but space
 * @PLANNR_MONEY_EXACT: an amount by the locale's own convention; only then is `amount` set
 * @PLANNR_MONEY_AMBIGUOUS: none by the locale's own convention, but one or two by others: `readings`
 * @PLANNR_MONEY_MALFORMED: no amount by any convention
 * @PLANNR_MONEY_NEGATIVE: an amount below nought
 * @PLANNR_MONEY_TOO_LARGE: more than a #gint64 of minor units
 * @PLANNR_MONEY_TOO_FINE: more decimals than the currency has; `readings` holds the nearest amount
 * @PLANNR_MONEY_WRONG_CURRENCY: an amount in another currency
 *
 * What became of a text that was read as an amount.
 */
typedef enum
{
  PLANNR_MONEY_EMPTY,
  PLANNR_MONEY_EXACT,
  PLANNR_MONEY_AMBIGUOUS,
  PLANNR_MONEY_MALFORMED,
  PLANNR_MONEY_NEGATIVE,
  PLANNR_MONEY_TOO_LARGE,
  PLANNR_MONEY_TOO_FINE,
  PLANNR_MONEY_WRONG_CURRENCY,
} PlannrMoneyVerdict;

/**
 * PlannrMoneyReading:
 * @verdict: what the text is
 * @amount: the amount in minor units if the verdict is %PLANNR_MONEY_EXACT, else 0
 * @n_readings: how many amounts can be offered instead
 * @readings: those amounts, in minor units, the likeliest first
 */
typedef struct
{
  PlannrMoneyVerdict verdict;
  gint64 amount;
  guint n_readings;
  gint64 readings[2];
} PlannrMoneyReading;

PlannrMoneyReading plannr_money_read (const char *text, const char *currency, const char *locale);

G_END_DECLS
