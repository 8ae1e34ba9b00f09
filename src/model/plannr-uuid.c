/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-uuid.h"

/**
 * plannr_uuid_parse:
 * @text: (nullable): text that may be a UUID, as a server sent or a person pasted it
 *
 * Reads the textual form of RFC 4122, in either case, with white space around it.
 *
 * Returns: (transfer full) (nullable): the UUID in lower case; %NULL where @text is none
 */
char *
plannr_uuid_parse (const char *text)
{
  g_autofree char *uuid = NULL;

  if (text == NULL)
    return NULL;

  /* A UUID and the white space of a paste; a megabyte of text is none. */
  uuid = g_strstrip (g_strndup (text, 100));
  if (!g_uuid_string_is_valid (uuid))
    return NULL;

  return g_ascii_strdown (uuid, -1);
}
