/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannrLocaleUse:
 * @PLANNR_LOCALE_WORDS: LC_MESSAGES
 * @PLANNR_LOCALE_DATES: LC_TIME
 * @PLANNR_LOCALE_NUMBERS: LC_NUMERIC
 * @PLANNR_LOCALE_MONEY: LC_MONETARY
 *
 * What a locale is asked for; a person may have set each of them to another one.
 */
typedef enum
{
  PLANNR_LOCALE_WORDS,
  PLANNR_LOCALE_DATES,
  PLANNR_LOCALE_NUMBERS,
  PLANNR_LOCALE_MONEY,
} PlannrLocaleUse;

const char *plannr_locale_get (PlannrLocaleUse use);
const char *plannr_locale_from_posix (const char *name);
gboolean plannr_locale_is_right_to_left (void);

G_END_DECLS
