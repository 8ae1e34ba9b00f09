/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-proxy.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ledger-tunnel.h"

#define MOST_TUNNELS 64

struct _LedgerProxy
{
  GThread *thread;
  int listener;
  int stop[2]; /* a pipe: when its other end is closed the thread ends */
  guint16 port;
  GPtrArray *tunnels; /* (owned): of LedgerTunnel, the thread's alone */

  GMutex lock; /* for what follows */
  LedgerProxyMode mode;
  guint number;
  LedgerRange which;
  guint since_then; /* CONNECTs since the mode was set */
  guint connects;
};

static gboolean
open_tunnel (LedgerProxy *self, LedgerTunnel *tunnel)
{
  LedgerProxyMode mode;
  guint number;

  g_mutex_lock (&self->lock);
  self->connects++;
  self->since_then++;
  mode = ledger_range_contains (self->which, self->since_then) ? self->mode : LEDGER_PROXY_PASS;
  number = self->number;
  g_mutex_unlock (&self->lock);
  return ledger_tunnel_open (tunnel, mode, number);
}

/* Returns: whether the tunnel may stay */
static gboolean
serve (LedgerProxy *self, LedgerTunnel *tunnel, short client, short server)
{
  gboolean complete;

  if (!tunnel->is_open)
    return client == 0
           || (ledger_tunnel_read_header (tunnel, &complete)
               && (!complete || open_tunnel (self, tunnel)));
  return (client == 0 || ledger_tunnel_pass (tunnel, TRUE))
         && (server == 0 || ledger_tunnel_pass (tunnel, FALSE));
}

static void
accept_one (LedgerProxy *self)
{
  int client = accept (self->listener, NULL, NULL);

  if (client >= 0)
    fcntl (client, F_SETFD, FD_CLOEXEC);
  if (client >= 0 && self->tunnels->len < MOST_TUNNELS)
    g_ptr_array_add (self->tunnels, ledger_tunnel_new (client));
  else if (client >= 0)
    close (client);
}

static gpointer
run (gpointer data)
{
  LedgerProxy *self = data;
  struct pollfd fds[2 + 2 * MOST_TUNNELS];

  for (;;)
    {
      guint count = self->tunnels->len;

      fds[0] = (struct pollfd){ .fd = self->stop[0], .events = POLLIN };
      fds[1] = (struct pollfd){ .fd = self->listener, .events = POLLIN };
      for (guint i = 0; i < count; i++)
        {
          LedgerTunnel *tunnel = g_ptr_array_index (self->tunnels, i);

          fds[2 + 2 * i] = (struct pollfd){ .fd = tunnel->client, .events = POLLIN };
          fds[3 + 2 * i] = (struct pollfd){ .fd = tunnel->server, .events = POLLIN };
        }

      if (poll (fds, 2 + 2 * count, -1) < 0 && errno != EINTR)
        g_error ("poll: %s", g_strerror (errno));
      if (fds[0].revents != 0)
        return NULL;
      for (guint i = count; i > 0; i--)
        if (!serve (self, g_ptr_array_index (self->tunnels, i - 1), fds[2 * i].revents,
                    fds[2 * i + 1].revents))
          g_ptr_array_remove_index (self->tunnels, i - 1);
      if (fds[1].revents != 0)
        accept_one (self);
    }
}

/**
 * ledger_proxy_new:
 *
 * Starts an HTTP proxy on 127.0.0.1, in a thread of its own, that takes CONNECT to any port of this
 * computer, under whatever name.
 *
 * Returns: (transfer full): the proxy
 */
LedgerProxy *
ledger_proxy_new (void)
{
  LedgerProxy *self = g_new0 (LedgerProxy, 1);
  struct sockaddr_in address = { .sin_family = AF_INET };
  socklen_t length = sizeof address;

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  self->listener = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (self->listener < 0 || bind (self->listener, (struct sockaddr *) &address, length) != 0
      || listen (self->listener, MOST_TUNNELS) != 0
      || getsockname (self->listener, (struct sockaddr *) &address, &length) != 0
      || !g_unix_open_pipe (self->stop, FD_CLOEXEC, NULL))
    g_error ("A proxy can't listen: %s", g_strerror (errno));

  self->port = ntohs (address.sin_port);
  self->tunnels = g_ptr_array_new_with_free_func ((GDestroyNotify) ledger_tunnel_free);
  g_mutex_init (&self->lock);
  self->thread = g_thread_new ("proxy", run, self);
  return self;
}

/**
 * ledger_proxy_free:
 * @self: (transfer full): a proxy
 *
 * Closes everything.
 */
void
ledger_proxy_free (LedgerProxy *self)
{
  close (self->stop[1]);
  g_thread_join (self->thread);
  close (self->stop[0]);
  close (self->listener);
  g_ptr_array_unref (self->tunnels);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * ledger_proxy_get_port:
 * @self: a proxy
 *
 * Returns: the port on which it listens
 */
guint16
ledger_proxy_get_port (LedgerProxy *self)
{
  return self->port;
}

/**
 * ledger_proxy_get_connects:
 * @self: a proxy
 *
 * Returns: how many CONNECTs have come
 */
guint
ledger_proxy_get_connects (LedgerProxy *self)
{
  guint connects;

  g_mutex_lock (&self->lock);
  connects = self->connects;
  g_mutex_unlock (&self->lock);
  return connects;
}

/**
 * ledger_proxy_set_mode:
 * @self: a proxy
 * @mode: what it does
 * @number: the status for %LEDGER_PROXY_REFUSE, the bytes (at least 1) for %LEDGER_PROXY_CUT
 * @which: the CONNECTs that it does it with, counted from now on; { 1, 0 } for all
 *
 * Says what goes wrong from now on. The other CONNECTs pass.
 */
void
ledger_proxy_set_mode (LedgerProxy *self, LedgerProxyMode mode, guint number, LedgerRange which)
{
  g_mutex_lock (&self->lock);
  self->mode = mode;
  self->number = number;
  self->which = which;
  self->since_then = 0;
  g_mutex_unlock (&self->lock);
}
