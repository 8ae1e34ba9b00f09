/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-time.h"

#include <string.h>

/* The last Sunday of a month of 31 days, as March and October are. */
static int
last_sunday (int year, int month)
{
  g_autoptr (GDateTime) last = g_date_time_new_utc (year, month, 31, 0, 0, 0);

  return 31 - g_date_time_get_day_of_week (last) % 7;
}

/* Summer time in the United Kingdom since 1996, by rule and not from the zone files, which a small
 * installation may lack. */
static gboolean
is_summer (GDateTime *utc)
{
  int year = g_date_time_get_year (utc);
  g_autoptr (GDateTime) begin = g_date_time_new_utc (year, 3, last_sunday (year, 3), 1, 0, 0);
  g_autoptr (GDateTime) end = g_date_time_new_utc (year, 10, last_sunday (year, 10), 1, 0, 0);

  return g_date_time_compare (utc, begin) >= 0 && g_date_time_compare (utc, end) < 0;
}

static char *
format_utc (GDateTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/**
 * practice_time_now:
 *
 * Returns: (transfer full): now in UTC, in whole seconds, as the database keeps it
 */
char *
practice_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return format_utc (now);
}

/**
 * practice_time_from_unix:
 * @seconds: seconds since 1970
 *
 * Returns: (transfer full): the time as the database keeps it
 */
char *
practice_time_from_unix (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return format_utc (time);
}

/**
 * practice_time_to_london:
 * @utc: a time as the database keeps it
 *
 * Returns: (transfer full) (nullable): the same moment by London's clock, with its offset
 */
char *
practice_time_to_london (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) shifted = NULL;

  if (time == NULL)
    return NULL;
  if (!is_summer (time))
    return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S+00:00");

  shifted = g_date_time_add_hours (time, 1);
  return g_date_time_format (shifted, "%Y-%m-%dT%H:%M:%S+01:00");
}

/**
 * practice_time_parse:
 * @text: a date, or a date and time with or without an offset
 *
 * Reads the forms in which clients send times. Without an offset it is UTC, as in Laravel.
 *
 * Returns: (transfer full) (nullable): the time as the database keeps it, %NULL where it is none
 */
char *
practice_time_parse (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) == 10)
    full = g_strconcat (text, "T00:00:00", NULL);
  else
    full = g_strdup (text);

  if (strlen (full) < 19)
    return NULL;
  if (full[10] == ' ')
    full[10] = 'T';

  time = g_date_time_new_from_iso8601 (full, utc);
  return time != NULL ? format_utc (time) : NULL;
}
