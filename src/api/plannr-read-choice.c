/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-choice.h"

#include "plannr-json.h"

#include <string.h>

/* A colour goes into a style sheet: `#RRGGBB` and nothing else. */
static const char *
get_colour (JsonObject *object)
{
  const char *colour = plannr_json_get_string (object, "colour");

  if (colour == NULL || strlen (colour) != 7 || colour[0] != '#')
    return NULL;

  for (gsize i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (colour[i]))
      return NULL;

  return colour;
}

/**
 * plannr_read_choice:
 * @object: (nullable): a status or a type as Plannr writes one
 *
 * Returns: (transfer full) (nullable) (type PlannrChoice): the choice; %NULL where it has no UUID
 */
gpointer
plannr_read_choice (JsonObject *object)
{
  g_autofree char *uuid = plannr_json_dup_uuid (object, "uuid");
  g_autofree char *name = NULL;

  if (uuid == NULL)
    return NULL;

  name = plannr_json_dup_text (object, "name");

  return g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, "name", name, "colour",
                       get_colour (object), "position", plannr_json_get_count (object, "position"),
                       NULL);
}

/* What has no position comes last. */
static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint first = (guint) plannr_choice_get_position (*(PlannrChoice *const *) a);
  guint second = (guint) plannr_choice_get_position (*(PlannrChoice *const *) b);

  return (first > second) - (first < second);
}

/**
 * plannr_read_statuses:
 *
 * A #PlannrReadFunc. The statuses come in the firm's order.
 */
gpointer
plannr_read_statuses (JsonNode *root, const PlannrRequest *request, GError **error)
{
  PlannrPage *page = plannr_page_read (root, request, plannr_read_choice, error);

  if (page != NULL)
    g_ptr_array_sort (page->items, compare_positions);

  return page;
}
