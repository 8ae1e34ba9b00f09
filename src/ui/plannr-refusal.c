/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-refusal.h"

#include <glib/gi18n.h>

#include "plannr-display-text.h"
#include "plannr-message.h"

static char *
get_field_words (GPtrArray *errors, PlannrField field)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < errors->len; i++)
    {
      const PlannrFieldError *error = g_ptr_array_index (errors, i);
      g_autofree char *key = plannr_display_text_isolate (error->key);
      g_autofree char *message = plannr_display_text_isolate (error->message);

      if (error->field != field)
        continue;

      if (field == PLANNR_FIELD_OTHER)
        /* Translators: %1$s is Plannr's name for a field, %2$s what it says of it. */
        g_ptr_array_add (lines, g_strdup_printf (_ ("%1$s: %2$s"), key, message));
      else
        g_ptr_array_add (lines, g_steal_pointer (&message));
    }
  g_ptr_array_add (lines, NULL);

  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

static char *
get_own_words (const GError *error)
{
  g_autofree char *sentence = plannr_message_get_sentence (error);
  g_autofree char *step = plannr_message_get_next_step (error);
  g_autofree char *words = plannr_message_get_server_words (error);

  return plannr_display_text_join ("\n", (const char *[]){ sentence, words != NULL ? words : "",
                                                           step, NULL });
}

/**
 * plannr_refusal_get_words:
 * @error: why Plannr has not created a case
 * @field: a field of the form; %PLANNR_FIELD_OTHER for what is said of the case as a whole
 *
 * Returns: (transfer full) (nullable): what is wrong with that field, as plain text: Plannr's own
 *   words where it named fields, and ours with what to do next where it named none
 */
char *
plannr_refusal_get_words (const GError *error, PlannrField field)
{
  PlannrErrorDetails *details = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == PLANNR_ERROR)
    details = plannr_error_get_details (error);
  if (details != NULL && details->fields != NULL && details->fields->len > 0)
    return get_field_words (details->fields, field);

  return field == PLANNR_FIELD_OTHER ? get_own_words (error) : NULL;
}
