/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-exchange.h"

/**
 * practice_exchange_new:
 * @message: the message
 * @path: the path, decoded
 * @query: (nullable): the query, decoded
 *
 * Returns: (transfer full): an exchange, still without an answer
 */
PracticeExchange *
practice_exchange_new (SoupServerMessage *message, const char *path, GHashTable *query)
{
  PracticeExchange *self = g_new0 (PracticeExchange, 1);

  self->message = g_object_ref (message);
  self->path = g_strdup (path);
  self->query = query != NULL ? g_hash_table_ref (query) : NULL;
  self->status = SOUP_STATUS_OK;
  self->content_type = "application/json";
  self->started = g_get_monotonic_time ();
  practice_json_init (&self->json);
  return self;
}

/**
 * practice_exchange_free:
 * @self: (transfer full): the exchange
 *
 * Frees @self.
 */
void
practice_exchange_free (PracticeExchange *self)
{
  g_clear_object (&self->message);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  practice_json_clear (&self->json);
  g_free (self);
}

/**
 * practice_exchange_fail:
 * @self: the exchange
 * @status: an HTTP status
 * @message: what it says
 *
 * Makes the answer an error in Plannr's form.
 */
void
practice_exchange_fail (PracticeExchange *self, guint status, const char *message)
{
  self->status = status;
  practice_json_reset (&self->json);
  practice_json_begin_object (&self->json, NULL);
  practice_json_string (&self->json, "message", message);
  practice_json_end_object (&self->json);
}

/**
 * practice_exchange_set_header:
 * @self: the exchange
 * @name: a header
 * @value: its value
 *
 * Sets a header of the answer.
 */
void
practice_exchange_set_header (PracticeExchange *self, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (self->message), name,
                                value);
}

/**
 * practice_exchange_set_bytes:
 * @self: the exchange
 * @content_type: (transfer none): a constant
 * @bytes: (transfer full): the body
 *
 * Makes the answer something other than the JSON that was written.
 */
void
practice_exchange_set_bytes (PracticeExchange *self, const char *content_type, GBytes *bytes)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  self->content_type = content_type;
}

/**
 * practice_exchange_get_phrase:
 * @status: an HTTP status
 *
 * Returns: what stands beside it, also for those that libsoup does not know
 */
const char *
practice_exchange_get_phrase (guint status)
{
  switch (status)
    {
    case PRACTICE_TOO_MANY_REQUESTS:
      return "Too Many Requests";
    case 421:
      return "Misdirected Request";
    case 425:
      return "Too Early";
    default:
      return soup_status_get_phrase (status);
    }
}

/**
 * practice_exchange_get_parameter:
 * @self: the exchange
 * @name: such as "filter[name]"
 *
 * Returns: (nullable): a parameter of the query
 */
const char *
practice_exchange_get_parameter (PracticeExchange *self, const char *name)
{
  return self->query != NULL ? g_hash_table_lookup (self->query, name) : NULL;
}
