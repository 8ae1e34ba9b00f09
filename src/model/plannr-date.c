/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-date.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include "plannr-locale.h"

/* Plannr writes the wall clock of the UK, with its offset or without. */
#define PLANNR_ZONE "Europe/London"

/* Before that it is not a date but some program's word for “none” (0000-00-00, 0001-01-01). */
#define MIN_YEAR    1900

#define MAX_PATTERN 96

G_LOCK_DEFINE_STATIC (formats);
static GHashTable *formats;

/* Reading */

static gboolean
read_digits (const char **text, guint n_digits, int *number)
{
  *number = 0;

  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**text);
    }

  return TRUE;
}

static gboolean
read_char (const char **text, char character)
{
  if (**text != character)
    return FALSE;

  (*text)++;

  return TRUE;
}

static gboolean
read_day (const char **text, int *year, int *month, int *day)
{
  return read_digits (text, 4, year) && read_char (text, '-') && read_digits (text, 2, month)
         && read_char (text, '-') && read_digits (text, 2, day) && *year >= MIN_YEAR && *month > 0
         && *day > 0 && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

/* Fractions of a second are finer than anything that Plannr's staff see; they are read, and kept to
 * the microsecond. */
static gboolean
read_fraction (const char **text, int *microseconds)
{
  int scale = 100000;

  if (!read_char (text, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**text))
    return FALSE;

  for (; g_ascii_isdigit (**text); (*text)++, scale /= 10)
    *microseconds += g_ascii_digit_value (**text) * scale;

  return TRUE;
}

static gboolean
read_time (const char **text, int *hour, int *minute, int *second, int *microseconds)
{
  if (!read_digits (text, 2, hour) || !read_char (text, ':') || !read_digits (text, 2, minute)
      || *hour > 23 || *minute > 59)
    return FALSE;

  if (!read_char (text, ':'))
    return TRUE;

  return read_digits (text, 2, second) && *second <= 59 && read_fraction (text, microseconds);
}

static GTimeZone *
open_plannr_zone (void)
{
  GTimeZone *zone = g_time_zone_new_identifier (PLANNR_ZONE);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/* Returns NULL if it is no zone. */
static GTimeZone *
read_zone (const char **text)
{
  int hours, minutes, sign;

  if (**text == '\0')
    return open_plannr_zone ();
  if (read_char (text, 'Z'))
    return g_time_zone_new_utc ();

  if (read_char (text, '+'))
    sign = 1;
  else if (read_char (text, '-'))
    sign = -1;
  else
    return NULL;

  if (!read_digits (text, 2, &hours))
    return NULL;
  read_char (text, ':');
  if (!read_digits (text, 2, &minutes) || minutes > 59 || hours * 60 + minutes > 14 * 60)
    return NULL;

  return g_time_zone_new_offset (sign * (hours * 60 + minutes) * 60);
}

/**
 * plannr_date_is_plain:
 * @text: (nullable): a date as Plannr writes it
 *
 * Tells whether @text is a day without a time, as `2025-04-02`. Such a day is the same everywhere:
 * show it in the zone that plannr_date_parse() gave it (g_date_time_get_timezone()), not in the
 * reader's.
 *
 * Returns: %TRUE if it is one
 */
gboolean
plannr_date_is_plain (const char *text)
{
  int year, month, day;

  return text != NULL && read_day (&text, &year, &month, &day) && *text == '\0';
}

/**
 * plannr_date_parse:
 * @text: (nullable): a date as Plannr writes it
 *
 * Reads the dates of Plannr's API: `2025-01-17T11:18:00+00:00`, `2025-01-17T11:18:00.000000Z`,
 * `2025-01-17 11:18:00` and `2025-01-17`. The last two name no zone and are taken for British time,
 * as the offsets of the first are those of British time; a day begins at its midnight there.
 *
 * Returns: (transfer full) (nullable): the moment, with the offset it was written with, or %NULL if
 *   @text is no date, or one before 1900 or after 9999
 */
GDateTime *
plannr_date_parse (const char *text)
{
  int year, month, day, hour = 0, minute = 0, second = 0, microseconds = 0;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) when = NULL;

  if (text == NULL || !read_day (&text, &year, &month, &day))
    return NULL;

  if (*text == '\0')
    zone = open_plannr_zone ();
  else if ((read_char (&text, 'T') || read_char (&text, ' '))
           && read_time (&text, &hour, &minute, &second, &microseconds))
    zone = read_zone (&text);

  if (zone == NULL || *text != '\0')
    return NULL;

  when = g_date_time_new (zone, year, month, day, hour, minute, second);

  return when != NULL ? g_date_time_add (when, microseconds) : NULL;
}

/* Writing */

/* With a comma between day and time: ICU would say “17 January 2025 at 11:18”. */
static void
join_by_comma (UDateTimePatternGenerator *generator, UErrorCode *status)
{
  const UChar *comma;
  int32_t length;

  comma = udatpg_getDateTimeFormatForStyle (generator, UDAT_MEDIUM, &length, status);
  if (U_SUCCESS (*status))
    udatpg_setDateTimeFormatForStyle (generator, UDAT_LONG, comma, length, status);
}

static UDateFormat *
open_format (PlannrDateStyle style, const char *locale)
{
  static const char *const skeletons[] = {
    [PLANNR_DATE_LONG] = "dMMMMyyyyjmm",
    [PLANNR_DATE_FULL_DAY] = "dMMMMyyyy",
    [PLANNR_DATE_DAY] = "dMMM",
    [PLANNR_DATE_TIME] = "jmm",
  };
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator;
  UDateFormat *format = NULL;
  UChar skeleton[MAX_PATTERN], pattern[MAX_PATTERN];
  int32_t length;
  const UChar gmt[] = { 'G', 'M', 'T', 0 };

  u_uastrncpy (skeleton, skeletons[style], MAX_PATTERN);
  generator = udatpg_open (locale, &status);
  join_by_comma (generator, &status);
  length = udatpg_getBestPattern (generator, skeleton, -1, pattern, MAX_PATTERN, &status);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, gmt, -1, pattern, length, &status);
  udatpg_close (generator);

  if (U_FAILURE (status))
    {
      g_warning ("No date format for %s: %s", locale, u_errorName (status));
      g_clear_pointer (&format, udat_close);
    }

  return format;
}

/* Only to be called under the lock. There are as many as locales and styles in use: four to eight. */
static UDateFormat *
find_format (PlannrDateStyle style, const char *locale)
{
  g_autofree char *key = g_strdup_printf ("%d/%s", (int) style, locale);
  UDateFormat *format;

  if (formats == NULL)
    formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udat_close);

  format = g_hash_table_lookup (formats, key);
  if (format != NULL)
    return format;

  format = open_format (style, locale);
  if (format != NULL)
    g_hash_table_insert (formats, g_steal_pointer (&key), format);

  return format;
}

/**
 * plannr_date_format:
 * @when: a moment
 * @style: how much of it to say
 * @locale: (nullable): ICU's id of a locale, %NULL for the one set for dates
 * @zone: (nullable): the time zone to tell it in, %NULL for the reader's
 *
 * Writes a moment for a person to read, in the words, the order, the digits, the calendar and the 12
 * or 24 hours of the locale. May be called from any thread if @locale is given.
 *
 * Returns: (transfer full): the text
 */
char *
plannr_date_format (GDateTime *when, PlannrDateStyle style, const char *locale, GTimeZone *zone)
{
  g_autoptr (GDateTime) there = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;
  char *text = NULL;
  gint64 seconds;

  g_return_val_if_fail (when != NULL, NULL);
  g_return_val_if_fail (style <= PLANNR_DATE_TIME, NULL);

  if (locale == NULL)
    locale = plannr_locale_get (PLANNR_LOCALE_DATES);

  /* GLib knows the zone; ICU gets the wall clock there as if it were Greenwich's. */
  there = zone != NULL ? g_date_time_to_timezone (when, zone) : g_date_time_to_local (when);
  seconds = g_date_time_to_unix (there) + g_date_time_get_utc_offset (there) / G_TIME_SPAN_SECOND;

  G_LOCK (formats);

  format = find_format (style, locale);
  if (format != NULL)
    {
      UChar wide[160];
      int32_t length;

      length =
          udat_format (format, (UDate) seconds * 1000, wide, G_N_ELEMENTS (wide), NULL, &status);
      if (U_SUCCESS (status))
        text = g_utf16_to_utf8 ((const gunichar2 *) wide, length, NULL, NULL, NULL);
    }

  G_UNLOCK (formats);

  return text != NULL ? text : g_date_time_format (there, "%F %R");
}
