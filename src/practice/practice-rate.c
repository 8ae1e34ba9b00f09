/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-rate.h"

/* As Laravel counts: a minute begins with the first request, and all is forgotten at its end. */
#define WINDOW (60 * G_USEC_PER_SEC)

typedef struct
{
  gint64 begins;
  guint count;
} Window;

struct _PracticeRate
{
  guint limit;
  GHashTable *windows; /* hash of a token → Window (owned) */
};

/**
 * practice_rate_new:
 * @limit: requests a minute and token; 0 for no limit
 *
 * Returns: (transfer full): the counter
 */
PracticeRate *
practice_rate_new (guint limit)
{
  PracticeRate *self = g_new0 (PracticeRate, 1);

  self->limit = limit;
  self->windows = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  return self;
}

/**
 * practice_rate_free:
 * @self: (transfer full): the counter
 *
 * Frees @self.
 */
void
practice_rate_free (PracticeRate *self)
{
  g_hash_table_unref (self->windows);
  g_free (self);
}

/**
 * practice_rate_check:
 * @self: the counter
 * @exchange: a request
 *
 * Counts the request, says in the headers of its answer what is left, and answers 429 where
 * nothing is.
 *
 * Returns: whether the request may go on
 */
gboolean
practice_rate_check (PracticeRate *self, PracticeExchange *exchange)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (exchange->message);
  const char *token = soup_message_headers_get_one (headers, "Authorization");
  gpointer key = GUINT_TO_POINTER (g_str_hash (token != NULL ? token : ""));
  Window *window = g_hash_table_lookup (self->windows, key);
  gint64 now = g_get_monotonic_time ();
  char number[16];

  if (self->limit == 0)
    return TRUE;

  if (window == NULL)
    {
      window = g_new0 (Window, 1);
      window->begins = now;
      g_hash_table_insert (self->windows, key, window);
    }
  if (now - window->begins >= WINDOW)
    {
      window->begins = now;
      window->count = 0;
    }

  window->count = MIN (window->count + 1, self->limit + 1);
  g_snprintf (number, sizeof number, "%u", self->limit);
  practice_exchange_set_header (exchange, "X-Ratelimit-Limit", number);
  g_snprintf (number, sizeof number, "%u", self->limit - MIN (window->count, self->limit));
  practice_exchange_set_header (exchange, "X-Ratelimit-Remaining", number);
  if (window->count <= self->limit)
    return TRUE;

  g_snprintf (number, sizeof number, "%u",
              (guint) ((WINDOW - (now - window->begins)) / G_USEC_PER_SEC) + 1);
  practice_exchange_set_header (exchange, "Retry-After", number);
  practice_exchange_fail (exchange, PRACTICE_TOO_MANY_REQUESTS, "Too Many Attempts.");
  return FALSE;
}
