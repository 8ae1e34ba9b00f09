/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannrDateStyle:
 * @PLANNR_DATE_LONG: day and time in full: “17 January 2025, 11:18”
 * @PLANNR_DATE_FULL_DAY: the day in full: “17 January 2025”
 * @PLANNR_DATE_DAY: the day in short, without its year: “17 Jan”
 * @PLANNR_DATE_TIME: the time of day: “11:18”
 *
 * How much of a moment is said; the examples are British ones.
 */
typedef enum
{
  PLANNR_DATE_LONG,
  PLANNR_DATE_FULL_DAY,
  PLANNR_DATE_DAY,
  PLANNR_DATE_TIME,
} PlannrDateStyle;

GDateTime *plannr_date_parse (const char *text);
gboolean plannr_date_is_plain (const char *text);

char *
plannr_date_format (GDateTime *when, PlannrDateStyle style, const char *locale, GTimeZone *zone);

G_END_DECLS
