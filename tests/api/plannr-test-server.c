/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-test-server.h"

#include <string.h>

struct _PlannrTestServer
{
  SoupServer *server;  /* (owned) */
  char *url;           /* (owned) */
  GPtrArray *requests; /* (owned) */
  guint status;
  char *content_type;          /* (owned) (nullable) */
  GBytes *body;                /* (owned) (nullable) */
  SoupMessageHeaders *headers; /* (owned) */
  gboolean hold;
};

static void
request_free (PlannrTestRequest *request)
{
  g_free (request->method);
  g_free (request->path);
  g_free (request->query);
  soup_message_headers_unref (request->headers);
  g_bytes_unref (request->body);
  g_free (request);
}

static void
copy_header (const char *name, const char *value, gpointer user_data)
{
  soup_message_headers_append (user_data, name, value);
}

static PlannrTestRequest *
request_new (SoupServerMessage *message)
{
  PlannrTestRequest *request = g_new0 (PlannrTestRequest, 1);
  GUri *uri = soup_server_message_get_uri (message);
  GSocketAddress *remote = soup_server_message_get_remote_address (message);
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (message));

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (g_uri_get_path (uri));
  request->query = g_strdup (g_uri_get_query (uri));
  request->version = soup_server_message_get_http_version (message);
  request->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), copy_header,
                                request->headers);
  request->body = g_steal_pointer (&body);
  request->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (remote));

  return request;
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  PlannrTestServer *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  g_ptr_array_add (self->requests, request_new (message));

  if (self->hold)
    {
      soup_server_message_pause (message);
      return;
    }

  soup_server_message_set_status (message, self->status, NULL);
  soup_message_headers_foreach (self->headers, copy_header, headers);
  if (self->content_type != NULL)
    soup_message_headers_set_content_type (headers, self->content_type, NULL);
  if (self->body != NULL && g_bytes_get_size (self->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), self->body);
}

/**
 * plannr_test_server_new:
 * @certificate: (nullable): speak TLS, with this
 *
 * Listens on a port of this computer that is free.
 *
 * Returns: (transfer full): the server, answering 200 and `{}`
 */
PlannrTestServer *
plannr_test_server_new (GTlsCertificate *certificate)
{
  PlannrTestServer *self = g_new0 (PlannrTestServer, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  GSList *uris;

  self->server = soup_server_new ("tls-certificate", certificate, "raw-paths", TRUE, NULL);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) request_free);
  self->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY
                                | (certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  uri = g_uri_ref (uris->data);
  self->url = g_strdup_printf ("%s://127.0.0.1:%d", g_uri_get_scheme (uri), g_uri_get_port (uri));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  plannr_test_server_answer (self, 200, "{}");

  return self;
}

/**
 * plannr_test_server_free:
 * @self: (transfer full): a server
 */
void
plannr_test_server_free (PlannrTestServer *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self->url);
  g_ptr_array_unref (self->requests);
  g_free (self->content_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  soup_message_headers_unref (self->headers);
  g_free (self);
}

/**
 * plannr_test_server_get_url:
 * Returns: (transfer none): its address, without a slash at the end
 */
const char *
plannr_test_server_get_url (PlannrTestServer *self)
{
  return self->url;
}

/**
 * plannr_test_server_get_n_requests:
 * Returns: how many requests came
 */
guint
plannr_test_server_get_n_requests (PlannrTestServer *self)
{
  return self->requests->len;
}

/**
 * plannr_test_server_get_request:
 * Returns: (transfer none): one of the requests that came
 */
const PlannrTestRequest *
plannr_test_server_get_request (PlannrTestServer *self, guint index)
{
  g_assert_cmpuint (index, <, self->requests->len);

  return g_ptr_array_index (self->requests, index);
}

/**
 * plannr_test_server_answer:
 * @self: the server
 * @status: a status
 * @body: (nullable): a body of JSON
 *
 * Sets the answer to whatever comes from now on, and forgets the headers that were added.
 */
void
plannr_test_server_answer (PlannrTestServer *self, guint status, const char *body)
{
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;

  plannr_test_server_answer_bytes (self, status, body != NULL ? "application/json" : NULL, bytes);
}

/**
 * plannr_test_server_answer_bytes:
 * @self: the server
 * @status: a status
 * @content_type: (nullable): the body's type
 * @body: (nullable): the body
 *
 * Sets the answer to whatever comes from now on, and forgets the headers that were added.
 */
void
plannr_test_server_answer_bytes (PlannrTestServer *self,
                                 guint status,
                                 const char *content_type,
                                 GBytes *body)
{
  self->status = status;
  g_free (self->content_type);
  self->content_type = g_strdup (content_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = body != NULL ? g_bytes_ref (body) : NULL;
  soup_message_headers_clear (self->headers);
}

/**
 * plannr_test_server_add_header:
 *
 * Adds a header to the answer.
 */
void
plannr_test_server_add_header (PlannrTestServer *self, const char *name, const char *value)
{
  soup_message_headers_append (self->headers, name, value);
}

/**
 * plannr_test_server_hold:
 *
 * Leaves what comes from now on without an answer.
 */
void
plannr_test_server_hold (PlannrTestServer *self)
{
  self->hold = TRUE;
}
