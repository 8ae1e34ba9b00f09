/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a document may at most be, in bytes, in levels and in values. */
#define PLANNR_JSON_MAX_SIZE   (32 * 1024 * 1024)
#define PLANNR_JSON_MAX_DEPTH  64
#define PLANNR_JSON_MAX_VALUES 1000000

/**
 * PlannrJsonVerdict:
 * @PLANNR_JSON_SOUND: one whole document, and nothing else
 * @PLANNR_JSON_BROKEN: cut short, malformed, or with a number or text that cannot be kept exactly
 * @PLANNR_JSON_TOO_DEEP: nested more than %PLANNR_JSON_MAX_DEPTH levels deep
 * @PLANNR_JSON_TOO_MANY: of more than %PLANNR_JSON_MAX_VALUES values
 * @PLANNR_JSON_TOO_BIG: of more than %PLANNR_JSON_MAX_SIZE bytes
 *
 * What a buffer holds.
 */
typedef enum
{
  PLANNR_JSON_SOUND,
  PLANNR_JSON_BROKEN,
  PLANNR_JSON_TOO_DEEP,
  PLANNR_JSON_TOO_MANY,
  PLANNR_JSON_TOO_BIG,
} PlannrJsonVerdict;

PlannrJsonVerdict plannr_json_scan (const char *data, gsize length);

G_END_DECLS
