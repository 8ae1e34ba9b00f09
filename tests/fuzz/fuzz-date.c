/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-fuzz"

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "plannr-date.h"
#include "plannr-failure.h"

#define DAY_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

/* What Plannr might write as a moment, in a body or behind `Retry-After`. */

static void
check_formats (GDateTime *when)
{
  static const char *const locales[] = { "en_GB", "ar_EG", "fa_IR", "ja_JP", "th_TH" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    for (PlannrDateStyle style = PLANNR_DATE_LONG; style <= PLANNR_DATE_TIME; style++)
      {
        g_autofree char *text = plannr_date_format (when, style, locales[i], NULL);

        g_assert_nonnull (text);
        g_assert_cmpstr (text, !=, "");
        g_assert_true (g_utf8_validate (text, -1, NULL));
      }
}

static void
check_moment (GDateTime *when, const char *format)
{
  g_autofree char *text = g_date_time_format (when, format);
  g_autoptr (GDateTime) again = plannr_date_parse (text);

  g_assert_nonnull (again);
  g_assert_true (g_date_time_equal (again, when));
  g_assert_cmpint (g_date_time_get_utc_offset (again), ==, g_date_time_get_utc_offset (when));
}

static void
check_date (const char *text)
{
  g_autoptr (GDateTime) when = plannr_date_parse (text);

  if (when == NULL)
    {
      g_assert_false (plannr_date_is_plain (text));
      return;
    }

  g_assert_cmpint (g_date_time_get_year (when), >=, 1900);
  g_assert_cmpint (g_date_time_get_year (when), <=, 9999);
  check_formats (when);

  check_moment (when, "%Y-%m-%dT%H:%M:%S.%f%:z");
  if (plannr_date_is_plain (text))
    check_moment (when, "%Y-%m-%d");
}

static void
check_retry_after (const char *text)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_autoptr (GError) error = NULL;
  gint64 wait;

  soup_message_headers_append (headers, "Retry-After", text);
  soup_message_headers_append (headers, "Date", "Fri, 17 Jan 2025 11:18:00 GMT");

  error = plannr_failure_from_status (429, headers, NULL);
  wait = plannr_error_get_details (error)->retry_after;
  g_assert_cmpint (wait, >=, -1);
  g_assert_cmpint (wait, <=, DAY_MS);

  soup_message_headers_unref (headers);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  check_date (text);
  /* libsoup lets no header through that runs over its line. */
  if (strpbrk (text, "\r\n") == NULL)
    check_retry_after (text);

  return 0;
}
