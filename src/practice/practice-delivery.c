/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-delivery.h"

#include <string.h>
#include <sys/socket.h>

#define DRIP_INTERVAL 200

/* What goes out on a connection that was taken from libsoup, which would not send it so. */
typedef struct
{
  SoupServerMessage *message; /* (owned): until the connection is taken */
  GIOStream *stream;          /* (owned) */
  GBytes *bytes;              /* (owned) (nullable) */
  gsize sent;
  gsize next; /* how much goes out next, where it drips: the header, then byte by byte; else 0 */
  gboolean reset;
} Delivery;

static void
delivery_free (Delivery *self)
{
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
finish (Delivery *self)
{
  g_io_stream_close (self->stream, NULL, NULL);
  delivery_free (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  finish (user_data);
}

static gboolean
drip_cb (gpointer user_data)
{
  Delivery *self = user_data;
  GOutputStream *output = g_io_stream_get_output_stream (self->stream);
  const char *data = g_bytes_get_data (self->bytes, NULL);

  if (self->sent < g_bytes_get_size (self->bytes)
      && g_output_stream_write_all (output, data + self->sent, self->next, NULL, NULL, NULL))
    {
      self->sent += self->next;
      self->next = 1;
      return G_SOURCE_CONTINUE;
    }
  finish (self);
  return G_SOURCE_REMOVE;
}

/* Closing with this option drops what is under way and sends RST. */
static void
make_abrupt (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);
  struct linger linger = { .l_onoff = 1, .l_linger = 0 };

  if (socket != NULL)
    setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
}

static gboolean
take_cb (gpointer user_data)
{
  Delivery *self = user_data;

  if (self->reset)
    make_abrupt (self->message);
  self->stream = soup_server_message_steal_connection (self->message);
  g_clear_object (&self->message);

  if (self->stream == NULL)
    delivery_free (self);
  else if (self->bytes == NULL)
    finish (self);
  else if (self->next > 0)
    g_timeout_add (DRIP_INTERVAL, drip_cb, self);
  else
    g_output_stream_write_all_async (g_io_stream_get_output_stream (self->stream),
                                     g_bytes_get_data (self->bytes, NULL),
                                     g_bytes_get_size (self->bytes), G_PRIORITY_DEFAULT, NULL,
                                     written_cb, self);
  return G_SOURCE_REMOVE;
}

/* The connection is taken from libsoup when it has returned from the handler, not before. */
static void
take_connection (SoupServerMessage *message, GBytes *bytes, gsize next, gboolean reset)
{
  Delivery *self = g_new0 (Delivery, 1);

  self->message = g_object_ref (message);
  self->bytes = bytes;
  self->next = next;
  self->reset = reset;
  soup_server_message_pause (message);
  g_idle_add_full (G_PRIORITY_HIGH, take_cb, self, NULL);
}

static GBytes *
get_body (PracticeExchange *exchange)
{
  if (exchange->bytes != NULL)
    return g_bytes_ref (exchange->bytes);
  return g_bytes_new (exchange->json.text->str, exchange->json.text->len);
}

static GString *
write_header (PracticeExchange *exchange, gsize length, gboolean chunked)
{
  GString *text = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  g_string_append_printf (text, "HTTP/1.1 %u %s\r\n", exchange->status,
                          practice_exchange_get_phrase (exchange->status));
  soup_message_headers_iter_init (&iter,
                                  soup_server_message_get_response_headers (exchange->message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (text, "%s: %s\r\n", name, value);
  g_string_append_printf (text, "Content-Type: %s\r\n", exchange->content_type);
  if (chunked)
    g_string_append (text, "Transfer-Encoding: chunked\r\n\r\n");
  else
    g_string_append_printf (text, "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n", length);
  return text;
}

/* The answer as bytes, as far as its manner lets it come. */
static GBytes *
write_raw (PracticeExchange *exchange, gsize *header_length)
{
  g_autoptr (GBytes) body = get_body (exchange);
  gboolean chunked = exchange->manner == PRACTICE_MANNER_CUT_CHUNK;
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  GString *text = write_header (exchange, length, chunked);

  *header_length = text->len;
  switch (exchange->manner)
    {
    case PRACTICE_MANNER_CUT_HEADER:
      g_string_truncate (text, text->len / 2);
      break;

    case PRACTICE_MANNER_CUT_BODY:
      g_string_append_len (text, data, (gssize) (length / 2));
      break;

    case PRACTICE_MANNER_CUT_CHUNK:
      g_string_append_printf (text, "%zx\r\n", length);
      g_string_append_len (text, data, (gssize) (length / 2));
      break;

    case PRACTICE_MANNER_DRIP:
    case PRACTICE_MANNER_PROPER:
    case PRACTICE_MANNER_RESET:
    case PRACTICE_MANNER_CLOSE:
    default:
      g_string_append_len (text, data, (gssize) length);
      break;
    }
  return g_string_free_to_bytes (text);
}

/**
 * practice_delivery_send:
 * @exchange: a request whose answer is made
 *
 * Sends the answer in the manner that the exchange says.
 */
void
practice_delivery_send (PracticeExchange *exchange)
{
  SoupServerMessage *message = exchange->message;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr (GBytes) body = NULL;
  GBytes *bytes;
  gsize header_length;

  switch (exchange->manner)
    {
    case PRACTICE_MANNER_RESET:
    case PRACTICE_MANNER_CLOSE:
      take_connection (message, NULL, 0, exchange->manner == PRACTICE_MANNER_RESET);
      break;

    case PRACTICE_MANNER_CUT_HEADER:
    case PRACTICE_MANNER_CUT_BODY:
    case PRACTICE_MANNER_CUT_CHUNK:
    case PRACTICE_MANNER_DRIP:
      bytes = write_raw (exchange, &header_length);
      take_connection (message, bytes, exchange->manner == PRACTICE_MANNER_DRIP ? header_length : 0,
                       FALSE);
      break;

    case PRACTICE_MANNER_PROPER:
    default:
      body = get_body (exchange);
      soup_server_message_set_status (message, exchange->status,
                                      practice_exchange_get_phrase (exchange->status));
      soup_message_headers_set_content_type (headers, exchange->content_type, NULL);
      soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
      break;
    }
}

/**
 * practice_delivery_reset:
 * @message: a message of which only the header has come
 *
 * Resets its connection before anything more is read.
 */
void
practice_delivery_reset (SoupServerMessage *message)
{
  take_connection (message, NULL, 0, TRUE);
}
