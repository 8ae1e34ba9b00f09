/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-loopback.h"

/**
 * plannr_loopback_is_host:
 * @host: (nullable): the host of an address
 *
 * Returns: whether it is this computer itself: `localhost`, 127.0.0.0/8 or ::1
 */
gboolean
plannr_loopback_is_host (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;

  address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}
