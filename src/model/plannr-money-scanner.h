/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-money-convention.h"

G_BEGIN_DECLS

/* Nobody writes an amount this long; a page that was pasted by mistake is not looked at. */
#define PLANNR_MONEY_MAX_BYTES 512

/**
 * PlannrMoneyScan:
 * @negative: there is a minus sign, or brackets as in accounts
 * @other_currency: a currency is named, and it is another one
 * @n_digits: how many digits there are
 * @digits: the values of the digits
 * @n_runs: how many runs of digits there are
 * @ends: for each run, how many digits there are up to its end; the first and the last may be empty
 * @separators: for each run but the last, the folded character behind it
 *
 * An amount taken apart, before anybody says what its separators mean.
 */
typedef struct
{
  gboolean negative;
  gboolean other_currency;
  guint n_digits;
  guint8 digits[PLANNR_MONEY_MAX_BYTES];
  guint n_runs;
  guint ends[PLANNR_MONEY_MAX_BYTES + 1];
  gunichar separators[PLANNR_MONEY_MAX_BYTES];
} PlannrMoneyScan;

gboolean plannr_money_scan (PlannrMoneyScan *scan,
                            const char *folded,
                            const PlannrMoneyConvention *convention,
                            const char *locale);

G_END_DECLS
