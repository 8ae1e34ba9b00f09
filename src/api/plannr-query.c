/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-query.h"

#include <string.h>

/**
 * plannr_query_add:
 * @query: the path of an address, with or without a query yet
 * @key: a key
 * @value: its value
 *
 * Adds a pair to the query. Both are percent-encoded but for letters, digits, `-._~`, and commas,
 * which stand between the values of one key.
 */
void
plannr_query_add (GString *query, const char *key, const char *value)
{
  g_string_append_c (query, strchr (query->str, '?') == NULL ? '?' : '&');
  g_string_append_uri_escaped (query, key, NULL, FALSE);
  g_string_append_c (query, '=');
  g_string_append_uri_escaped (query, value, ",", FALSE);
}

/**
 * plannr_query_add_part:
 * @query: the path of an address, with or without a query yet
 * @key: a key
 * @part: (nullable): what somebody types in a search; left out where there is nothing in it
 *
 * Adds a filter that matches a part of a text. Laravel takes a comma in it, however encoded, for
 * the end of one part and the beginning of another, and would find whatever matches any of them;
 * so only the longest of them is sent, and what is found is what it alone matches.
 */
void
plannr_query_add_part (GString *query, const char *key, const char *part)
{
  g_auto (GStrv) parts = g_strsplit (part != NULL ? part : "", ",", -1);
  const char *longest = "";

  for (char **at = parts; *at != NULL; at++)
    if (strlen (g_strstrip (*at)) > strlen (longest))
      longest = *at;

  if (*longest != '\0')
    plannr_query_add (query, key, longest);
}

/**
 * plannr_query_add_number:
 * @query: the path of an address, with or without a query yet
 * @key: a key
 * @number: its value
 *
 * Adds a pair to the query.
 */
void
plannr_query_add_number (GString *query, const char *key, guint number)
{
  g_autofree char *value = g_strdup_printf ("%u", number);

  plannr_query_add (query, key, value);
}
