/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-custom-field.h"

#include "plannr-custom-field.h"
#include "plannr-json.h"
#include "plannr-text.h"

static char *
dup_scalar (JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *string = plannr_json_as_string (node);

  if (string != NULL)
    return plannr_text_clean (string, PLANNR_TEXT_MAX, TRUE);
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case G_TYPE_DOUBLE:
      return g_strdup (
          g_ascii_formatd (number, sizeof number, "%.15g", json_node_get_double (node)));
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    default:
      return NULL;
    }
}

/* A selection of several things is an array of them. */
static char *
dup_value (JsonNode *node)
{
  g_autoptr (GString) values = NULL;
  JsonArray *array;
  guint n;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return node != NULL ? dup_scalar (node) : NULL;

  array = json_node_get_array (node);
  n = json_array_get_length (array);
  values = g_string_new (NULL);

  for (guint i = 0; i < n && values->len < PLANNR_TEXT_MAX; i++)
    {
      g_autofree char *value = dup_scalar (json_array_get_element (array, i));

      if (value != NULL)
        g_string_append_printf (values, "%s%s", values->len > 0 ? ", " : "", value);
    }

  return values->len > 0 ? plannr_text_clean (values->str, PLANNR_TEXT_MAX, TRUE) : NULL;
}

/**
 * plannr_read_custom_field:
 * @object: (nullable): a custom field as Plannr writes one, with its value
 *
 * Returns: (transfer full) (nullable) (type PlannrCustomField): the field, its value as text; %NULL
 *   where it has neither UUID nor name
 */
gpointer
plannr_read_custom_field (JsonObject *object)
{
  g_autofree char *uuid = plannr_json_dup_uuid (object, "uuid");
  g_autofree char *name = plannr_json_dup_text (object, "name");
  g_autofree char *value = NULL;
  g_autofree char *help_text = NULL;

  if (uuid == NULL && (name == NULL || *name == '\0'))
    return NULL;

  value = dup_value (plannr_json_get (object, "value"));
  help_text = plannr_json_dup_prose (object, "help_text");

  return g_object_new (PLANNR_TYPE_CUSTOM_FIELD, "uuid", uuid, "name", name, "value", value,
                       "help-text", help_text, NULL);
}
