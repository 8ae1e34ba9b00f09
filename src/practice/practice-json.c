/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-json.h"

#include "practice-text.h"
#include "practice-time.h"

static void
append_quoted (GString *text, const char *value)
{
  const char *run = value;
  const char *p;

  g_string_append_c (text, '"');
  for (p = value; *p != '\0'; p++)
    {
      unsigned char c = (unsigned char) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (text, run, p - run);
      run = p + 1;
      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", c);
      else
        g_string_append_printf (text, "\\u%04x", c);
    }
  g_string_append_len (text, run, p - run);
  g_string_append_c (text, '"');
}

static void
lead (PracticeJson *self, const char *key)
{
  if (self->follows)
    g_string_append_c (self->text, ',');
  self->follows = TRUE;

  if (key != NULL)
    {
      append_quoted (self->text, key);
      g_string_append_c (self->text, ':');
    }
}

/**
 * practice_json_init:
 * @self: a writer
 *
 * Makes @self an empty text.
 */
void
practice_json_init (PracticeJson *self)
{
  self->text = g_string_sized_new (2048);
  self->follows = FALSE;
}

/**
 * practice_json_clear:
 * @self: a writer
 *
 * Frees what @self holds.
 */
void
practice_json_clear (PracticeJson *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

/**
 * practice_json_reset:
 * @self: a writer
 *
 * Throws away what was written, for an answer that turned out to be another one.
 */
void
practice_json_reset (PracticeJson *self)
{
  g_string_truncate (self->text, 0);
  self->follows = FALSE;
}

/**
 * practice_json_begin_object:
 * @self: a writer
 * @key: (nullable): the member's name
 *
 * Opens an object.
 */
void
practice_json_begin_object (PracticeJson *self, const char *key)
{
  lead (self, key);
  g_string_append_c (self->text, '{');
  self->follows = FALSE;
}

/**
 * practice_json_end_object:
 * @self: a writer
 *
 * Closes an object.
 */
void
practice_json_end_object (PracticeJson *self)
{
  g_string_append_c (self->text, '}');
  self->follows = TRUE;
}

/**
 * practice_json_begin_array:
 * @self: a writer
 * @key: (nullable): the member's name
 *
 * Opens an array.
 */
void
practice_json_begin_array (PracticeJson *self, const char *key)
{
  lead (self, key);
  g_string_append_c (self->text, '[');
  self->follows = FALSE;
}

/**
 * practice_json_end_array:
 * @self: a writer
 *
 * Closes an array.
 */
void
practice_json_end_array (PracticeJson *self)
{
  g_string_append_c (self->text, ']');
  self->follows = TRUE;
}

/**
 * practice_json_string:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: (nullable): UTF-8; %NULL becomes null
 *
 * Writes a string.
 */
void
practice_json_string (PracticeJson *self, const char *key, const char *value)
{
  lead (self, key);
  if (value != NULL)
    append_quoted (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * practice_json_integer:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: the number
 *
 * Writes an integer.
 */
void
practice_json_integer (PracticeJson *self, const char *key, gint64 value)
{
  lead (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * practice_json_boolean:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: the truth value
 *
 * Writes true or false.
 */
void
practice_json_boolean (PracticeJson *self, const char *key, gboolean value)
{
  lead (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * practice_json_null:
 * @self: a writer
 * @key: (nullable): the member's name
 *
 * Writes null.
 */
void
practice_json_null (PracticeJson *self, const char *key)
{
  practice_json_string (self, key, NULL);
}

/**
 * practice_json_time:
 * @self: a writer
 * @key: (nullable): the member's name
 * @utc: (nullable): a time as the database keeps it, 2026-05-11T13:02:33Z
 *
 * Writes a time as Plannr does, with London's offset.
 */
void
practice_json_time (PracticeJson *self, const char *key, const char *utc)
{
  g_autofree char *london = utc != NULL ? practice_time_to_london (utc) : NULL;

  practice_json_string (self, key, london);
}

/**
 * practice_json_money:
 * @self: a writer
 * @key: (nullable): the member's name
 * @pence: an amount in pence
 *
 * Writes an amount of pounds as Plannr does, in three forms; the amount is a string.
 */
void
practice_json_money (PracticeJson *self, const char *key, gint64 pence)
{
  g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, pence);
  g_autofree char *formatted = practice_text_format_pounds (pence);

  practice_json_begin_object (self, key);
  practice_json_string (self, "amount", amount);
  practice_json_string (self, "currency", "GBP");
  practice_json_string (self, "formatted", formatted);
  practice_json_end_object (self);
}
