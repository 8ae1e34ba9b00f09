/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-money.h"

#include <unicode/uloc.h>

#include "plannr-money-reader.h"

static const struct
{
  const char *locale;
  gint64 amount;
  const char *currency;
  const char *text;
  const char *plain;
} cases[] = {
  { "en_GB", 123456750, "GBP", "£1,234,567.50", "1,234,567.50" },
  { "en_GB", 0, "GBP", "£0.00", "0.00" },
  { "en_GB", 15099, "GBP", "£150.99", "150.99" },
  { "en_GB", -150, "GBP", "-£1.50", "-1.50" },
  { "en_GB", G_MAXINT64, "GBP", "£92,233,720,368,547,758.07", "92,233,720,368,547,758.07" },
  { "en_GB", G_MININT64, "GBP", "-£92,233,720,368,547,758.08", "-92,233,720,368,547,758.08" },
  { "en_GB", 1500, "JPY", "¥1,500", "1,500" },
  { "en_GB", 1234, "KWD", "KWD\u00a01.234", "1.234" },
  { "en_GB", 150, "ZZZ", "ZZZ\u00a01.50", "1.50" },
  { "en_GB", 1234567, "LBP", "L£12,345.67", "12,345.67" },
  { "en_GB", 123456, "USD", "$1,234.56", "1,234.56" },
  { "de_DE", 123456750, "GBP", "1.234.567,50\u00a0£", "1.234.567,50" },
  { "de_DE", 0, "GBP", "0,00\u00a0£", "0,00" },
  { "de_DE", 15099, "GBP", "150,99\u00a0£", "150,99" },
  { "de_DE", -150, "GBP", "-1,50\u00a0£", "-1,50" },
  { "de_DE", G_MAXINT64, "GBP", "92.233.720.368.547.758,07\u00a0£", "92.233.720.368.547.758,07" },
  { "de_DE", G_MININT64, "GBP", "-92.233.720.368.547.758,08\u00a0£", "-92.233.720.368.547.758,08" },
  { "de_DE", 1500, "JPY", "1.500\u00a0¥", "1.500" },
  { "de_DE", 1234, "KWD", "1,234\u00a0KWD", "1,234" },
  { "de_DE", 150, "ZZZ", "1,50\u00a0ZZZ", "1,50" },
  { "de_DE", 1234567, "LBP", "12.345,67\u00a0L£", "12.345,67" },
  { "de_DE", 123456, "USD", "1.234,56\u00a0$", "1.234,56" },
  { "de_CH", 123456750, "GBP", "£\u00a01\u2019234\u2019567.50", "1\u2019234\u2019567.50" },
  { "de_CH", 0, "GBP", "£\u00a00.00", "0.00" },
  { "de_CH", 15099, "GBP", "£\u00a0150.99", "150.99" },
  { "de_CH", -150, "GBP", "£-1.50", "-1.50" },
  { "de_CH", G_MAXINT64, "GBP", "£\u00a092\u2019233\u2019720\u2019368\u2019547\u2019758.07",
    "92\u2019233\u2019720\u2019368\u2019547\u2019758.07" },
  { "de_CH", G_MININT64, "GBP", "£-92\u2019233\u2019720\u2019368\u2019547\u2019758.08",
    "-92\u2019233\u2019720\u2019368\u2019547\u2019758.08" },
  { "de_CH", 1500, "JPY", "¥\u00a01\u2019500", "1\u2019500" },
  { "de_CH", 1234, "KWD", "KWD\u00a01.234", "1.234" },
  { "de_CH", 150, "ZZZ", "ZZZ\u00a01.50", "1.50" },
  { "de_CH", 1234567, "LBP", "L£\u00a012\u2019345.67", "12\u2019345.67" },
  { "de_CH", 123456, "USD", "$\u00a01\u2019234.56", "1\u2019234.56" },
  { "fr_FR", 123456750, "GBP", "1\u202f234\u202f567,50\u00a0£", "1\u202f234\u202f567,50" },
  { "fr_FR", 0, "GBP", "0,00\u00a0£", "0,00" },
  { "fr_FR", 15099, "GBP", "150,99\u00a0£", "150,99" },
  { "fr_FR", -150, "GBP", "-1,50\u00a0£", "-1,50" },
  { "fr_FR", G_MAXINT64, "GBP", "92\u202f233\u202f720\u202f368\u202f547\u202f758,07\u00a0£",
    "92\u202f233\u202f720\u202f368\u202f547\u202f758,07" },
  { "fr_FR", G_MININT64, "GBP", "-92\u202f233\u202f720\u202f368\u202f547\u202f758,08\u00a0£",
    "-92\u202f233\u202f720\u202f368\u202f547\u202f758,08" },
  { "fr_FR", 1500, "JPY", "1\u202f500\u00a0¥", "1\u202f500" },
  { "fr_FR", 1234, "KWD", "1,234\u00a0KWD", "1,234" },
  { "fr_FR", 150, "ZZZ", "1,50\u00a0ZZZ", "1,50" },
  { "fr_FR", 1234567, "LBP", "12\u202f345,67\u00a0£L", "12\u202f345,67" },
  { "fr_FR", 123456, "USD", "1\u202f234,56\u00a0$", "1\u202f234,56" },
  { "ar_EG", 123456750, "GBP", "\u200f١٬٢٣٤٬٥٦٧٫٥٠\u00a0£", "١٬٢٣٤٬٥٦٧٫٥٠" },
  { "ar_EG", 0, "GBP", "\u200f٠٫٠٠\u00a0£", "٠٫٠٠" },
  { "ar_EG", 15099, "GBP", "\u200f١٥٠٫٩٩\u00a0£", "١٥٠٫٩٩" },
  { "ar_EG", -150, "GBP", "\u061c-\u200f١٫٥٠\u00a0£", "-١٫٥٠" },
  { "ar_EG", G_MAXINT64, "GBP", "\u200f٩٢٬٢٣٣٬٧٢٠٬٣٦٨٬٥٤٧٬٧٥٨٫٠٧\u00a0£",
    "٩٢٬٢٣٣٬٧٢٠٬٣٦٨٬٥٤٧٬٧٥٨٫٠٧" },
  { "ar_EG", G_MININT64, "GBP", "\u061c-\u200f٩٢٬٢٣٣٬٧٢٠٬٣٦٨٬٥٤٧٬٧٥٨٫٠٨\u00a0£",
    "-٩٢٬٢٣٣٬٧٢٠٬٣٦٨٬٥٤٧٬٧٥٨٫٠٨" },
  { "ar_EG", 1500, "JPY", "\u200f١٬٥٠٠\u00a0¥", "١٬٥٠٠" },
  { "ar_EG", 1234, "KWD", "\u200f١٫٢٣٤\u00a0د.ك.\u200f", "١٫٢٣٤" },
  { "ar_EG", 150, "ZZZ", "\u200f١٫٥٠\u00a0ZZZ", "١٫٥٠" },
  { "ar_EG", 1234567, "LBP", "\u200f١٢٬٣٤٥٫٦٧\u00a0L£", "١٢٬٣٤٥٫٦٧" },
  { "ar_EG", 123456, "USD", "\u200f١٬٢٣٤٫٥٦\u00a0$", "١٬٢٣٤٫٥٦" },
  { "hi_IN", 123456750, "GBP", "£12,34,567.50", "12,34,567.50" },
  { "hi_IN", 0, "GBP", "£0.00", "0.00" },
  { "hi_IN", 15099, "GBP", "£150.99", "150.99" },
  { "hi_IN", -150, "GBP", "-£1.50", "-1.50" },
  { "hi_IN", G_MAXINT64, "GBP", "£92,23,37,20,36,85,47,758.07", "92,23,37,20,36,85,47,758.07" },
  { "hi_IN", G_MININT64, "GBP", "-£92,23,37,20,36,85,47,758.08", "-92,23,37,20,36,85,47,758.08" },
  { "hi_IN", 1500, "JPY", "¥1,500", "1,500" },
  { "hi_IN", 1234, "KWD", "KWD\u00a01.234", "1.234" },
  { "hi_IN", 150, "ZZZ", "ZZZ\u00a01.50", "1.50" },
  { "hi_IN", 1234567, "LBP", "L£12,345.67", "12,345.67" },
  { "hi_IN", 123456, "USD", "$1,234.56", "1,234.56" },
  { "ja_JP", 123456750, "GBP", "£1,234,567.50", "1,234,567.50" },
  { "ja_JP", 0, "GBP", "£0.00", "0.00" },
  { "ja_JP", 15099, "GBP", "£150.99", "150.99" },
  { "ja_JP", -150, "GBP", "-£1.50", "-1.50" },
  { "ja_JP", G_MAXINT64, "GBP", "£92,233,720,368,547,758.07", "92,233,720,368,547,758.07" },
  { "ja_JP", G_MININT64, "GBP", "-£92,233,720,368,547,758.08", "-92,233,720,368,547,758.08" },
  { "ja_JP", 1500, "JPY", "￥1,500", "1,500" },
  { "ja_JP", 1234, "KWD", "KWD\u00a01.234", "1.234" },
  { "ja_JP", 150, "ZZZ", "ZZZ\u00a01.50", "1.50" },
  { "ja_JP", 1234567, "LBP", "L£12,345.67", "12,345.67" },
  { "ja_JP", 123456, "USD", "$1,234.56", "1,234.56" },
};

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *plain = NULL;

      text = plannr_money_format (cases[i].amount, cases[i].currency, cases[i].locale);
      g_assert_cmpstr (text, ==, cases[i].text);
      plain = plannr_money_format_plain (cases[i].amount, cases[i].currency, cases[i].locale);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_currencies (void)
{
  g_autofree char *lower = plannr_money_format (150, "gbp", "en_GB");
  g_autofree char *unknown = plannr_money_format (150, "ZZZ", "en_GB");
  g_autofree char *albanian = plannr_money_format (150, "GBP", "sq_AL");

  g_assert_cmpstr (lower, ==, "£1.50");
  g_assert_cmpstr (unknown, ==, "ZZZ\u00a01.50");
  g_assert_cmpstr (albanian, ==, "1,50\u00a0£");

  g_assert_cmpuint (plannr_money_get_decimals ("GBP"), ==, 2);
  g_assert_cmpuint (plannr_money_get_decimals ("jpy"), ==, 0);
  g_assert_cmpuint (plannr_money_get_decimals ("KWD"), ==, 3);
  g_assert_cmpuint (plannr_money_get_decimals ("CLF"), ==, 4);
  g_assert_cmpuint (plannr_money_get_decimals ("ZZZ"), ==, 2);
  g_assert_cmpuint (plannr_money_get_decimals (NULL), ==, 2);
}

/* What a server may send for a currency: nothing is shown then, since nobody knows the amount. */
static void
test_no_currency (void)
{
  static const char *const codes[] = { NULL, "", "£", "GB", "GBPS", "G P", "12£", "G/P", "GB\n" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_false (plannr_money_is_currency (codes[i]));
      g_assert_null (plannr_money_format (150, codes[i], "en_GB"));
      g_assert_null (plannr_money_format_plain (150, codes[i], "en_GB"));
    }
}

static void
assert_round_trip (gint64 amount, const char *currency, const char *locale)
{
  char *texts[] = { plannr_money_format (amount, currency, locale),
                    plannr_money_format_plain (amount, currency, locale) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PlannrMoneyReading reading = plannr_money_read (texts[i], currency, locale);

      if (reading.verdict != PLANNR_MONEY_EXACT || reading.amount != amount)
        g_test_message ("%s: %" G_GINT64_FORMAT " %s as “%s”", locale, amount, currency, texts[i]);
      g_assert_cmpint (reading.verdict, ==, PLANNR_MONEY_EXACT);
      g_assert_cmpint (reading.amount, ==, amount);
      g_free (texts[i]);
    }
}

/* Of every length alike. */
static gint64
random_amount (void)
{
  guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  return (gint64) (bits >> g_test_rand_int_range (1, 64));
}

static void
test_round_trip (void)
{
  static const char *const locales[] = {
    "en_GB", "de_DE", "de_CH", "fr_FR", "ar_EG", "hi_IN", "ja_JP", "ar_MA", "bn_BD", "da_DK",
    "de_AT", "en_IN", "en_US", "es_ES", "fa_IR", "fr_CA", "fr_CH", "he_IL", "my_MM", "nb_NO",
    "nl_NL", "pl_PL", "pt_BR", "pt_PT", "sv_SE", "tr_TR", "ur_PK", "zh_CN",
  };
  static const char *const currencies[] = { "GBP", "GBP", "EUR", "JPY", "KWD" };

  for (guint i = 0; i < 200; i++)
    for (guint j = 0; j < G_N_ELEMENTS (locales); j++)
      assert_round_trip (random_amount (), currencies[i % G_N_ELEMENTS (currencies)], locales[j]);
}

/* The machine that it runs on may be set to any locale that there is. */
static void
test_round_trip_everywhere (void)
{
  static const gint64 amounts[] = { 0, 5, 12345678, G_MAXINT64 };

  for (int i = 0; i < uloc_countAvailable (); i++)
    for (guint j = 0; j < G_N_ELEMENTS (amounts); j++)
      assert_round_trip (amounts[j], "GBP", uloc_getAvailable (i));
}

static gpointer
format_in_thread (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      const char currency[] = { 'Q', (char) ('A' + i % 26), (char) ('A' + i % 7), '\0' };
      g_autofree char *pounds = plannr_money_format (GPOINTER_TO_INT (data), "GBP", "en_GB");
      g_autofree char *others = plannr_money_format (150, currency, "en_GB");
      g_autofree char *expected = g_strdup_printf ("%s\u00a01.50", currency);

      g_assert_cmpstr (pounds, ==, "£150.99");
      g_assert_cmpstr (others, ==, expected);
    }

  return NULL;
}

/* More currencies than are kept, in several threads at once. */
static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("format", format_in_thread, GINT_TO_POINTER (15099));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/money/format", test_format);
  g_test_add_func ("/plannr/money/currencies", test_currencies);
  g_test_add_func ("/plannr/money/no-currency", test_no_currency);
  g_test_add_func ("/plannr/money/round-trip", test_round_trip);
  g_test_add_func ("/plannr/money/round-trip-everywhere", test_round_trip_everywhere);
  g_test_add_func ("/plannr/money/threads", test_threads);

  return g_test_run ();
}
