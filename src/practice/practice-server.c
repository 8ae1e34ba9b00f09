/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-server.h"

#include "practice-delivery.h"
#include "practice-rate.h"
#include "practice-router.h"
#include "practice-seed.h"

#define FAULT "practice-fault"
#define SEEN  "practice-seen"
#define GONE  "practice-gone"

struct _PracticeServer
{
  const PracticeOptions *options; /* (unowned) */
  SoupServer *server;
  PracticeDatabase *database;
  PracticeDirectory *directory;
  PracticeTokens *tokens;
  PracticeRate *rate;
  int port;
  guint down;        /* milliseconds until it listens again */
  GSocket *reserved; /* (owned) (nullable): keeps the port until then */
};

/* Never the query, which holds what a person searched for, and never a header. */
static void
log_exchange (PracticeServer *self, PracticeExchange *exchange)
{
  gint64 milliseconds = (g_get_monotonic_time () - exchange->started) / 1000;

  if (!self->options->quiet)
    g_printerr ("%s %s %u %" G_GINT64_FORMAT " ms\n",
                soup_server_message_get_method (exchange->message), exchange->path,
                exchange->manner == PRACTICE_MANNER_PROPER ? exchange->status : 0, milliseconds);
}

static void
finish (PracticeServer *self, PracticeExchange *exchange)
{
  log_exchange (self, exchange);
  practice_delivery_send (exchange);
  practice_exchange_free (exchange);
}

static void
resume (PracticeExchange *exchange)
{
  SoupServerMessage *message = g_object_ref (exchange->message);
  gboolean proper = exchange->manner == PRACTICE_MANNER_PROPER;

  finish (exchange->user_data, exchange);
  if (proper)
    soup_server_message_unpause (message);
  g_object_unref (message);
}

static gboolean
held_cb (gpointer user_data)
{
  PracticeExchange *exchange = user_data;
  PracticeServer *self = exchange->user_data;

  if (exchange->late)
    practice_router_answer (exchange, self->tokens, (const char *const *) self->options->without);
  resume (exchange);
  return G_SOURCE_REMOVE;
}

/* Makes the answer, with whatever is to go wrong. Returns whether it may go out at once. */
static gboolean
answer (PracticeServer *self, PracticeExchange *exchange)
{
  const PracticeFault *fault = g_object_get_data (G_OBJECT (exchange->message), FAULT);

  if (!practice_rate_check (self->rate, exchange))
    return TRUE;

  if (fault != NULL && fault->stage != PRACTICE_STAGE_AFTER)
    {
      fault->answer (exchange, fault);
    }
  else
    {
      practice_router_answer (exchange, self->tokens, (const char *const *) self->options->without);
      if (fault != NULL && exchange->status < 300)
        fault->answer (exchange, fault);
    }

  if (exchange->hold == 0)
    return TRUE;
  g_timeout_add (exchange->hold, held_cb, exchange);
  return FALSE;
}

static gboolean
latency_cb (gpointer user_data)
{
  PracticeExchange *exchange = user_data;

  if (answer (exchange->user_data, exchange))
    resume (exchange);
  return G_SOURCE_REMOVE;
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  PracticeServer *self = user_data;
  const PracticeFault *fault = g_object_get_data (G_OBJECT (message), FAULT);
  PracticeExchange *exchange;

  /* Its connection has ended, but over HTTP/2 the body had come. */
  if (fault != NULL && fault->stage == PRACTICE_STAGE_READ)
    return;

  exchange = practice_exchange_new (message, path, query);
  exchange->database = self->database;
  exchange->directory = self->directory;
  exchange->user_data = self;
  if (self->options->latency > 0)
    {
      soup_server_message_pause (message);
      g_timeout_add ((guint) self->options->latency, latency_cb, exchange);
    }
  else if (answer (self, exchange))
    {
      finish (self, exchange);
    }
  else
    {
      soup_server_message_pause (message);
    }
}

static gboolean
listen_on (PracticeServer *self, int port, GError **error)
{
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;

  if (self->options->tls_certificate != NULL)
    options |= SOUP_SERVER_LISTEN_HTTPS;
  return soup_server_listen_local (self->server, (guint) port, options, error);
}

static gboolean
up_cb (gpointer user_data)
{
  PracticeServer *self = user_data;

  g_clear_object (&self->reserved);

  return listen_on (self, self->port, NULL) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Nothing listens, and nobody else is given the port meanwhile: what is meant for this firm must not
 * reach another one. */
static void
reserve_port (PracticeServer *self)
{
  g_autoptr (GSocketAddress) address =
      g_inet_socket_address_new_from_string ("127.0.0.1", (guint) self->port);

  self->reserved =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  if (self->reserved != NULL)
    g_socket_bind (self->reserved, address, TRUE, NULL);
}

static gboolean
down_cb (gpointer user_data)
{
  PracticeServer *self = user_data;

  soup_server_disconnect (self->server);
  reserve_port (self);
  g_timeout_add (self->down, up_cb, self);
  return G_SOURCE_REMOVE;
}

/* When libsoup has returned from its callbacks, every connection is closed and none is taken. */
static void
go_down (PracticeServer *self, guint milliseconds)
{
  self->down = milliseconds;
  g_idle_add (down_cb, self);
}

/* The header is there, the body is not. Here the requests are counted, and the K-th is marked. */
static void
header_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  PracticeServer *self = user_data;
  const PracticeFault *fault = NULL;

  /* What had arrived before the connection was closed may still be read. */
  if (g_object_get_data (G_OBJECT (message), GONE) != NULL)
    {
      soup_server_message_set_status (message, SOUP_STATUS_SERVICE_UNAVAILABLE, NULL);
      return;
    }

  fault =
      practice_faults_take (self->options->faults, soup_server_message_get_method (message), path);

  if (fault != NULL)
    g_object_set_data (G_OBJECT (message), FAULT, (gpointer) fault);
  if (fault != NULL && fault->stage == PRACTICE_STAGE_READ)
    {
      g_autoptr (PracticeExchange) exchange = practice_exchange_new (message, path, query);

      fault->answer (exchange, fault);
      practice_delivery_send (exchange);
      if (exchange->down > 0)
        go_down (self, exchange->down);
    }
}

/* A message is there before anything of it is. The first one on each connection is that one's
 * beginning. */
static void
started_cb (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  PracticeServer *self = user_data;
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket == NULL || g_object_get_data (G_OBJECT (socket), SEEN) != NULL)
    return;
  g_object_set_data (G_OBJECT (socket), SEEN, self);
  if (practice_faults_take (self->options->faults, "", "") == NULL)
    return;
  g_object_set_data (G_OBJECT (message), GONE, self);
  practice_delivery_hang_up (message);
}

static int
find_port (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  int port = uris != NULL ? g_uri_get_port (uris->data) : -1;

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

/**
 * practice_server_new:
 * @options: the command line, which must outlive the server
 * @error: return location for an error
 *
 * Opens the firm's file, fills it on its first use, and listens on 127.0.0.1.
 *
 * Returns: (transfer full) (nullable): the server
 */
PracticeServer *
practice_server_new (const PracticeOptions *options, GError **error)
{
  g_autoptr (PracticeServer) self = g_new0 (PracticeServer, 1);

  self->options = options;
  self->database = practice_database_open (options->data, error);
  if (self->database == NULL
      || !practice_seed_ensure (self->database, (guint) options->people, error))
    return NULL;

  self->directory = practice_directory_new (self->database);
  self->tokens = practice_tokens_new (options->tokens);
  self->rate = practice_rate_new ((guint) options->rate);
  self->server = soup_server_new ("server-header", "practice-firm", NULL);
  if (options->tls_certificate != NULL)
    {
      g_autoptr (GTlsCertificate) certificate =
          g_tls_certificate_new_from_files (options->tls_certificate, options->tls_key, error);

      if (certificate == NULL)
        return NULL;
      soup_server_set_tls_certificate (self->server, certificate);
    }
  g_signal_connect (self->server, "request-started", G_CALLBACK (started_cb), self);
  soup_server_add_early_handler (self->server, NULL, header_cb, self, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  if (!listen_on (self, options->port, error))
    return NULL;
  self->port = find_port (self->server);
  return g_steal_pointer (&self);
}

/**
 * practice_server_free:
 * @self: (transfer full): the server
 *
 * Closes everything.
 */
void
practice_server_free (PracticeServer *self)
{
  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_object (&self->reserved);
  g_clear_pointer (&self->rate, practice_rate_free);
  g_clear_pointer (&self->tokens, practice_tokens_free);
  g_clear_pointer (&self->directory, practice_directory_free);
  g_clear_pointer (&self->database, practice_database_close);
  g_free (self);
}

/**
 * practice_server_get_port:
 * @self: the server
 *
 * Returns: the port on which it listens
 */
int
practice_server_get_port (PracticeServer *self)
{
  return self->port;
}
