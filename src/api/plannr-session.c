/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-proxy-resolver.h"

#include "plannr-api.h"

/* Every request has a deadline of its own; this is only for a connection that went quiet without
 * one. In seconds, as libsoup has them. */
#define TIMEOUT         60

/* How long a connection is kept for a series of creates. */
#define IDLE_TIMEOUT    30

/* Enough that a create does not queue behind the pickers' look-ups, or behind what is kept up to date
 * in the background. */
#define MAX_CONNECTIONS 10

/**
 * plannr_api_session_new:
 *
 * A session for #PlannrApi. It keeps no cookies, writes no log of what is sent, speaks to this
 * computer without a proxy, and takes no certificate that the system does not trust.
 *
 * `SOUP_FORCE_HTTP1` must be in the environment of the process: on HTTP/2 libsoup sends some
 * requests a second time by itself, without their body.
 *
 * Returns: (transfer full): the session
 */
SoupSession *
plannr_api_session_new (void)
{
  g_autoptr (GProxyResolver) resolver = plannr_proxy_resolver_new (g_proxy_resolver_get_default ());

  return soup_session_new_with_options ("idle-timeout", IDLE_TIMEOUT, "max-conns",
                                        2 * MAX_CONNECTIONS, "max-conns-per-host", MAX_CONNECTIONS,
                                        "proxy-resolver", resolver, "timeout", TIMEOUT,
                                        "user-agent", "plannr-cases/" PACKAGE_VERSION, NULL);
}
