/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-one.h"

#include "plannr-json.h"

/**
 * plannr_read_one:
 * @root: a resource, bare as in the specification or wrapped in `data` as Laravel may do
 * @read_item: makes of it what it stands for
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (type GObject): what it stands for; %NULL with
 *   %PLANNR_ERROR_UNEXPECTED where that cannot be told, for want of a UUID say
 */
gpointer
plannr_read_one (JsonNode *root, PlannrReadItemFunc read_item, GError **error)
{
  JsonObject *object = plannr_json_as_object (root);
  gpointer item = object != NULL ? read_item (object) : NULL;

  if (item == NULL)
    {
      object = plannr_json_get_object (object, "data");
      item = object != NULL ? read_item (object) : NULL;
    }

  if (item == NULL)
    g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_UNEXPECTED,
                         "The answer has no UUID of what was asked for");

  return item;
}
