/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-json-reader.h"

#include <string.h>

/* json-glib's own parser takes comments, two documents and numbers beyond its range. A server that
 * is to find a client's mistakes may not, hence this one, as strict as PHP's json_decode. */

#define MAX_DEPTH 64

typedef struct
{
  const char *at;
  const char *end;
  guint depth;
} Reader;

static JsonNode *read_value (Reader *self);

static void
skip_space (Reader *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
    self->at++;
}

static gboolean
accept (Reader *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || strncmp (self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

static gboolean
read_hex (Reader *self, gunichar *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (self->at >= self->end || !g_ascii_isxdigit (*self->at))
        return FALSE;
      *value = *value * 16 + (gunichar) g_ascii_xdigit_value (*self->at++);
    }
  return TRUE;
}

static gboolean
read_escaped_unichar (Reader *self, GString *text)
{
  gunichar c;
  gunichar low;

  if (!read_hex (self, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00)
    {
      if (!accept (self, "\\u") || !read_hex (self, &low) || low < 0xdc00 || low > 0xdfff)
        return FALSE;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  /* NUL can't be held in a C string; nothing that a person types contains it. */
  if (c == 0 || (c >= 0xdc00 && c <= 0xdfff))
    return FALSE;
  g_string_append_unichar (text, c);
  return TRUE;
}

static gboolean
read_escape (Reader *self, GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (self->at >= self->end || *self->at == '\0')
    return FALSE;
  if (*self->at == 'u')
    {
      self->at++;
      return read_escaped_unichar (self, text);
    }

  found = strchr (letters, *self->at++);
  if (found == NULL)
    return FALSE;
  g_string_append_c (text, meanings[found - letters]);
  return TRUE;
}

static char *
read_string (Reader *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!accept (self, "\""))
    return NULL;
  while (self->at < self->end)
    {
      char c = *self->at++;

      if (c == '"')
        return g_string_free (g_steal_pointer (&text), FALSE);
      if ((unsigned char) c < 0x20)
        return NULL;
      if (c != '\\')
        g_string_append_c (text, c);
      else if (!read_escape (self, text))
        return NULL;
    }
  return NULL;
}

static gboolean
skip_digits (Reader *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > start;
}

static JsonNode *
read_number (Reader *self)
{
  const char *start = self->at;
  g_autofree char *text = NULL;
  gboolean whole = TRUE;
  gint64 integer;

  accept (self, "-");
  if (!accept (self, "0") && !skip_digits (self))
    return NULL;
  if (accept (self, "."))
    {
      whole = FALSE;
      if (!skip_digits (self))
        return NULL;
    }
  if (accept (self, "e") || accept (self, "E"))
    {
      whole = FALSE;
      if (!accept (self, "+"))
        accept (self, "-");
      if (!skip_digits (self))
        return NULL;
    }

  text = g_strndup (start, (gsize) (self->at - start));
  if (whole && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return json_node_init_int (json_node_alloc (), integer);
  /* As in PHP, a number that no integer holds is a fraction. */
  return json_node_init_double (json_node_alloc (), g_ascii_strtod (text, NULL));
}

static JsonNode *
read_array (Reader *self)
{
  g_autoptr (JsonArray) array = json_array_new ();

  skip_space (self);
  if (!accept (self, "]"))
    {
      do
        {
          JsonNode *element = read_value (self);

          if (element == NULL)
            return NULL;
          json_array_add_element (array, element);
        }
      while (accept (self, ","));
      if (!accept (self, "]"))
        return NULL;
    }
  return json_node_init_array (json_node_alloc (), array);
}

static gboolean
read_member (Reader *self, JsonObject *object)
{
  g_autofree char *key = NULL;
  JsonNode *value;

  skip_space (self);
  key = read_string (self);
  if (key == NULL)
    return FALSE;
  skip_space (self);
  if (!accept (self, ":"))
    return FALSE;
  value = read_value (self);
  if (value == NULL)
    return FALSE;
  json_object_set_member (object, key, value);
  return TRUE;
}

static JsonNode *
read_object (Reader *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  skip_space (self);
  if (!accept (self, "}"))
    {
      do
        {
          if (!read_member (self, object))
            return NULL;
        }
      while (accept (self, ","));
      if (!accept (self, "}"))
        return NULL;
    }
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_bare (Reader *self)
{
  g_autofree char *text = NULL;

  if (accept (self, "null"))
    return json_node_new (JSON_NODE_NULL);
  if (accept (self, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (accept (self, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (self->at >= self->end || *self->at != '"')
    return read_number (self);

  text = read_string (self);
  return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
}

static JsonNode *
read_value (Reader *self)
{
  JsonNode *value;

  if (++self->depth > MAX_DEPTH)
    return NULL;
  skip_space (self);
  if (accept (self, "{"))
    value = read_object (self);
  else if (accept (self, "["))
    value = read_array (self);
  else
    value = read_bare (self);
  skip_space (self);
  self->depth--;
  return value;
}

/**
 * practice_json_read:
 * @text: what a client sent
 * @length: its length in bytes
 *
 * Reads one JSON document (RFC 8259) of at most 64 levels, strictly.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL where @text is no JSON
 */
JsonNode *
practice_json_read (const char *text, gsize length)
{
  Reader reader = { text, text + length, 0 };
  g_autoptr (JsonNode) root = NULL;

  if (!g_utf8_validate_len (text, length, NULL))
    return NULL;
  root = read_value (&reader);
  if (root == NULL || reader.at != reader.end)
    return NULL;
  return g_steal_pointer (&root);
}
