/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-json-scan.h"

#include <math.h>
#include <string.h>

/* A number with more characters than this is nobody's; a double needs 24. */
#define MAX_NUMBER 400

typedef struct
{
  const char *at;
  const char *end;
  guint depth;
  gboolean object[PLANNR_JSON_MAX_DEPTH]; /* whether the level is an object; else it is an array */
} Scan;

static gboolean
peek (Scan *scan, char c)
{
  return scan->at < scan->end && *scan->at == c;
}

static gboolean
take (Scan *scan, char c)
{
  if (!peek (scan, c))
    return FALSE;

  scan->at++;

  return TRUE;
}

static void
skip_space (Scan *scan)
{
  while (peek (scan, ' ') || peek (scan, '\n') || peek (scan, '\t') || peek (scan, '\r'))
    scan->at++;
}

static gsize
skip_digits (Scan *scan)
{
  const char *start = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;

  return (gsize) (scan->at - start);
}

static gboolean
take_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return FALSE;

  scan->at += length;

  return TRUE;
}

/* json-glib wraps an integer that is too large and reads a real that is too large as infinite. */
static gboolean
fits (const char *start, gsize length, gboolean integer)
{
  char number[MAX_NUMBER + 1];

  if (length > MAX_NUMBER)
    return FALSE;

  memcpy (number, start, length);
  number[length] = '\0';

  if (integer)
    return g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, NULL, NULL);

  return isfinite (g_ascii_strtod (number, NULL)) != 0;
}

static gboolean
take_number (Scan *scan)
{
  const char *start = scan->at;
  gboolean integer = TRUE;

  take (scan, '-');
  if (!take (scan, '0') && skip_digits (scan) == 0)
    return FALSE;

  if (take (scan, '.'))
    {
      integer = FALSE;
      if (skip_digits (scan) == 0)
        return FALSE;
    }

  if (take (scan, 'e') || take (scan, 'E'))
    {
      integer = FALSE;
      if (!take (scan, '+'))
        take (scan, '-');
      if (skip_digits (scan) == 0)
        return FALSE;
    }

  return fits (start, (gsize) (scan->at - start), integer);
}

static gboolean
take_unit (Scan *scan, gunichar2 *unit)
{
  guint value = 0;

  if (scan->end - scan->at < 4)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*scan->at++);

      if (digit < 0)
        return FALSE;
      value = value * 16 + (guint) digit;
    }

  *unit = (gunichar2) value;

  return TRUE;
}

/* What follows a backslash. A zero would end the string for everyone who reads it later. */
static gboolean
take_escape (Scan *scan)
{
  gunichar2 unit;

  if (scan->at == scan->end)
    return FALSE;

  if (!take (scan, 'u'))
    return strchr ("\"\\/bfnrt", *scan->at) != NULL && *scan->at++ != '\0';

  if (!take_unit (scan, &unit) || unit == 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;
  if (unit < 0xd800 || unit > 0xdbff)
    return TRUE;

  return take (scan, '\\') && take (scan, 'u') && take_unit (scan, &unit) && unit >= 0xdc00
         && unit <= 0xdfff;
}

/* The document as a whole is known to be valid UTF-8. */
static gboolean
take_string (Scan *scan)
{
  if (!take (scan, '"'))
    return FALSE;

  while (scan->at < scan->end)
    {
      guchar c = (guchar) *scan->at++;

      if (c == '"')
        return TRUE;
      if (c < 0x20 || (c == '\\' && !take_escape (scan)))
        return FALSE;
    }

  return FALSE;
}

static gboolean
take_name (Scan *scan)
{
  skip_space (scan);
  if (!take_string (scan))
    return FALSE;
  skip_space (scan);

  return take (scan, ':');
}

static gboolean
take_scalar (Scan *scan)
{
  if (peek (scan, '"'))
    return take_string (scan);

  return take_word (scan, "true") || take_word (scan, "false") || take_word (scan, "null")
         || take_number (scan);
}

/* Enters an array or an object. @empty: whether it was left again at once. */
static PlannrJsonVerdict
enter (Scan *scan, gboolean *empty)
{
  gboolean object = *scan->at++ == '{';

  if (scan->depth == PLANNR_JSON_MAX_DEPTH)
    return PLANNR_JSON_TOO_DEEP;

  skip_space (scan);
  *empty = take (scan, object ? '}' : ']');
  if (*empty)
    return PLANNR_JSON_SOUND;

  scan->object[scan->depth++] = object;

  return object && !take_name (scan) ? PLANNR_JSON_BROKEN : PLANNR_JSON_SOUND;
}

/* Goes on after a value, to where the next one begins or the document ends. */
static gboolean
leave (Scan *scan)
{
  while (scan->depth > 0)
    {
      gboolean object = scan->object[scan->depth - 1];

      skip_space (scan);
      if (take (scan, ','))
        return !object || take_name (scan);
      if (!take (scan, object ? '}' : ']'))
        return FALSE;
      scan->depth--;
    }

  return TRUE;
}

/**
 * plannr_json_scan:
 * @data: (array length=length): a buffer, not necessarily ended by a zero
 * @length: its size in bytes
 *
 * Looks whether a buffer holds exactly one document as RFC 8259 has it, in valid UTF-8, that
 * json-glib can be trusted with: json-glib by itself reads comments, octal numbers, two documents
 * and none, wraps large integers, and overflows the stack on deep nesting. Only this scan tells
 * that a body is complete, too: libsoup ends some that were cut short without an error.
 *
 * Refused beyond the RFC: integers outside of #gint64, reals that overflow, numbers of more than
 * 400 characters, `\u0000`, and lone surrogates. Where a name stands twice in an object, which the
 * RFC leaves open, the last one will count. Takes linear time and no recursion.
 *
 * Returns: what the buffer holds
 */
PlannrJsonVerdict
plannr_json_scan (const char *data, gsize length)
{
  Scan scan = { .at = data, .end = data + length };
  guint n_values = 0;

  g_return_val_if_fail (data != NULL || length == 0, PLANNR_JSON_BROKEN);

  if (length > PLANNR_JSON_MAX_SIZE)
    return PLANNR_JSON_TOO_BIG;
  if (length == 0 || !g_utf8_validate_len (data, length, NULL))
    return PLANNR_JSON_BROKEN;

  do
    {
      gboolean whole = TRUE;

      if (++n_values > PLANNR_JSON_MAX_VALUES)
        return PLANNR_JSON_TOO_MANY;

      skip_space (&scan);
      if (peek (&scan, '{') || peek (&scan, '['))
        {
          PlannrJsonVerdict verdict = enter (&scan, &whole);

          if (verdict != PLANNR_JSON_SOUND)
            return verdict;
        }
      else if (!take_scalar (&scan))
        return PLANNR_JSON_BROKEN;

      if (whole && !leave (&scan))
        return PLANNR_JSON_BROKEN;
    }
  while (scan.depth > 0);

  skip_space (&scan);

  return scan.at == scan.end ? PLANNR_JSON_SOUND : PLANNR_JSON_BROKEN;
}
