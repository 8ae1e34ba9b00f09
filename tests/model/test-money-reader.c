/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-money-reader.h"

typedef struct
{
  const char *locale;
  const char *text;
  gint64 amount;
} Exact;

typedef struct
{
  const char *locale;
  const char *text;
  gint64 readings[2];
} Offer;

static PlannrMoneyReading
read_pounds (const char *text, const char *locale)
{
  PlannrMoneyReading reading = plannr_money_read (text, "GBP", locale);
  g_autofree char *shown = g_strescape (text != NULL ? text : "", NULL);

  g_test_message ("%s “%s”: verdict %d, amount %" G_GINT64_FORMAT ", %u readings", locale, shown,
                  reading.verdict, reading.amount, reading.n_readings);

  return reading;
}

static void
assert_exact (const char *locale, const char *text, gint64 amount)
{
  PlannrMoneyReading reading = read_pounds (text, locale);

  g_assert_cmpint (reading.verdict, ==, PLANNR_MONEY_EXACT);
  g_assert_cmpint (reading.amount, ==, amount);
  g_assert_cmpuint (reading.n_readings, ==, 0);
}

/* A verdict other than exact holds no amount, lest somebody use it. */
static void
assert_verdict (const char *locale, const char *text, PlannrMoneyVerdict verdict)
{
  PlannrMoneyReading reading = read_pounds (text, locale);

  g_assert_cmpint (reading.verdict, ==, verdict);
  g_assert_cmpint (reading.amount, ==, 0);
  g_assert_cmpuint (reading.n_readings, ==, 0);
}

static void
assert_offers (const char *locale,
               const char *text,
               PlannrMoneyVerdict verdict,
               const gint64 *readings)
{
  PlannrMoneyReading reading = read_pounds (text, locale);

  g_assert_cmpint (reading.verdict, ==, verdict);
  g_assert_cmpint (reading.amount, ==, 0);
  g_assert_cmpuint (reading.n_readings, ==, readings[1] != 0 ? 2 : 1);
  g_assert_cmpint (reading.readings[0], ==, readings[0]);
  g_assert_cmpint (reading.readings[1], ==, readings[1]);
}

static void
test_exact (void)
{
  static const Exact cases[] = {
    { "en_GB", "1234.50", 123450 },
    { "en_GB", "1,234.50", 123450 },
    { "en_GB", "1,234,567.5", 123456750 },
    { "en_GB", "1,234", 123400 },
    { "en_GB", "12.3", 1230 },
    { "en_GB", "0", 0 },
    { "en_GB", "0.00", 0 },
    { "en_GB", "000", 0 },
    { "en_GB", "007", 700 },
    { "en_GB", "00012.50", 1250 },
    { "en_GB", "0.01", 1 },
    { "en_GB", ".5", 50 },
    { "en_GB", "5.", 500 },
    { "en_GB", "+5", 500 },
    { "en_GB", "0.500", 50 },
    { "en_GB", "1.2300000000000000000000000000", 123 },
    { "en_GB", "  1,234.50\t\n", 123450 },
    { "en_GB", "١٢٣", 12300 },
    { "en_GB", "１，２３４．５０", 123450 },
    { "de_DE", "1234,50", 123450 },
    { "de_DE", "1.234,50", 123450 },
    { "de_DE", "1.234", 123400 },
    { "de_DE", "1.234.567", 123456700 },
    { "de_DE", ",5", 50 },
    { "de_DE", "5,", 500 },
    { "de_DE", "5,-", 500 },
    { "de_DE", "5,– £", 500 },
    { "de_DE", "1.234,--", 123400 },
    { "de_CH", "1'234.50", 123450 },
    { "de_CH", "1’234.50", 123450 },
    { "de_CH", "5.–", 500 },
    { "de_AT", "1.234,50", 123450 },
    { "de_AT", "1\u00a0234,50", 123450 },
    { "fr_FR", "1 234,50", 123450 },
    { "fr_FR", "1\u00a0234,50", 123450 },
    { "fr_FR", "1\u202f234,50", 123450 },
    { "fr_FR", "£1 234,50", 123450 },
    { "fr_CH", "1 234.50", 123450 },
    { "fr_CH", "1 234,50", 123450 },
    { "es_ES", "1.234,50", 123450 },
    { "ar_EG", "١٬٢٣٤٫٥٠", 123450 },
    { "ar_EG", "١٢٣٤٫٥", 123450 },
    { "ar_EG", "1,234.50", 123450 },
    { "ar_EG", "1234.50", 123450 },
    { "ar_EG", "١,٢٣٤.٥٠", 123450 },
    { "ar_EG", "\u200f١٬٢٣٤٫٥٠\u00a0£", 123450 },
    { "ar_MA", "1.234,50", 123450 },
    { "hi_IN", "12,34,567.50", 123456750 },
    { "hi_IN", "१२,३४,५६७.५०", 123456750 },
    { "hi_IN", "1,234", 123400 },
    { "ja_JP", "1,234.50", 123450 },
    { "ja_JP", "１，２３４．５０", 123450 },
    { "ja_JP", "１２３４。５", 123450 },
    { "ja_JP", "￡５", 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_exact (cases[i].locale, cases[i].text, cases[i].amount);
}

static void
test_own_currency (void)
{
  static const Exact cases[] = {
    { "en_GB", "£1,234.50", 123450 }, { "en_GB", "£ 1,234.50", 123450 },
    { "en_GB", "1,234.50£", 123450 }, { "en_GB", "1,234.50\u00a0£", 123450 },
    { "en_GB", "GBP 5", 500 },        { "en_GB", "GBP5", 500 },
    { "en_GB", "gbp 5", 500 },        { "en_GB", "5 GBP", 500 },
    { "en_GB", "5 GBP.", 500 },       { "en_GB", "£5 GBP", 500 },
    { "en_GB", "+£5", 500 },          { "en_GB", "£+5", 500 },
    { "en_GB", "£.5", 50 },           { "en_GB", "\u2066£\u20695", 500 },
    { "fr_FR", "5 £GB", 500 },        { "fr_FR", "5 £", 500 },
    { "ar_EG", "٥ UK£", 500 },        { "ar_EG", "٥ £", 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_exact (cases[i].locale, cases[i].text, cases[i].amount);
}

static void
test_ambiguous (void)
{
  static const Offer cases[] = {
    { "en_GB", "1.234", { 123400, 123 } },
    { "en_GB", "£1.234", { 123400, 123 } },
    { "en_GB", "1.235", { 123500, 124 } },
    { "en_GB", "1.000", { 100000, 100 } },
    { "en_GB", "12.500", { 1250000, 1250 } },
    { "en_GB", "1.234,50", { 123450 } },
    { "en_GB", "1.234.567", { 123456700 } },
    { "en_GB", "1,23", { 123 } },
    { "en_GB", "1,2", { 120 } },
    { "en_GB", "0,50", { 50 } },
    { "en_GB", ",5", { 50 } },
    { "en_GB", "5,", { 500 } },
    { "en_GB", "5,-", { 500 } },
    { "en_GB", "1 234.50", { 123450 } },
    { "en_GB", "1 234", { 123400 } },
    { "en_GB", "£1 234,50", { 123450 } },
    { "en_GB", "1'234.50", { 123450 } },
    { "en_GB", "12,34,567.50", { 123456750 } },
    { "en_GB", "1·50", { 150 } },
    { "en_GB", "١٬٢٣٤٫٥٠", { 123450 } },
    { "en_GB", "92.233.720.368.547.758,07", { G_MAXINT64 } },
    { "de_DE", "1,234", { 123400, 123 } },
    { "de_DE", "1,234.50", { 123450 } },
    { "de_DE", "12.34", { 1234 } },
    { "de_DE", "1234.50", { 123450 } },
    { "de_DE", "0.5", { 50 } },
    { "de_DE", "1 234,50", { 123450 } },
    { "de_CH", "1234,50", { 123450 } },
    { "fr_FR", "1.234", { 123400, 123 } },
    { "fr_FR", "1.234,50", { 123450 } },
    { "fr_FR", "1,234", { 123400, 123 } },
    { "ar_EG", "١،٢٣٤", { 123400, 123 } },
    { "ar_EG", "١،٥", { 150 } },
    { "ar_EG", "1.234", { 123400, 123 } },
    { "hi_IN", "1,234,567.50", { 123456750 } },
    { "hi_IN", "123,456", { 12345600, 12346 } },
    { "ja_JP", "1.234,50", { 123450 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_offers (cases[i].locale, cases[i].text, PLANNR_MONEY_AMBIGUOUS, cases[i].readings);
}

static void
test_too_fine (void)
{
  static const Offer cases[] = {
    { "en_GB", "1.2345", { 123 } },
    { "en_GB", "1.2350", { 124 } },
    { "en_GB", "0.123", { 12 } },
    { "en_GB", "1,234.567", { 123457 } },
    { "en_GB", "92233720368547758.0749", { G_MAXINT64 } },
    { "de_DE", "1,2345", { 123 } },
    { "de_DE", "1.234,567", { 123457 } },
    { "fr_FR", "1 234,567", { 123457 } },
    { "ar_EG", "١٫٢٣٤", { 123 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_offers (cases[i].locale, cases[i].text, PLANNR_MONEY_TOO_FINE, cases[i].readings);
}

static void
test_malformed (void)
{
  static const char *const texts[] = {
    "abc",      "1e5",      "1E5",    "5k",        "50p",
    "0x10",     "NaN",      "∞",      "½",         "5%",
    "²",        "Ⅳ",        "1.5.5",  "1..5",      "1,,234",
    "1,234,56", "12,34.50", "1,2345", "1,234 567", "1.234,567.50",
    "0,123",    "0.123,50", "1 23",   "1  234",    "1 2345",
    "1\n234",   "1/2",      "5_000",  "1:50",      "-",
    "--",       "--5",      "-5-",    "- -5",      "(-5)",
    "(5",       "5)",       "((5))",  "()",        "+",
    "++5",      "5+",       "+-5",    ".",         ",",
    "'",        ".,",       "£",      "£.",        "-£",
    "GBP",      "££5",      "£ £5",   "5 £ £",     "GBP.50",
    "£5£5",     "1٢",       "12३",    "5 and 6",   "five",
    "#5",       "5;",       "=5",     "\"5\"",     "<b>5</b>",
    "€",        "€x",       "\xff",   "5\xc3",     "\xed\xa0\x80",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_verdict ("en_GB", texts[i], PLANNR_MONEY_MALFORMED);

  assert_verdict ("de_DE", "1.5.5", PLANNR_MONEY_MALFORMED);
  assert_verdict ("de_DE", "1.2345", PLANNR_MONEY_MALFORMED);
  assert_verdict ("fr_FR", "1 23,50", PLANNR_MONEY_MALFORMED);
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", " ", "\t\n", "\u00a0\u202f\u3000",
                                       "\u200f\u2066\u2069" };

  assert_verdict ("en_GB", NULL, PLANNR_MONEY_EMPTY);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_verdict ("en_GB", texts[i], PLANNR_MONEY_EMPTY);
}

static void
test_negative (void)
{
  static const char *const texts[] = {
    "-5",         "- 5",     "−5",      "–5",   "-£5",
    "£-5",        "£ -5.00", "5-",      "5 -",  "5.00-",
    "5- £",       "5 £-",    "(5)",     "(£5)", "£(5)",
    "(1,234.50)", "-1.234",  "-1.2345", "-0",   "-99999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_verdict ("en_GB", texts[i], PLANNR_MONEY_NEGATIVE);

  assert_verdict ("ar_EG", "\u061c-\u200f١٫٥٠\u00a0£", PLANNR_MONEY_NEGATIVE);
  assert_verdict ("de_CH", "£-1.50", PLANNR_MONEY_NEGATIVE);
  assert_verdict ("sv_SE", "−1,50 £", PLANNR_MONEY_NEGATIVE);
}

static void
test_too_large (void)
{
  g_autofree char *nines = g_strnfill (400, '9');

  assert_exact ("en_GB", "92233720368547758.07", G_MAXINT64);
  assert_exact ("en_GB", "92,233,720,368,547,758.07", G_MAXINT64);
  assert_exact ("hi_IN", "92,23,37,20,36,85,47,758.07", G_MAXINT64);

  assert_verdict ("en_GB", "92233720368547758.08", PLANNR_MONEY_TOO_LARGE);
  assert_verdict ("en_GB", "92233720368547758.075", PLANNR_MONEY_TOO_LARGE);
  assert_verdict ("en_GB", "92233720368547759", PLANNR_MONEY_TOO_LARGE);
  assert_verdict ("en_GB", "184467440737095516.16", PLANNR_MONEY_TOO_LARGE);
  assert_verdict ("en_GB", "92.233.720.368.547.758,08", PLANNR_MONEY_TOO_LARGE);
  assert_verdict ("en_GB", nines, PLANNR_MONEY_TOO_LARGE);
}

static void
test_wrong_currency (void)
{
  static const char *const texts[] = {
    "€5",  "5 €",     "$5",   "US$5",  "A$ 5",  "¥5",   "￥5",  "₿1", "E£5",
    "€-5", "€ 1.234", "£5 €", "EUR 5", "5 eur", "USD5", "CHF5", "5 kr", "Rs.500",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_verdict ("en_GB", texts[i], PLANNR_MONEY_WRONG_CURRENCY);

  assert_verdict ("pl_PL", "5 zł", PLANNR_MONEY_WRONG_CURRENCY);
  assert_verdict ("ar_EG", "٥ د.إ.\u200f", PLANNR_MONEY_WRONG_CURRENCY);
}

static void
test_other_decimals (void)
{
  g_assert_cmpint (plannr_money_read ("¥1,500", "JPY", "en_GB").amount, ==, 1500);
  g_assert_cmpint (plannr_money_read ("￥1,500", "JPY", "ja_JP").amount, ==, 1500);
  g_assert_cmpint (plannr_money_read ("1.00", "JPY", "en_GB").amount, ==, 1);
  g_assert_cmpint (plannr_money_read ("1.5", "JPY", "en_GB").verdict, ==, PLANNR_MONEY_TOO_FINE);
  g_assert_cmpint (plannr_money_read ("1.234", "JPY", "en_GB").verdict, ==, PLANNR_MONEY_AMBIGUOUS);
  g_assert_cmpint (plannr_money_read ("1.234", "KWD", "en_GB").amount, ==, 1234);
  g_assert_cmpint (plannr_money_read ("KWD 1.2", "KWD", "en_GB").amount, ==, 1200);
  g_assert_cmpint (plannr_money_read ("£5", "EUR", "en_GB").verdict, ==,
                   PLANNR_MONEY_WRONG_CURRENCY);
  g_assert_cmpint (plannr_money_read ("€5", "EUR", "en_GB").amount, ==, 500);
}

/* The dot that ends an abbreviation must not begin decimals. */
static void
test_abbreviations (void)
{
  g_assert_cmpint (plannr_money_read ("kr. 500", "DKK", "da_DK").amount, ==, 50000);
  g_assert_cmpint (plannr_money_read ("500 kr.", "DKK", "da_DK").amount, ==, 50000);
  g_assert_cmpint (plannr_money_read ("kr. 500", "SEK", "sv_SE").amount, ==, 50000);
  g_assert_cmpint (plannr_money_read ("Rs. 500", "LKR", "en_LK").amount, ==, 50000);
  g_assert_cmpint (plannr_money_read ("Rs.500", "LKR", "en_LK").verdict, !=, PLANNR_MONEY_EXACT);
}

static void
test_much_text (void)
{
  const gsize length = 1 << 20;
  const char *const fillings[] = { "1", " ", "1,", "€", "(", "1 ", "\xf0\x9f\x92\xb7" };
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      g_autoptr (GString) text = g_string_sized_new (length);

      while (text->len < length)
        g_string_append (text, fillings[i]);
      g_assert_cmpint (plannr_money_read (text->str, "GBP", "en_GB").verdict, ==,
                       PLANNR_MONEY_MALFORMED);
    }

  g_assert_cmpint (g_get_monotonic_time () - begun, <, 2 * G_USEC_PER_SEC);
}

/* Whatever comes, nothing but an exact reading holds an amount, and no more than two are offered. */
static void
test_random_text (void)
{
  static const char *const pieces[] = {
    "0", "1",   "23",  "456", ".", ",", " ", "'", "-", "(",      ")",      "+",  "£",
    "€", "GBP", "kr.", "٣",   "٫", "٬", "،", "·", "e", "\u200f", "\u202f", "５", "zł",
  };
  static const char *const locales[] = { "en_GB", "de_DE", "fr_FR", "ar_EG", "hi_IN" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      PlannrMoneyReading reading;

      for (int j = g_test_rand_int_range (1, 9); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      reading = plannr_money_read (text->str, "GBP", locales[i % G_N_ELEMENTS (locales)]);
      g_assert_cmpuint (reading.n_readings, <=, 2);
      g_assert_cmpint (reading.amount, >=, 0);
      if (reading.verdict != PLANNR_MONEY_EXACT)
        g_assert_cmpint (reading.amount, ==, 0);
      g_assert_cmpint (reading.n_readings > 0, ==,
                       reading.verdict == PLANNR_MONEY_AMBIGUOUS
                           || reading.verdict == PLANNR_MONEY_TOO_FINE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/money-reader/exact", test_exact);
  g_test_add_func ("/plannr/money-reader/own-currency", test_own_currency);
  g_test_add_func ("/plannr/money-reader/ambiguous", test_ambiguous);
  g_test_add_func ("/plannr/money-reader/too-fine", test_too_fine);
  g_test_add_func ("/plannr/money-reader/malformed", test_malformed);
  g_test_add_func ("/plannr/money-reader/empty", test_empty);
  g_test_add_func ("/plannr/money-reader/negative", test_negative);
  g_test_add_func ("/plannr/money-reader/too-large", test_too_large);
  g_test_add_func ("/plannr/money-reader/wrong-currency", test_wrong_currency);
  g_test_add_func ("/plannr/money-reader/other-decimals", test_other_decimals);
  g_test_add_func ("/plannr/money-reader/abbreviations", test_abbreviations);
  g_test_add_func ("/plannr/money-reader/much-text", test_much_text);
  g_test_add_func ("/plannr/money-reader/random-text", test_random_text);

  return g_test_run ();
}
