/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-plan-query.h"

#include <string.h>

#include "plannr-plan-key.h"

/* What is shorter says little, and is in every second number. */
#define MIN_NUMBER 3

/**
 * plannr_plan_query_new:
 * @text: what was typed: words of a name, a provider or a type, or parts of a policy number
 *
 * Returns: (transfer full): what it means among the keys of plans
 */
PlannrIndexQuery *
plannr_plan_query_new (const char *text)
{
  PlannrIndexQuery *self = plannr_index_query_new ();
  g_autofree char *folded = plannr_plan_key_get_words (text);
  g_autofree char *number = plannr_plan_key_get_number (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    plannr_index_query_add_word (self, words[i]);
  /* One word is what it is; of several the first is empty. */
  if (g_strv_length (words) > 2 && strlen (number) >= MIN_NUMBER)
    plannr_index_query_set_number (self, number);

  return self;
}
