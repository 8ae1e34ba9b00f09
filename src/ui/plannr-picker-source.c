/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-source.h"

#define SOURCE(what) [what] = { what, plannr_directory_look_up_async, plannr_directory_find_async }

static const PlannrPickerSource sources[] = {
  SOURCE (PLANNR_CACHE_PEOPLE),
  SOURCE (PLANNR_CACHE_TYPES),
  SOURCE (PLANNR_CACHE_STATUSES),
  SOURCE (PLANNR_CACHE_PLANS),
};

/**
 * plannr_picker_source_get:
 * @what: people, types, statuses or plans
 *
 * Returns: (transfer none): all of those in the firm, to choose from
 */
const PlannrPickerSource *
plannr_picker_source_get (PlannrCacheKind what)
{
  g_return_val_if_fail ((gsize) what < G_N_ELEMENTS (sources), NULL);

  return &sources[what];
}
