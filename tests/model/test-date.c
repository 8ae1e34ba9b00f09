/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-date.h"

#include <string.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *moment; /* in UTC */
    int microseconds;
  } cases[] = {
    { "2025-01-17T11:18:00+00:00", "2025-01-17 11:18:00", 0 },
    { "2025-07-17T11:18:00+01:00", "2025-07-17 10:18:00", 0 },
    { "2025-01-17T11:18:00-05:30", "2025-01-17 16:48:00", 0 },
    { "2025-01-17T11:18:00+0100", "2025-01-17 10:18:00", 0 },
    { "2025-01-17T11:18:00Z", "2025-01-17 11:18:00", 0 },
    { "2025-01-17T11:18:59.123456Z", "2025-01-17 11:18:59", 123456 },
    { "2025-01-17T11:18:59.999999Z", "2025-01-17 11:18:59", 999999 },
    { "2025-01-17T11:18:59.9999999999Z", "2025-01-17 11:18:59", 999999 },
    { "2025-01-17T11:18:59.5+00:00", "2025-01-17 11:18:59", 500000 },
    { "2025-01-17T11:18Z", "2025-01-17 11:18:00", 0 },
    { "2025-01-17 11:18:00+00:00", "2025-01-17 11:18:00", 0 },
    /* No zone: British time, in winter and in summer. */
    { "2021-01-01 00:00:00", "2021-01-01 00:00:00", 0 },
    { "2021-07-01 00:00:00", "2021-06-30 23:00:00", 0 },
    { "2021-07-01T12:00:00", "2021-07-01 11:00:00", 0 },
    { "2025-04-02", "2025-04-01 23:00:00", 0 },
    { "2024-02-29", "2024-02-29 00:00:00", 0 },
    { "1900-01-01", "1900-01-01 00:00:00", 0 },
    { "9999-12-31T23:59:59Z", "9999-12-31 23:59:59", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) when = plannr_date_parse (cases[i].text);
      g_autoptr (GDateTime) utc = NULL;
      g_autofree char *moment = NULL;

      g_assert_nonnull (when);
      utc = g_date_time_to_utc (when);
      moment = g_date_time_format (utc, "%F %T");
      g_assert_cmpstr (moment, ==, cases[i].moment);
      g_assert_cmpint (g_date_time_get_microsecond (when), ==, cases[i].microseconds);
    }
}

static void
test_malformed (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "now",
    "2025",
    "2025-01",
    "2025-1-17",
    "20250117",
    "17/01/2025",
    "0000-00-00",
    "0000-00-00 00:00:00",
    "0000-01-01",
    "0001-01-01T00:00:00Z",
    "1899-12-31",
    "99999-01-01",
    "10000-01-01T00:00:00Z",
    "-2025-01-17",
    "+2025-01-17",
    "2025-00-17",
    "2025-13-17",
    "2025-01-00",
    "2025-01-32",
    "2025-02-29",
    " 2025-01-17",
    "2025-01-17 ",
    "2025-01-17T",
    "2025-01-17T11",
    "2025-01-17T11:18:",
    "2025-01-17T24:00:00Z",
    "2025-01-17T11:60:00Z",
    "2025-01-17T11:18:60Z",
    "2025-01-17T11:18:00.Z",
    "2025-01-17T11:18:00z",
    "2025-01-17t11:18:00Z",
    "2025-01-17  11:18:00",
    "2025-01-17T11:18:00Z ",
    "2025-01-17T11:18:00ZZ",
    "2025-01-17T11:18:00 +00:00",
    "2025-01-17T11:18:00+",
    "2025-01-17T11:18:00+01",
    "2025-01-17T11:18:00+1:00",
    "2025-01-17T11:18:00+15:00",
    "2025-01-17T11:18:00+14:01",
    "2025-01-17T11:18:00+01:60",
    "2025-01-17T11:18:00+01:00:00",
    "2025-01-17T-1:18:00Z",
    "٢٠٢٥-٠١-١٧",
    "2025-01-17\n",
    "2025‐01‐17",
  };

  g_assert_null (plannr_date_parse (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GDateTime) when = plannr_date_parse (texts[i]);

      if (when != NULL)
        g_test_message ("“%s” was read", texts[i]);
      g_assert_null (when);
    }
}

static void
test_is_plain (void)
{
  g_assert_true (plannr_date_is_plain ("2025-04-02"));
  g_assert_false (plannr_date_is_plain ("2025-04-02 00:00:00"));
  g_assert_false (plannr_date_is_plain ("2025-04-02T00:00:00Z"));
  g_assert_false (plannr_date_is_plain ("2025-04-31"));
  g_assert_false (plannr_date_is_plain (""));
  g_assert_false (plannr_date_is_plain (NULL));
}

static void
test_format (void)
{
  static const struct
  {
    const char *locale;
    const char *texts[4]; /* by style */
  } cases[] = {
    { "en_GB", { "17 January 2025, 23:18", "17 January 2025", "17 Jan", "23:18" } },
    { "de_DE", { "17. Januar 2025, 23:18", "17. Januar 2025", "17. Jan.", "23:18" } },
    { "de_CH", { "17. Januar 2025, 23:18", "17. Januar 2025", "17. Jan.", "23:18" } },
    { "fr_FR", { "17 janvier 2025, 23:18", "17 janvier 2025", "17 janv.", "23:18" } },
    { "ar_EG", { "١٧ يناير ٢٠٢٥، ١١:١٨ م", "١٧ يناير ٢٠٢٥", "١٧ يناير", "١١:١٨ م" } },
    { "hi_IN", { "17 जनवरी 2025, 11:18 pm", "17 जनवरी 2025", "17 जन॰", "11:18 pm" } },
    { "ja_JP", { "2025年1月17日 23:18", "2025年1月17日", "1月17日", "23:18" } },
  };
  g_autoptr (GDateTime) when = plannr_date_parse ("2025-01-17T23:18:59+00:00");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int style = PLANNR_DATE_LONG; style <= PLANNR_DATE_TIME; style++)
      {
        g_autofree char *text = NULL;

        text = plannr_date_format (when, (PlannrDateStyle) style, cases[i].locale, utc);
        g_assert_cmpstr (text, ==, cases[i].texts[style]);
      }
}

static void
assert_long (const char *moment, const char *zone_name, const char *expected)
{
  g_autoptr (GDateTime) when = plannr_date_parse (moment);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autofree char *text = NULL;

  g_assert_nonnull (zone);
  text = plannr_date_format (when, PLANNR_DATE_LONG, "en_GB", zone);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_zones (void)
{
  assert_long ("2025-07-01T00:30:00+01:00", "Europe/London", "1 July 2025, 00:30");
  assert_long ("2025-07-01T00:30:00+01:00", "America/New_York", "30 June 2025, 19:30");
  assert_long ("2025-07-01T00:30:00+01:00", "Asia/Kolkata", "1 July 2025, 05:00");
  assert_long ("2024-12-31T23:59:59Z", "Pacific/Kiritimati", "1 January 2025, 13:59");
  assert_long ("1900-01-01", "UTC", "1 January 1900, 00:00");
  assert_long ("9999-12-31T23:59:59Z", "UTC", "31 December 9999, 23:59");
}

static void
test_local_zone (void)
{
  g_autoptr (GDateTime) when = plannr_date_parse ("2025-01-17T11:18:00Z");
  g_autoptr (GDateTime) plain = plannr_date_parse ("2025-01-17");
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;

  g_assert_cmpstr (g_getenv ("TZ"), ==, "America/New_York");
  time = plannr_date_format (when, PLANNR_DATE_TIME, "en_GB", NULL);
  g_assert_cmpstr (time, ==, "06:18");

  /* A plain day is the same day in New York. */
  day = plannr_date_format (plain, PLANNR_DATE_DAY, "en_GB", g_date_time_get_timezone (plain));
  g_assert_cmpstr (day, ==, "17 Jan");
}

static void
test_calendars (void)
{
  g_autoptr (GDateTime) when = plannr_date_parse ("2025-01-17T11:18:00Z");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *persian = plannr_date_format (when, PLANNR_DATE_FULL_DAY, "fa_IR", utc);
  g_autofree char *thai = plannr_date_format (when, PLANNR_DATE_FULL_DAY, "th_TH", utc);

  g_assert_nonnull (strstr (persian, "۱۴۰۳"));
  g_assert_nonnull (strstr (thai, "2568"));
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "America/New_York", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/date/parse", test_parse);
  g_test_add_func ("/plannr/date/malformed", test_malformed);
  g_test_add_func ("/plannr/date/is-plain", test_is_plain);
  g_test_add_func ("/plannr/date/format", test_format);
  g_test_add_func ("/plannr/date/zones", test_zones);
  g_test_add_func ("/plannr/date/local-zone", test_local_zone);
  g_test_add_func ("/plannr/date/calendars", test_calendars);

  return g_test_run ();
}
