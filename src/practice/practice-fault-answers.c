/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-fault-answers.h"

#include <string.h>

#define MIB (1024 * 1024)

static void
answer_bytes (PracticeExchange *exchange, guint status, const char *type, GBytes *bytes)
{
  exchange->status = status;
  practice_exchange_set_bytes (exchange, type, bytes);
}

static void
answer_text (PracticeExchange *exchange, guint status, const char *type, const char *text)
{
  answer_bytes (exchange, status, type, g_bytes_new (text, strlen (text)));
}

static void
answer_reset (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->manner = PRACTICE_MANNER_RESET;
}

static void
answer_close (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->manner = PRACTICE_MANNER_CLOSE;
}

static void
answer_down (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->manner = PRACTICE_MANNER_RESET;
  exchange->down = fault->hold;
}

static void
answer_stall (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->hold = fault->hold;
  if (fault->stage == PRACTICE_STAGE_BEFORE)
    practice_exchange_fail (exchange, SOUP_STATUS_GATEWAY_TIMEOUT, "Gateway Timeout");
}

static void
answer_late (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->hold = fault->hold;
  exchange->late = TRUE;
}

static void
answer_status (PracticeExchange *exchange, const PracticeFault *fault)
{
  guint status = (guint) g_ascii_strtoull (fault->name, NULL, 10);

  if (status == SOUP_STATUS_UNAUTHORIZED)
    practice_exchange_fail (exchange, status, "Unauthenticated.");
  else if (status == SOUP_STATUS_FORBIDDEN)
    practice_exchange_fail (exchange, status, "This action is unauthorized.");
  else if (status == SOUP_STATUS_INTERNAL_SERVER_ERROR)
    practice_exchange_fail (exchange, status, "Server Error");
  else
    practice_exchange_fail (exchange, status, practice_exchange_get_phrase (status));
}

static void
answer_422 (PracticeExchange *exchange, const PracticeFault *fault)
{
  answer_text (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, "application/json",
               "{\"message\":\"The name has already been taken. (and 1 more error)\",\"errors\":{"
               "\"name\":[\"The name has already been taken.\"],"
               "\"custom_fields.referral_source\":[\"The Referral source field is required.\"]}}");
}

static void
answer_429 (PracticeExchange *exchange, const PracticeFault *fault)
{
  practice_exchange_fail (exchange, PRACTICE_TOO_MANY_REQUESTS, "Too Many Attempts.");
  practice_exchange_set_header (exchange, "X-Ratelimit-Remaining", "0");
  if (g_str_equal (fault->name, "429"))
    {
      practice_exchange_set_header (exchange, "Retry-After", "2");
    }
  else if (g_str_equal (fault->name, "429-date"))
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      g_autoptr (GDateTime) then = g_date_time_add_seconds (now, 2.0);
      g_autofree char *date = soup_date_time_to_string (then, SOUP_DATE_HTTP);

      practice_exchange_set_header (exchange, "Retry-After", date);
    }
}

static void
answer_502_html (PracticeExchange *exchange, const PracticeFault *fault)
{
  answer_text (exchange, SOUP_STATUS_BAD_GATEWAY, "text/html",
               "<html><head><title>502 Bad Gateway</title></head>"
               "<body><h1>502 Bad Gateway</h1><hr>nginx</body></html>");
}

static void
answer_302 (PracticeExchange *exchange, const PracticeFault *fault)
{
  practice_exchange_set_header (exchange, "Location", "/login");
  answer_text (exchange, SOUP_STATUS_FOUND, "text/html", "<html><body>Redirecting</body></html>");
}

static void
answer_html_200 (PracticeExchange *exchange, const PracticeFault *fault)
{
  answer_text (exchange, SOUP_STATUS_OK, "text/html",
               "<html><head><title>Guest network</title></head>"
               "<body><form>Accept the terms</form></body></html>");
}

/* Well-formed HTTP, with a body that stops in the middle of its JSON. */
static void
answer_truncated (PracticeExchange *exchange, const PracticeFault *fault)
{
  GString *text = exchange->json.text;

  answer_bytes (exchange, SOUP_STATUS_OK, "application/json",
                g_bytes_new (text->str, text->len / 2));
}

static void
answer_no_uuid (PracticeExchange *exchange, const PracticeFault *fault)
{
  answer_text (exchange, SOUP_STATUS_OK, "application/json",
               "{\"name\":\"A case without a UUID\",\"slug\":\"a-case-without-a-uuid\"}");
}

static void
answer_garbage (PracticeExchange *exchange, const PracticeFault *fault)
{
  static const char garbage[] = "\xff\xfe\x00{\"uuid\x80\x01\":]]}\x7f";

  answer_bytes (exchange, SOUP_STATUS_OK, "application/json",
                g_bytes_new_static (garbage, sizeof garbage - 1));
}

static void
answer_deep (PracticeExchange *exchange, const PracticeFault *fault)
{
  gsize depth = 100000;
  char *text = g_malloc (2 * depth);

  memset (text, '[', depth);
  memset (text + depth, ']', depth);
  answer_bytes (exchange, SOUP_STATUS_OK, "application/json", g_bytes_new_take (text, 2 * depth));
}

/* The right answer, with a member before it that makes it SIZE bytes longer. */
static GBytes *
inflate (PracticeExchange *exchange, gsize size)
{
  GString *text = g_string_sized_new (size + 4096);

  g_string_append (text, "{\"notes\":\"");
  g_string_set_size (text, text->len + size);
  memset (text->str + text->len - size, 'a', size);
  g_string_append_c (text, '"');
  if (exchange->json.text->len > 2)
    {
      g_string_append_c (text, ',');
      g_string_append (text, exchange->json.text->str + 1);
    }
  else
    {
      g_string_append_c (text, '}');
    }
  return g_string_free_to_bytes (text);
}

static void
answer_huge (PracticeExchange *exchange, const PracticeFault *fault)
{
  answer_bytes (exchange, SOUP_STATUS_OK, "application/json", inflate (exchange, 48 * MIB));
}

static void
answer_gzip_bomb (PracticeExchange *exchange, const PracticeFault *fault)
{
  g_autoptr (GBytes) plain = inflate (exchange, 128 * MIB);
  g_autoptr (GConverter) gzip =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);
  gsize size;
  gconstpointer data = g_bytes_get_data (plain, &size);

  g_output_stream_write_all (stream, data, size, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  practice_exchange_set_header (exchange, "Content-Encoding", "gzip");
  answer_bytes (exchange, SOUP_STATUS_OK, "application/json",
                g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory)));
}

static void
answer_mid_header (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->manner = PRACTICE_MANNER_CUT_HEADER;
}

static void
answer_mid_body (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->manner = PRACTICE_MANNER_CUT_BODY;
}

static void
answer_mid_chunk (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->manner = PRACTICE_MANNER_CUT_CHUNK;
}

static void
answer_drip (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->manner = PRACTICE_MANNER_DRIP;
}

static void
answer_stale (PracticeExchange *exchange, const PracticeFault *fault)
{
  exchange->stale = TRUE;
}

static void
answer_bad_date (PracticeExchange *exchange, const PracticeFault *fault)
{
  practice_exchange_set_header (exchange, "Date", "yesterday, about noon");
}

static void
answer_no_date (PracticeExchange *exchange, const PracticeFault *fault)
{
  soup_message_headers_remove (soup_server_message_get_response_headers (exchange->message),
                               "Date");
}

static void
answer_skewed_date (PracticeExchange *exchange, const PracticeFault *fault)
{
  gboolean back = g_str_has_suffix (fault->name, "-back");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_hours (now, back ? -26 : 26);
  g_autofree char *date = soup_date_time_to_string (then, SOUP_DATE_HTTP);

  practice_exchange_set_header (exchange, "Date", date);
}

#define ACCEPT PRACTICE_STAGE_ACCEPT
#define READ   PRACTICE_STAGE_READ
#define BEFORE PRACTICE_STAGE_BEFORE
#define AFTER  PRACTICE_STAGE_AFTER

static const PracticeFaultKind kinds[] = {
  { "after-accept", ACCEPT, answer_close, "the K-th connection of all: closed before it is read" },
  { "before-accept", READ, answer_reset, "reset as soon as the header is there" },
  { "mid-request", READ, answer_close, "closed as soon as the header is there" },
  { "down", READ, answer_down, "reset, and nothing listens for as long as a stall lasts" },
  { "reset", BEFORE, answer_reset, "connection reset without an answer" },
  { "close", BEFORE, answer_close, "connection closed without an answer" },
  { "stall", BEFORE, answer_stall, "answer held back (before: 504, nothing is stored)" },
  { "late-commit", BEFORE, answer_late, "as stall, and it is stored after all at the end" },
  { "302", BEFORE, answer_302, "redirect to /login" },
  { "401", BEFORE, answer_status, "Unauthenticated." },
  { "403", BEFORE, answer_status, "This action is unauthorized." },
  { "404", BEFORE, answer_status, "Not Found" },
  { "405", BEFORE, answer_status, "Method Not Allowed" },
  { "408", BEFORE, answer_status, "Request Timeout" },
  { "409", BEFORE, answer_status, "Conflict" },
  { "413", BEFORE, answer_status, "Request Entity Too Large" },
  { "421", BEFORE, answer_status, "Misdirected Request" },
  { "422", BEFORE, answer_422, "errors on name and on a custom field" },
  { "425", BEFORE, answer_status, "Too Early" },
  { "429", BEFORE, answer_429, "Retry-After: 2" },
  { "429-date", BEFORE, answer_429, "Retry-After: a date in two seconds" },
  { "429-bare", BEFORE, answer_429, "without Retry-After" },
  { "500", BEFORE, answer_status, "Server Error" },
  { "502-html", BEFORE, answer_502_html, "a proxy's page" },
  { "503", BEFORE, answer_status, "Service Unavailable" },
  { "504", BEFORE, answer_status, "Gateway Timeout" },
  { "html-200", BEFORE, answer_html_200, "a guest network's page, 200" },
  { "truncated-json", AFTER, answer_truncated, "JSON that stops in the middle, well-formed HTTP" },
  { "no-uuid", AFTER, answer_no_uuid, "a case without uuid" },
  { "garbage", AFTER, answer_garbage, "no UTF-8, no JSON" },
  { "deep-json", AFTER, answer_deep, "100,000 levels" },
  { "huge", AFTER, answer_huge, "the case, 48 MiB long" },
  { "gzip-bomb", AFTER, answer_gzip_bomb, "the case, 128 MiB long, as 600 KB of gzip" },
  { "mid-header", AFTER, answer_mid_header, "closed in the middle of the header" },
  { "mid-body", AFTER, answer_mid_body, "closed in the middle of the body" },
  { "mid-chunk", AFTER, answer_mid_chunk, "closed in the middle of a chunked body" },
  { "drip", AFTER, answer_drip, "the header, then a byte of the body each 200 ms" },
  { "bad-date", AFTER, answer_bad_date, "a Date header that is no date" },
  { "no-date", AFTER, answer_no_date, "no Date header" },
  { "skewed-date", AFTER, answer_skewed_date, "a Date header 26 hours ahead" },
  { "skewed-date-back", AFTER, answer_skewed_date, "a Date header 26 hours behind" },
  { "stale", AFTER, answer_stale, "the connection, kept alive, is closed after the answer" },
};

/**
 * practice_fault_answers_get:
 * @index: a number from 0
 *
 * Returns: (nullable): a kind of fault, %NULL after the last
 */
const PracticeFaultKind *
practice_fault_answers_get (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? &kinds[index] : NULL;
}

/**
 * practice_fault_answers_find:
 * @name: a name without a stage
 *
 * Returns: (nullable): the kind of fault of that name
 */
const PracticeFaultKind *
practice_fault_answers_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}
