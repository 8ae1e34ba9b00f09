/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ledger-proxy.h"

G_BEGIN_DECLS

/* One connection through a proxy. */
typedef struct
{
  int client;
  int server;           /* -1: not connected */
  GString *header;      /* (owned): the CONNECT, as far as it has come */
  gboolean is_open;     /* the CONNECT has been answered */
  LedgerProxyMode mode; /* from then on */
  gsize left;           /* bytes that may still pass, for LEDGER_PROXY_CUT */
} LedgerTunnel;

LedgerTunnel *ledger_tunnel_new (int client);
void ledger_tunnel_free (LedgerTunnel *self);
gboolean ledger_tunnel_read_header (LedgerTunnel *self, gboolean *complete);
gboolean ledger_tunnel_open (LedgerTunnel *self, LedgerProxyMode mode, guint number);
gboolean ledger_tunnel_pass (LedgerTunnel *self, gboolean from_client);

G_END_DECLS
