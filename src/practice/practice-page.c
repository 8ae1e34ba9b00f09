/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-page.h"

#define DEFAULT_SIZE 15
#define MAX_SIZE     500

static gint64
read_number (PracticeExchange *exchange, const char *name, gint64 otherwise, gint64 most)
{
  const char *text = practice_exchange_get_parameter (exchange, name);
  gint64 number;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, &number, NULL))
    return otherwise;
  return MIN (number, most);
}

/* The address of another page of the same list, with the filters that led here, on the host by
 * which the client knows this server. */
static char *
make_link (PracticeExchange *exchange, gint64 number)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (exchange->message);
  const char *host = soup_message_headers_get_one (headers, "Host");
  GString *link = g_string_new (NULL);
  g_autoptr (GList) names = NULL;

  g_string_printf (link, "http://%s%s?", host != NULL ? host : "127.0.0.1", exchange->path);
  if (exchange->query != NULL)
    names = g_list_sort (g_hash_table_get_keys (exchange->query), (GCompareFunc) g_strcmp0);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *name = g_uri_escape_string (l->data, NULL, FALSE);
      g_autofree char *value =
          g_uri_escape_string (g_hash_table_lookup (exchange->query, l->data), NULL, FALSE);

      if (g_strcmp0 (l->data, "page") != 0)
        g_string_append_printf (link, "%s=%s&", name, value);
    }
  g_string_append_printf (link, "page=%" G_GINT64_FORMAT, number);
  return g_string_free (link, FALSE);
}

static void
write_link (PracticeExchange *exchange, const char *key, gint64 number, gboolean there)
{
  g_autofree char *link = there ? make_link (exchange, number) : NULL;

  practice_json_string (&exchange->json, key, link);
}

/**
 * practice_page_read:
 * @exchange: a request for a list
 *
 * Reads which page is wanted: 15 entries unless told, 500 at most. What is no number counts as
 * absent, as with Laravel.
 *
 * Returns: the page, without a total
 */
PracticePage
practice_page_read (PracticeExchange *exchange)
{
  PracticePage self = { .number = read_number (exchange, "page", 1, G_MAXINT32),
                        .size = read_number (exchange, "per_page", DEFAULT_SIZE, MAX_SIZE) };

  return self;
}

/**
 * practice_page_get_offset:
 * @self: a page
 *
 * Returns: how many entries precede it
 */
gint64
practice_page_get_offset (const PracticePage *self)
{
  return (self->number - 1) * self->size;
}

/**
 * practice_page_begin:
 * @exchange: a request for a list
 *
 * Begins the answer; the entries come next.
 */
void
practice_page_begin (PracticeExchange *exchange)
{
  practice_json_begin_object (&exchange->json, NULL);
  practice_json_begin_array (&exchange->json, "data");
}

/**
 * practice_page_end:
 * @exchange: a request for a list
 * @self: the page, with its total
 *
 * Ends the answer with links and meta.
 */
void
practice_page_end (PracticeExchange *exchange, const PracticePage *self)
{
  PracticeJson *json = &exchange->json;
  gint64 last = MAX (1, (self->total + self->size - 1) / self->size);
  gint64 offset = practice_page_get_offset (self);
  gint64 count = CLAMP (self->total - offset, 0, self->size);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (exchange->message);
  const char *host = soup_message_headers_get_one (headers, "Host");
  g_autofree char *path =
      g_strdup_printf ("http://%s%s", host != NULL ? host : "127.0.0.1", exchange->path);

  practice_json_end_array (json);

  practice_json_begin_object (json, "links");
  write_link (exchange, "first", 1, TRUE);
  write_link (exchange, "last", last, TRUE);
  write_link (exchange, "prev", self->number - 1, self->number > 1);
  write_link (exchange, "next", self->number + 1, self->number < last);
  practice_json_end_object (json);

  practice_json_begin_object (json, "meta");
  practice_json_integer (json, "current_page", self->number);
  if (count > 0)
    practice_json_integer (json, "from", offset + 1);
  else
    practice_json_null (json, "from");
  practice_json_integer (json, "last_page", last);
  practice_json_string (json, "path", path);
  practice_json_integer (json, "per_page", self->size);
  if (count > 0)
    practice_json_integer (json, "to", offset + count);
  else
    practice_json_null (json, "to");
  practice_json_integer (json, "total", self->total);
  practice_json_end_object (json);

  practice_json_end_object (json);
}
