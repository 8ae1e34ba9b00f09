/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-failure.h"

#include "plannr-json-document.h"
#include "plannr-json.h"
#include "plannr-text.h"

/* What is kept of what a server says about an error. */
#define MAX_MESSAGE     1000
#define MAX_KEY         200
#define MAX_FIELDS      100

#define MAX_RETRY_AFTER (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

/**
 * plannr_failure_new:
 * @code: what went wrong
 * @message: the same for the log
 *
 * Returns: (transfer full): the error, with details yet to be filled in
 */
GError *
plannr_failure_new (PlannrError code, const char *message)
{
  return g_error_new_literal (PLANNR_ERROR, (int) code, message);
}

static PlannrError
code_from_io (int code)
{
  switch (code)
    {
    case G_IO_ERROR_HOST_NOT_FOUND:
      return PLANNR_ERROR_NAME_NOT_FOUND;
    case G_IO_ERROR_CONNECTION_REFUSED:
      return PLANNR_ERROR_REFUSED;
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_HOST_UNREACHABLE:
      return PLANNR_ERROR_OFFLINE;
    case G_IO_ERROR_TIMED_OUT:
      return PLANNR_ERROR_DEADLINE;
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return PLANNR_ERROR_PROXY;
    case G_IO_ERROR_INVALID_DATA:
      /* The body was packed, and would not unpack. */
      return PLANNR_ERROR_BROKEN_JSON;
    default:
      return PLANNR_ERROR_CONNECTION_LOST;
    }
}

static PlannrError
code_from_session (int code)
{
  switch (code)
    {
    case SOUP_SESSION_ERROR_PARSING:
      /* What answers does not even speak HTTP. */
      return PLANNR_ERROR_NOT_JSON;
    case SOUP_SESSION_ERROR_ENCODING:
      return PLANNR_ERROR_BROKEN_JSON;
    case SOUP_SESSION_ERROR_TOO_MANY_REDIRECTS:
    case SOUP_SESSION_ERROR_REDIRECT_NO_LOCATION:
    case SOUP_SESSION_ERROR_REDIRECT_BAD_URI:
      return PLANNR_ERROR_REDIRECT;
    default:
      return PLANNR_ERROR_CONNECTION_LOST;
    }
}

/**
 * plannr_failure_from_transport:
 * @cause: what libsoup or GIO reported
 *
 * Returns: (transfer full): the same as an error of %PLANNR_ERROR; a copy of @cause where it is
 *   %G_IO_ERROR_CANCELLED
 */
GError *
plannr_failure_from_transport (const GError *cause)
{
  PlannrError code = PLANNR_ERROR_CONNECTION_LOST;

  g_return_val_if_fail (cause != NULL, NULL);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);

  if (cause->domain == G_RESOLVER_ERROR)
    /* A resolver that cannot be reached is what a computer without a network has. */
    code = cause->code == G_RESOLVER_ERROR_TEMPORARY_FAILURE ? PLANNR_ERROR_OFFLINE
                                                             : PLANNR_ERROR_NAME_NOT_FOUND;
  else if (cause->domain == G_TLS_ERROR)
    code = cause->code == G_TLS_ERROR_EOF ? PLANNR_ERROR_CONNECTION_LOST : PLANNR_ERROR_TLS;
  else if (cause->domain == G_IO_ERROR)
    code = code_from_io (cause->code);
  else if (cause->domain == SOUP_SESSION_ERROR)
    code = code_from_session (cause->code);

  return plannr_failure_new (code, cause->message);
}

static PlannrError
code_from_status (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_BAD_REQUEST:
    case SOUP_STATUS_UNPROCESSABLE_ENTITY:
      return PLANNR_ERROR_INVALID;
    case SOUP_STATUS_UNAUTHORIZED:
      return PLANNR_ERROR_UNAUTHORIZED;
    case SOUP_STATUS_FORBIDDEN:
      return PLANNR_ERROR_FORBIDDEN;
    case SOUP_STATUS_NOT_FOUND:
      return PLANNR_ERROR_NOT_FOUND;
    case SOUP_STATUS_METHOD_NOT_ALLOWED:
      return PLANNR_ERROR_METHOD;
    case SOUP_STATUS_PROXY_UNAUTHORIZED:
      return PLANNR_ERROR_PROXY;
    case SOUP_STATUS_CONFLICT:
      return PLANNR_ERROR_CONFLICT;
    case 429:
      return PLANNR_ERROR_BUSY;
    default:
      break;
    }

  if (status >= 300 && status < 400)
    return PLANNR_ERROR_REDIRECT;
  if (status >= 400 && status < 500)
    return PLANNR_ERROR_REJECTED;
  if (status >= 500 && status < 600)
    return PLANNR_ERROR_SERVER;

  return PLANNR_ERROR_UNEXPECTED;
}

/* `Retry-After`: seconds, or a date; that of the server's clock, where it tells us the time. */
static gint64
read_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  const char *date = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GDateTime) now = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &seconds, NULL))
    return MIN ((gint64) seconds * 1000, MAX_RETRY_AFTER);

  until = soup_date_time_new_from_http_string (text);
  if (until == NULL)
    return -1;

  if (date != NULL)
    now = soup_date_time_new_from_http_string (date);
  if (now == NULL)
    now = g_date_time_new_now_utc ();

  return CLAMP (g_date_time_difference (until, now) / 1000, 0, MAX_RETRY_AFTER);
}

/* A page for a browser that strayed into a string is no sentence for a person. */
static char *
clean_message (JsonNode *node)
{
  const char *string = plannr_json_as_string (node);
  g_autofree char *message = NULL;

  if (string == NULL)
    return NULL;

  message = g_strstrip (plannr_text_clean (string, MAX_MESSAGE, TRUE));

  return *message != '\0' && *message != '<' ? g_steal_pointer (&message) : NULL;
}

static void
add_field (GPtrArray *fields, const char *key, JsonNode *node)
{
  g_autofree char *clean_key = NULL;
  g_autofree char *message = clean_message (node);

  if (message == NULL || fields->len == MAX_FIELDS)
    return;

  clean_key = plannr_text_clean (key, MAX_KEY, FALSE);
  g_ptr_array_add (fields, plannr_field_error_new (clean_key, message));
}

/* `errors`: for each field one message, or several. */
static GPtrArray *
read_fields (JsonObject *errors)
{
  g_autoptr (GPtrArray) fields =
      g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_field_error_free);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (errors == NULL)
    return NULL;

  json_object_iter_init_ordered (&iter, errors);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      JsonArray *messages = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      guint n = messages != NULL ? json_array_get_length (messages) : 0;

      for (guint i = 0; i < n && fields->len < MAX_FIELDS; i++)
        add_field (fields, key, json_array_get_element (messages, i));
      if (messages == NULL)
        add_field (fields, key, node);
    }

  return fields->len > 0 ? g_steal_pointer (&fields) : NULL;
}

/**
 * plannr_failure_from_status:
 * @status: a status that is not a 2xx
 * @headers: (nullable): the headers of the answer, where they are still there
 * @body: (nullable): the body of the answer, where it is one of JSON and came whole
 *
 * Returns: (transfer full): the error that the status means, with what the server said about it
 */
GError *
plannr_failure_from_status (guint status, SoupMessageHeaders *headers, GBytes *body)
{
  g_autofree char *text = g_strdup_printf ("The server answered %u", status);
  GError *error = plannr_failure_new (code_from_status (status), text);
  PlannrErrorDetails *details = plannr_error_get_details (error);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  details->status = status;
  if (headers != NULL)
    details->retry_after = read_retry_after (headers);

  if (body != NULL)
    root = plannr_json_document_read (body, NULL);

  object = plannr_json_as_object (root);
  details->message = clean_message (plannr_json_get (object, "message"));
  details->fields = read_fields (plannr_json_get_object (object, "errors"));

  return error;
}
