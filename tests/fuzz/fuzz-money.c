/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-fuzz"

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "plannr-money-reader.h"
#include "plannr-money-scanner.h"
#include "plannr-money.h"

/* What a person might type or paste as an amount. The first letter says in which country: A is the
 * first one of the list. */

static const struct
{
  const char *locale;
  const char *currency;
} places[] = {
  { "en_GB", "GBP" }, { "de_DE", "GBP" },      { "de_CH", "GBP" },       { "fr_FR", "GBP" },
  { "ar_EG", "GBP" }, { "hi_IN", "GBP" },      { "ja_JP", "GBP" },       { "en_GB", "JPY" },
  { "ar_EG", "KWD" }, { "fr_CH", "CLF" },      { "hi_IN", "INR" },       { "fa_IR", "EUR" },
  { "pt_PT", "EUR" }, { "sr_Latn_RS", "USD" }, { "en_US_POSIX", "XXX" }, { "root", "ZZZ" },
};

static void
assert_amount (const char *text, gint64 amount, guint place)
{
  PlannrMoneyReading reading =
      plannr_money_read (text, places[place].currency, places[place].locale);

  g_assert_cmpint (reading.verdict, ==, PLANNR_MONEY_EXACT);
  g_assert_cmpint (reading.amount, ==, amount);
}

/* What the entry shows of an amount is that amount. */
static void
check_amount (gint64 amount, guint place)
{
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (amount, >=, 0);

  plain = plannr_money_format_plain (amount, places[place].currency, places[place].locale);
  assert_amount (plain, amount, place);

  text = plannr_money_format (amount, places[place].currency, places[place].locale);
  assert_amount (text, amount, place);
}

static void
check_readings (const PlannrMoneyReading *reading, guint place)
{
  switch (reading->verdict)
    {
    case PLANNR_MONEY_AMBIGUOUS:
      g_assert_cmpuint (reading->n_readings, >=, 1);
      g_assert_cmpuint (reading->n_readings, <=, 2);
      break;
    case PLANNR_MONEY_TOO_FINE:
      g_assert_cmpuint (reading->n_readings, ==, 1);
      break;
    default:
      g_assert_cmpuint (reading->n_readings, ==, 0);
      break;
    }

  for (guint i = 0; i < reading->n_readings; i++)
    check_amount (reading->readings[i], place);
  if (reading->n_readings == 2)
    g_assert_cmpint (reading->readings[0], !=, reading->readings[1]);
}

/* Space around an amount says nothing. */
static void
check_spaced (const char *text, const PlannrMoneyReading *reading, guint place)
{
  g_autofree char *spaced = g_strdup_printf (" \t%s\n", text);
  PlannrMoneyReading again;

  if (strlen (spaced) > PLANNR_MONEY_MAX_BYTES)
    return;

  again = plannr_money_read (spaced, places[place].currency, places[place].locale);
  g_assert_cmpint (again.verdict, ==, reading->verdict);
  g_assert_cmpint (again.amount, ==, reading->amount);
  g_assert_cmpuint (again.n_readings, ==, reading->n_readings);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  guint place = size > 0 ? (guint) (data[0] - 'A') % G_N_ELEMENTS (places) : 0;
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data + 1, size - 1) : g_strdup ("");
  PlannrMoneyReading reading =
      plannr_money_read (text, places[place].currency, places[place].locale);

  if (reading.verdict == PLANNR_MONEY_EXACT)
    check_amount (reading.amount, place);
  else
    g_assert_cmpint (reading.amount, ==, 0);

  check_readings (&reading, place);
  check_spaced (text, &reading, place);

  return 0;
}
