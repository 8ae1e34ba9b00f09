/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-test-socket.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct _PlannrTestSocket
{
  GSocketService *service; /* (owned) */
  GCancellable *stop;      /* (owned) */
  char *url;               /* (owned) */
  GBytes *answer;          /* (owned) */
  PlannrTestEnding ending;
  gsize drip_from;
  guint drip_interval;
  gboolean repeat;
  GMutex lock;
  GCond quiet;
  guint n_running;
  guint n_connections;
  GString *received; /* (owned): what came on all connections, one after the other */
};

/* Reads headers, and as much of a body as they announce. */
static gboolean
read_request (PlannrTestSocket *self, GInputStream *stream)
{
  g_autoptr (GString) request = g_string_new (NULL);
  gsize wanted = G_MAXSIZE;
  char buffer[4096];

  while (request->len < wanted)
    {
      gssize n = g_input_stream_read (stream, buffer, sizeof buffer, self->stop, NULL);
      const char *end;
      const char *length;

      if (n <= 0)
        break;
      g_string_append_len (request, buffer, n);
      end = strstr (request->str, "\r\n\r\n");
      if (end == NULL)
        continue;
      length = strstr (request->str, "Content-Length: ");
      wanted = (gsize) (end + 4 - request->str);
      if (length != NULL && length < end)
        wanted += (gsize) atoi (length + strlen ("Content-Length: "));
    }

  g_mutex_lock (&self->lock);
  g_string_append_len (self->received, request->str, (gssize) request->len);
  g_mutex_unlock (&self->lock);

  return request->len > 0;
}

static void
wait_for (PlannrTestSocket *self, gint64 microseconds)
{
  gint64 until = g_get_monotonic_time () + microseconds;

  g_mutex_lock (&self->lock);
  while (!g_cancellable_is_cancelled (self->stop)
         && g_cond_wait_until (&self->quiet, &self->lock, until))
    ;
  g_mutex_unlock (&self->lock);
}

static void
write_answer (PlannrTestSocket *self, GOutputStream *stream)
{
  gsize length;
  const char *data = g_bytes_get_data (self->answer, &length);
  gsize at = MIN (self->drip_from, length);

  g_output_stream_write_all (stream, data, at, NULL, self->stop, NULL);
  while (at < length && !g_cancellable_is_cancelled (self->stop))
    {
      wait_for (self, self->drip_interval * G_GINT64_CONSTANT (1000));
      if (!g_output_stream_write_all (stream, data + at++, 1, NULL, self->stop, NULL))
        return;
    }
}

static void
end (PlannrTestSocket *self, GSocketConnection *connection)
{
  const struct linger at_once = { .l_onoff = 1 };
  int fd = g_socket_get_fd (g_socket_connection_get_socket (connection));

  if (self->ending == PLANNR_TEST_HOLD)
    while (!g_cancellable_is_cancelled (self->stop))
      wait_for (self, G_TIME_SPAN_MINUTE);
  else if (self->ending == PLANNR_TEST_RESET)
    g_assert_cmpint (setsockopt (fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once), ==, 0);

  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer user_data)
{
  PlannrTestSocket *self = user_data;
  gboolean again;

  g_mutex_lock (&self->lock);
  self->n_running++;
  self->n_connections++;
  g_mutex_unlock (&self->lock);

  do
    {
      again = read_request (self, g_io_stream_get_input_stream (G_IO_STREAM (connection)));
      if (again)
        write_answer (self, g_io_stream_get_output_stream (G_IO_STREAM (connection)));
    }
  while (again && self->repeat);
  end (self, connection);

  g_mutex_lock (&self->lock);
  self->n_running--;
  g_cond_broadcast (&self->quiet);
  g_mutex_unlock (&self->lock);

  return TRUE;
}

/**
 * plannr_test_socket_new:
 * @answer: what to say once a request has come
 * @ending: what to do then
 *
 * Listens on a port of this computer that is free.
 *
 * Returns: (transfer full): the server
 */
PlannrTestSocket *
plannr_test_socket_new (GBytes *answer, PlannrTestEnding ending)
{
  PlannrTestSocket *self = g_new0 (PlannrTestSocket, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->lock);
  g_cond_init (&self->quiet);
  self->answer = g_bytes_ref (answer);
  self->ending = ending;
  self->drip_from = G_MAXSIZE;
  self->stop = g_cancellable_new ();
  self->received = g_string_new (NULL);
  self->service = g_threaded_socket_service_new (20);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  self->url = g_strdup_printf ("http://127.0.0.1:%u",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));

  return self;
}

/**
 * plannr_test_socket_new_text:
 *
 * plannr_test_socket_new() for an answer without zeros in it.
 */
PlannrTestSocket *
plannr_test_socket_new_text (const char *answer, PlannrTestEnding ending)
{
  g_autoptr (GBytes) bytes = g_bytes_new (answer, strlen (answer));

  return plannr_test_socket_new (bytes, ending);
}

/**
 * plannr_test_socket_free:
 * @self: (transfer full): a server
 *
 * Waits for its threads.
 */
void
plannr_test_socket_free (PlannrTestSocket *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->stop);

  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->quiet);
  while (self->n_running > 0)
    g_cond_wait (&self->quiet, &self->lock);
  g_mutex_unlock (&self->lock);

  g_object_unref (self->service);
  g_object_unref (self->stop);
  g_free (self->url);
  g_bytes_unref (self->answer);
  g_string_free (self->received, TRUE);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->quiet);
  g_free (self);
}

/**
 * plannr_test_socket_drip:
 * @self: the server
 * @from: from which byte on
 * @interval: how many milliseconds to wait before each
 */
void
plannr_test_socket_drip (PlannrTestSocket *self, gsize from, guint interval)
{
  self->drip_from = from;
  self->drip_interval = interval;
}

/**
 * plannr_test_socket_repeat:
 *
 * Says the same to each further request on a connection.
 */
void
plannr_test_socket_repeat (PlannrTestSocket *self)
{
  self->repeat = TRUE;
}

/**
 * plannr_test_socket_get_url:
 * Returns: (transfer none): its address, without a slash at the end
 */
const char *
plannr_test_socket_get_url (PlannrTestSocket *self)
{
  return self->url;
}

/**
 * plannr_test_socket_get_n_connections:
 * Returns: how many connections were made
 */
guint
plannr_test_socket_get_n_connections (PlannrTestSocket *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->n_connections;
  g_mutex_unlock (&self->lock);

  return n;
}

/**
 * plannr_test_socket_dup_received:
 * Returns: (transfer full): all that came, from all connections
 */
char *
plannr_test_socket_dup_received (PlannrTestSocket *self)
{
  char *received;

  g_mutex_lock (&self->lock);
  received = g_strdup (self->received->str);
  g_mutex_unlock (&self->lock);

  return received;
}
