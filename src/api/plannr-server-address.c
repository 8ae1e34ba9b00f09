/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-loopback.h"

#include "plannr-api.h"

#include <string.h>

/* What people paste along with the address of a server. */
#define API_PATH "/api/v1"

static gboolean
is_host (const char *host)
{
  g_autofree char *ascii = NULL;

  if (host == NULL || *host == '\0')
    return FALSE;
  if (g_hostname_is_ip_address (host))
    return TRUE;

  ascii = g_hostname_to_ascii (host);

  return ascii != NULL
         && strspn (ascii, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._")
                == strlen (ascii);
}

static char *
strip_path (const char *path)
{
  g_autofree char *stripped = g_strdup (path);

  for (;;)
    {
      gsize length = strlen (stripped);

      if (length > 0 && stripped[length - 1] == '/')
        stripped[length - 1] = '\0';
      else if (g_str_has_suffix (stripped, API_PATH))
        stripped[length - strlen (API_PATH)] = '\0';
      else
        return g_steal_pointer (&stripped);
    }
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_ADDRESS, message);

  return FALSE;
}

static gboolean
check (GUri *uri, GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (!is_host (host))
    return refuse (error, "The address names no server");
  if (g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL
      || g_uri_get_fragment (uri) != NULL)
    return refuse (error, "The address holds more than a server");
  if (g_str_equal (scheme, "https"))
    return TRUE;
  if (g_str_equal (scheme, "http") && plannr_loopback_is_host (host))
    return TRUE;

  return refuse (error, "The connection would not be private");
}

/**
 * plannr_api_check_server:
 * @url: the address of a server, as somebody gave it
 * @error: return location
 *
 * Only https will do, but for this computer itself. White space, slashes at the end and a pasted
 * `/api/v1` are taken off.
 *
 * Returns: (transfer full) (nullable): the address as plannr_api_new() takes it; %NULL with
 *   %PLANNR_ERROR_ADDRESS
 */
char *
plannr_api_check_server (const char *url, GError **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GUri) uri = NULL;
  gboolean https;
  int port;

  g_return_val_if_fail (url != NULL, NULL);

  stripped = g_strstrip (g_strdup (url));
  uri = g_uri_parse (stripped, G_URI_FLAGS_ENCODED_PATH, NULL);
  if (uri == NULL)
    {
      refuse (error, "This is no address");
      return NULL;
    }
  if (!check (uri, error))
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = strip_path (g_uri_get_path (uri));
  https = g_str_equal (g_uri_get_scheme (uri), "https");
  port = g_uri_get_port (uri);
  if (port == (https ? 443 : 80))
    port = -1;

  return g_uri_join (G_URI_FLAGS_ENCODED_PATH, g_uri_get_scheme (uri), NULL, host, port, path, NULL,
                     NULL);
}
