/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-http-message.h"

/* A token that could not stand in a header is none, and must not get the chance to be two. */
static gboolean
is_token (const char *token)
{
  for (const char *at = token; *at != '\0'; at++)
    if (!g_ascii_isgraph (*at))
      return FALSE;

  return *token != '\0';
}

static void
set_headers (SoupMessage *message, const PlannrRequest *request)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autofree char *authorization = g_strdup_printf ("Bearer %s", request->token);

  soup_message_headers_replace (headers, "Authorization", authorization);
  soup_message_headers_replace (headers, "Accept", "application/json");
  if (request->account_uuid != NULL)
    soup_message_headers_replace (headers, "X-PLANNR-ACCOUNT-UUID", request->account_uuid);

  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", request->body);
  else
    soup_message_headers_replace (headers, "Content-Type", "application/json");
}

/**
 * plannr_http_message_new:
 * @request: what is to be asked for
 * @error: return location
 *
 * Makes the message with the specification's four headers.
 *
 * Returns: (transfer full) (nullable): the message; %NULL with %PLANNR_ERROR_UNAUTHORIZED where the
 *   token cannot be one, or %PLANNR_ERROR_ADDRESS
 */
SoupMessage *
plannr_http_message_new (const PlannrRequest *request, GError **error)
{
  SoupMessage *message;

  if (!is_token (request->token))
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED,
                           "This cannot be an access token");
      return NULL;
    }

  message = soup_message_new (request->method, request->uri);
  if (message == NULL)
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_ADDRESS,
                           "This is no address of a server");
      return NULL;
    }

  /* Idempotent is what libsoup calls a message that may use a connection that is already open;
   * that it would send such a one again, too, is prevented where it is sent. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_IDEMPOTENT);
  set_headers (message, request);

  return message;
}

/**
 * plannr_http_message_get_rate_remaining:
 * @message: a message
 *
 * `X-Ratelimit-Remaining`.
 *
 * Returns: how many requests the server would still answer this minute; −1 where it does not say
 */
gint64
plannr_http_message_get_rate_remaining (SoupMessage *message)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                   "X-Ratelimit-Remaining");
  guint64 remaining = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &remaining, NULL))
    return -1;

  return (gint64) remaining;
}
