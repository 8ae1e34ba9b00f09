/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-json.h"

#include "plannr-date.h"
#include "plannr-text.h"
#include "plannr-uuid.h"

/*
 * json-glib's own getters complain of a missing member and coerce a wrong type. Whatever is not
 * what it should be is absent here; nothing that a server sends is a programmer's error.
 */

/**
 * plannr_json_get:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the member; %NULL where there is none
 */
JsonNode *
plannr_json_get (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

/**
 * plannr_json_as_object:
 * @node: (nullable): a value
 *
 * Returns: (transfer none) (nullable): the object that @node is; %NULL where it is something else
 */
JsonObject *
plannr_json_as_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * plannr_json_get_object:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the object that the member is
 */
JsonObject *
plannr_json_get_object (JsonObject *object, const char *name)
{
  return plannr_json_as_object (plannr_json_get (object, name));
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * plannr_json_as_string:
 * @node: (nullable): a value
 *
 * Returns: (transfer none) (nullable): the string that @node is; %NULL where it is something else,
 *   or the name of a PHP class
 */
const char *
plannr_json_as_string (JsonNode *node)
{
  const char *string = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;

  return string != NULL && !plannr_text_is_class_name (string) ? string : NULL;
}

/**
 * plannr_json_get_string:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the string that the member is, as it came: not to be shown
 */
const char *
plannr_json_get_string (JsonObject *object, const char *name)
{
  return plannr_json_as_string (plannr_json_get (object, name));
}

/**
 * plannr_json_get_integer:
 * @object: (nullable): an object
 * @name: the name of a member
 * @integer: (out): the integer
 *
 * Reads an integer, or a string of digits.
 *
 * Returns: whether the member is one
 */
gboolean
plannr_json_get_integer (JsonObject *object, const char *name, gint64 *integer)
{
  JsonNode *node = plannr_json_get (object, name);
  const char *string = plannr_json_as_string (node);

  if (holds (node, G_TYPE_INT64))
    {
      *integer = json_node_get_int (node);
      return TRUE;
    }

  return string != NULL
         && g_ascii_string_to_signed (string, 10, G_MININT64, G_MAXINT64, integer, NULL);
}

/**
 * plannr_json_get_count:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: the number that the member is; −1 where it is none, negative, or beyond %G_MAXINT
 */
int
plannr_json_get_count (JsonObject *object, const char *name)
{
  gint64 integer;

  if (!plannr_json_get_integer (object, name, &integer) || integer < 0 || integer > G_MAXINT)
    return -1;

  return (int) integer;
}

/**
 * plannr_json_get_boolean:
 * @object: (nullable): an object
 * @name: the name of a member
 * @fallback: what to take it for where it is not said
 *
 * Reads `true` and `false`, bare or as strings.
 *
 * Returns: whether the member is true
 */
gboolean
plannr_json_get_boolean (JsonObject *object, const char *name, gboolean fallback)
{
  JsonNode *node = plannr_json_get (object, name);
  const char *string = plannr_json_as_string (node);

  if (holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);
  if (g_strcmp0 (string, "true") == 0)
    return TRUE;
  if (g_strcmp0 (string, "false") == 0)
    return FALSE;

  return fallback;
}

/* PHP writes a list that something was filtered out of as {"0": …, "2": …}. */
static gboolean
is_filtered_list (JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT32, NULL, NULL))
      return FALSE;

  return json_object_get_size (object) > 0;
}

/**
 * plannr_json_get_list:
 * @node: (nullable): a value that may be a list
 *
 * Reads an array, and one object in the place of an array of one. What is no object in the array
 * is left out.
 *
 * Returns: (transfer container) (nullable) (element-type JsonObject): the objects; %NULL where
 *   @node is not there, null, a name of a class, or an array in which there is not one object
 */
GPtrArray *
plannr_json_get_list (JsonNode *node)
{
  JsonObject *object = plannr_json_as_object (node);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GList) nodes = NULL;

  if (object != NULL && !is_filtered_list (object))
    {
      g_ptr_array_add (list, object);
      return g_steal_pointer (&list);
    }

  if (object != NULL)
    nodes = json_object_get_values (object);
  else if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    nodes = json_array_get_elements (json_node_get_array (node));
  else
    return NULL;

  for (GList *at = nodes; at != NULL; at = at->next)
    if (JSON_NODE_HOLDS_OBJECT (at->data))
      g_ptr_array_add (list, json_node_get_object (at->data));

  return list->len > 0 || nodes == NULL ? g_steal_pointer (&list) : NULL;
}

/**
 * plannr_json_dup_text:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer full) (nullable): the string that the member is, fit to be shown in a line
 */
char *
plannr_json_dup_text (JsonObject *object, const char *name)
{
  const char *string = plannr_json_get_string (object, name);

  return string != NULL ? plannr_text_clean (string, PLANNR_TEXT_MAX, FALSE) : NULL;
}

/**
 * plannr_json_dup_prose:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer full) (nullable): the string that the member is, fit to be shown in paragraphs
 */
char *
plannr_json_dup_prose (JsonObject *object, const char *name)
{
  const char *string = plannr_json_get_string (object, name);

  return string != NULL ? plannr_text_clean (string, PLANNR_TEXT_MAX, TRUE) : NULL;
}

/**
 * plannr_json_dup_uuid:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer full) (nullable): the UUID that the member is, in lower case
 */
char *
plannr_json_dup_uuid (JsonObject *object, const char *name)
{
  return plannr_uuid_parse (plannr_json_get_string (object, name));
}

/**
 * plannr_json_dup_uuids:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer full) (nullable): the UUIDs in the array that the member is; %NULL where it
 *   is none
 */
char **
plannr_json_dup_uuids (JsonObject *object, const char *name)
{
  JsonNode *node = plannr_json_get (object, name);
  g_autoptr (GStrvBuilder) uuids = g_strv_builder_new ();
  g_autoptr (GList) elements = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  elements = json_array_get_elements (json_node_get_array (node));
  for (GList *at = elements; at != NULL; at = at->next)
    {
      g_autofree char *uuid = plannr_uuid_parse (plannr_json_as_string (at->data));

      if (uuid != NULL)
        g_strv_builder_add (uuids, uuid);
    }

  return g_strv_builder_end (uuids);
}

/**
 * plannr_json_dup_date:
 * @object: (nullable): an object
 * @name: the name of a member
 *
 * Returns: (transfer full) (nullable): the moment that the member is, in any of Plannr's forms
 */
GDateTime *
plannr_json_dup_date (JsonObject *object, const char *name)
{
  const char *string = plannr_json_get_string (object, name);

  return string != NULL ? plannr_date_parse (string) : NULL;
}
