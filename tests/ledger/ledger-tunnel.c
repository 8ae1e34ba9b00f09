/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-tunnel.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LONGEST_HEADER 8192
#define SECONDS        10

static const char page[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 38\r\n\r\n"
    "<html><body>Please sign in</body></html>";
static const char garbage[] = "\x15\x03\x00\xff\xfe\x80{\"uuid\":]]}\x7f";

/* Nobody waits for ever for an end that does not read. */
static void
set_timeouts (int fd)
{
  struct timeval time = { .tv_sec = SECONDS };

  setsockopt (fd, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
  setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}

static gboolean
send_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize sent = send (fd, data, length, MSG_NOSIGNAL);

      if (sent <= 0)
        return FALSE;
      data += sent;
      length -= (gsize) sent;
    }
  return TRUE;
}

static gboolean
say (LedgerTunnel *self, const char *text)
{
  return send_all (self->client, text, strlen (text));
}

/* Whatever the name, it means this computer: a test may so give its server one that is not. */
static gboolean
connect_to_server (LedgerTunnel *self)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  const char *end = strchr (self->header->str, '\r');
  g_autofree char *line = g_strndup (self->header->str, (gsize) (end - self->header->str));
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  const char *colon;
  guint64 port;

  if (g_strv_length (words) != 3 || !g_str_equal (words[0], "CONNECT"))
    return FALSE;
  colon = strrchr (words[1], ':');
  if (colon == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 1, 65535, &port, NULL))
    return FALSE;

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  address.sin_port = htons ((guint16) port);
  self->server = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  set_timeouts (self->server);
  return connect (self->server, (struct sockaddr *) &address, sizeof address) == 0;
}

/**
 * ledger_tunnel_new:
 * @client: (transfer full): a connection that was accepted
 *
 * Returns: (transfer full): a tunnel that leads nowhere yet
 */
LedgerTunnel *
ledger_tunnel_new (int client)
{
  LedgerTunnel *self = g_new0 (LedgerTunnel, 1);

  self->client = client;
  self->server = -1;
  self->header = g_string_new (NULL);
  set_timeouts (client);
  return self;
}

/**
 * ledger_tunnel_free:
 * @self: (transfer full): a tunnel
 *
 * Closes both ends.
 */
void
ledger_tunnel_free (LedgerTunnel *self)
{
  close (self->client);
  if (self->server >= 0)
    close (self->server);
  g_string_free (self->header, TRUE);
  g_free (self);
}

/**
 * ledger_tunnel_read_header:
 * @self: a tunnel that is not open
 * @complete: (out): whether the CONNECT is there as a whole
 *
 * Reads what the client has sent, never more than its CONNECT.
 *
 * Returns: whether the tunnel may stay
 */
gboolean
ledger_tunnel_read_header (LedgerTunnel *self, gboolean *complete)
{
  char buffer[LONGEST_HEADER];
  gssize seen = recv (self->client, buffer, sizeof buffer - 1, MSG_PEEK);
  gsize before = self->header->len;
  const char *end;

  *complete = FALSE;
  if (seen <= 0 || before + (gsize) seen > LONGEST_HEADER)
    return FALSE;

  g_string_append_len (self->header, buffer, seen);
  end = strstr (self->header->str, "\r\n\r\n");
  if (end != NULL)
    g_string_truncate (self->header, (gsize) (end + 4 - self->header->str));
  *complete = end != NULL;
  return recv (self->client, buffer, self->header->len - before, 0) > 0;
}

/**
 * ledger_tunnel_open:
 * @self: a tunnel whose CONNECT has come
 * @mode: what to do with it
 * @number: the status, or how many bytes may pass
 *
 * Answers the CONNECT.
 *
 * Returns: whether the tunnel may stay
 */
gboolean
ledger_tunnel_open (LedgerTunnel *self, LedgerProxyMode mode, guint number)
{
  g_autofree char *refusal = NULL;
  gboolean leads = mode == LEDGER_PROXY_PASS || mode == LEDGER_PROXY_CUT;

  if (mode == LEDGER_PROXY_CLOSE)
    return FALSE;
  if (mode == LEDGER_PROXY_REFUSE || (leads && !connect_to_server (self)))
    {
      guint status = mode == LEDGER_PROXY_REFUSE ? number : 502;

      refusal =
          g_strdup_printf ("HTTP/1.1 %u Refused\r\n%sContent-Length: 0\r\n\r\n", status,
                           status == 407 ? "Proxy-Authenticate: Basic realm=\"proxy\"\r\n" : "");
      say (self, refusal);
      return FALSE;
    }

  self->is_open = TRUE;
  self->mode = mode;
  self->left = mode == LEDGER_PROXY_CUT ? number : G_MAXSIZE;
  return say (self, "HTTP/1.1 200 Connection established\r\n\r\n")
         && mode != LEDGER_PROXY_CLOSE_AFTER;
}

/**
 * ledger_tunnel_pass:
 * @self: an open tunnel
 * @from_client: which end has something to be read
 *
 * Passes that on, or answers it itself where the proxy lies.
 *
 * Returns: whether the tunnel may stay
 */
gboolean
ledger_tunnel_pass (LedgerTunnel *self, gboolean from_client)
{
  char buffer[16384];
  gssize length =
      recv (from_client ? self->client : self->server, buffer, MIN (sizeof buffer, self->left), 0);

  if (length <= 0)
    return FALSE;
  if (self->mode == LEDGER_PROXY_LIE_HTML || self->mode == LEDGER_PROXY_LIE_GARBAGE)
    {
      say (self, self->mode == LEDGER_PROXY_LIE_HTML ? page : garbage);
      return FALSE;
    }
  if (self->mode == LEDGER_PROXY_CUT)
    self->left -= (gsize) length;
  return send_all (from_client ? self->server : self->client, buffer, (gsize) length)
         && self->left > 0;
}
