/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-locale.h"

#include <locale.h>

#include "plannr-date.h"
#include "plannr-money-reader.h"
#include "plannr-money.h"
#include "plannr-number.h"

static void
test_from_posix (void)
{
  static const struct
  {
    const char *name;
    const char *id;
  } cases[] = {
    { NULL, "en_GB" },
    { "", "en_GB" },
    { "C", "en_GB" },
    { "POSIX", "en_GB" },
    { "C.UTF-8", "en_GB" },
    { "C.utf8", "en_GB" },
    { "@euro", "en_GB" },
    { "en_GB", "en_GB" },
    { "de_DE.UTF-8", "de_DE" },
    { "de_DE@euro", "de_DE" },
    { "de_DE.ISO-8859-15@euro", "de_DE" },
    { "eo", "eo" },
    { "sr_RS@latin", "sr_Latn_RS" },
    { "sr_RS.UTF-8@latin", "sr_Latn_RS" },
    { "sr@latin", "sr_Latn" },
    { "uz_UZ@cyrillic", "uz_Cyrl_UZ" },
    { "ks_IN@devanagari", "ks_Deva_IN" },
    { "tt_RU.UTF-8@iqtelif", "tt_Latn_RU" },
    { "ca_ES@valencia", "ca_ES_VALENCIA" },
    { "aa_ER@saaho", "aa_ER" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (plannr_locale_from_posix (cases[i].name), ==, cases[i].id);
}

static void
test_is_interned (void)
{
  char name[] = "fr_FR.UTF-8";

  g_assert_true (plannr_locale_from_posix (name) == plannr_locale_from_posix ("fr_FR"));
}

static void
test_c_is_british (void)
{
  g_autoptr (GDateTime) when = plannr_date_parse ("2025-01-17T11:18:00Z");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *money = NULL;
  g_autofree char *date = NULL;
  g_autofree char *number = NULL;

  g_assert_cmpstr (setlocale (LC_ALL, "C"), ==, "C");

  for (int use = PLANNR_LOCALE_WORDS; use <= PLANNR_LOCALE_MONEY; use++)
    g_assert_cmpstr (plannr_locale_get ((PlannrLocaleUse) use), ==, "en_GB");

  money = plannr_money_format (123450, "GBP", NULL);
  g_assert_cmpstr (money, ==, "£1,234.50");
  date = plannr_date_format (when, PLANNR_DATE_LONG, NULL, utc);
  g_assert_cmpstr (date, ==, "17 January 2025, 11:18");
  number = plannr_number_format (1234, NULL);
  g_assert_cmpstr (number, ==, "1,234");
}

/* Somebody may work in English, with German dates, Arabic numbers and Swiss money. */
static void
test_follows_each_category (void)
{
  g_autoptr (GDateTime) when = plannr_date_parse ("2025-01-17T11:18:00Z");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *money = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *date = NULL;
  g_autofree char *number = NULL;

  setlocale (LC_ALL, "C");
  if (setlocale (LC_TIME, "de_DE.UTF-8") == NULL || setlocale (LC_NUMERIC, "ar_EG.UTF-8") == NULL
      || setlocale (LC_MONETARY, "de_CH.UTF-8") == NULL)
    {
      setlocale (LC_ALL, "C");
      g_test_skip ("The locales de_DE, ar_EG and de_CH are not installed");
      return;
    }

  g_assert_cmpstr (plannr_locale_get (PLANNR_LOCALE_WORDS), ==, "en_GB");
  g_assert_cmpstr (plannr_locale_get (PLANNR_LOCALE_DATES), ==, "de_DE");
  g_assert_cmpstr (plannr_locale_get (PLANNR_LOCALE_NUMBERS), ==, "ar_EG");
  g_assert_cmpstr (plannr_locale_get (PLANNR_LOCALE_MONEY), ==, "de_CH");

  money = plannr_money_format (123450, "GBP", NULL);
  g_assert_cmpstr (money, ==, "£\u00a01\u2019234.50");
  plain = plannr_money_format_plain (123450, "GBP", NULL);
  g_assert_cmpstr (plain, ==, "1\u2019234.50");
  g_assert_cmpint (plannr_money_read ("1'234.50", "GBP", NULL).verdict, ==, PLANNR_MONEY_EXACT);
  date = plannr_date_format (when, PLANNR_DATE_FULL_DAY, NULL, utc);
  g_assert_cmpstr (date, ==, "17. Januar 2025");
  number = plannr_number_format (1234, NULL);
  g_assert_cmpstr (number, ==, "١٬٢٣٤");

  setlocale (LC_ALL, "C");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *locale;
    gint64 number;
    const char *text;
  } cases[] = {
    { "en_GB", 0, "0" },
    { "en_GB", 4, "4" },
    { "en_GB", -1234567, "-1,234,567" },
    { "en_GB", G_MAXINT64, "9,223,372,036,854,775,807" },
    { "en_GB", G_MININT64, "-9,223,372,036,854,775,808" },
    { "de_DE", 1234567, "1.234.567" },
    { "de_CH", 1234567, "1\u2019234\u2019567" },
    { "fr_FR", 1234567, "1\u202f234\u202f567" },
    { "ar_EG", 1234567, "١٬٢٣٤٬٥٦٧" },
    { "hi_IN", 1234567, "12,34,567" },
    { "ja_JP", 1234567, "1,234,567" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plannr_number_format (cases[i].number, cases[i].locale);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/locale/from-posix", test_from_posix);
  g_test_add_func ("/plannr/locale/is-interned", test_is_interned);
  g_test_add_func ("/plannr/locale/c-is-british", test_c_is_british);
  g_test_add_func ("/plannr/locale/follows-each-category", test_follows_each_category);
  g_test_add_func ("/plannr/number/format", test_numbers);

  return g_test_run ();
}
