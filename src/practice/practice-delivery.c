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

/* Closing with this option drops what is under way and sends RST. It is done under TLS, which would
 * say goodbye. */
static void
reset (GSocket *socket)
{
  struct linger linger = { .l_onoff = 1, .l_linger = 0 };

  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  g_socket_close (socket, NULL);
}

static gboolean
take_cb (gpointer user_data)
{
  Delivery *self = user_data;
  GSocket *socket = soup_server_message_get_socket (self->message);

  if (socket != NULL)
    g_object_ref (socket);
  self->stream = soup_server_message_steal_connection (self->message);
  if (self->reset && socket != NULL)
    reset (socket);
  g_clear_object (&socket);
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

/**
 * practice_delivery_hang_up:
 * @message: a message, of which nothing may have come yet
 *
 * Ends its connection at once, under libsoup and TLS.
 */
void
practice_delivery_hang_up (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

/* The connection is taken from libsoup when it has returned from the handler, not before. */
static void
take_connection (SoupServerMessage *message, GBytes *bytes, gsize next, gboolean is_reset)
{
  Delivery *self;

  /* Several requests share an HTTP/2 connection, which can't be taken: it ends for all of them. */
  if (soup_server_message_get_http_version (message) == SOUP_HTTP_2_0)
    {
      practice_delivery_hang_up (message);
      g_clear_pointer (&bytes, g_bytes_unref);
      return;
    }

  self = g_new0 (Delivery, 1);
  self->message = g_object_ref (message);
  self->bytes = bytes;
  self->next = next;
  self->reset = is_reset;
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

static void
finished_cb (SoupServerMessage *message, gpointer user_data)
{
  g_socket_shutdown (user_data, FALSE, TRUE, NULL);
}

static void
forget (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

/* The client keeps a connection that is closed as soon as the answer has gone out. */
static void
make_stale (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    g_signal_connect_data (message, "finished", G_CALLBACK (finished_cb), g_object_ref (socket),
                           forget, 0);
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
      if (exchange->stale)
        make_stale (message);
      body = get_body (exchange);
      soup_server_message_set_status (message, exchange->status,
                                      practice_exchange_get_phrase (exchange->status));
      soup_message_headers_set_content_type (headers, exchange->content_type, NULL);
      if (g_bytes_get_size (body) > 0)
        soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
      break;
    }
}
