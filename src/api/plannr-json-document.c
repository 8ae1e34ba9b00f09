/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-json-document.h"

#include "plannr-error.h"
#include "plannr-json-scan.h"

/**
 * plannr_json_document_is_type:
 * @content_type: (nullable): a media type, without parameters
 *
 * Returns: whether it is one of JSON: `application/json`, or any that ends in `+json`
 */
gboolean
plannr_json_document_is_type (const char *content_type)
{
  g_autofree char *type = NULL;

  if (content_type == NULL)
    return FALSE;

  type = g_ascii_strdown (content_type, -1);

  return g_str_equal (type, "application/json") || g_str_has_suffix (type, "+json");
}

static gboolean
check (PlannrJsonVerdict verdict, GError **error)
{
  switch (verdict)
    {
    case PLANNR_JSON_SOUND:
      return TRUE;
    case PLANNR_JSON_TOO_DEEP:
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_HOSTILE_JSON,
                           "The answer is nested too deeply");
      return FALSE;
    case PLANNR_JSON_TOO_MANY:
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_HOSTILE_JSON,
                           "The answer is of too many values");
      return FALSE;
    case PLANNR_JSON_TOO_BIG:
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_TOO_BIG, "The answer is too large");
      return FALSE;
    case PLANNR_JSON_BROKEN:
    default:
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_BROKEN_JSON,
                           "The answer is not one whole JSON document");
      return FALSE;
    }
}

/**
 * plannr_json_document_read:
 * @bytes: the body of an answer
 * @error: return location
 *
 * Reads a document, once a strict scan has found nothing wrong with it. May be called from any
 * thread.
 *
 * Returns: (transfer full) (nullable): its root; %NULL with %PLANNR_ERROR_BROKEN_JSON,
 *   %PLANNR_ERROR_HOSTILE_JSON or %PLANNR_ERROR_TOO_BIG set
 */
JsonNode *
plannr_json_document_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!check (plannr_json_scan (data, length), error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, (gssize) length, &cause))
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_BROKEN_JSON, cause->message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}
