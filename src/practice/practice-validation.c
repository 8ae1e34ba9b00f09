/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-validation.h"

typedef struct
{
  char *field;
  char *message;
} Mistake;

struct _PracticeValidation
{
  GArray *mistakes; /* of Mistake; those of one field follow each other */
};

static void
mistake_clear (gpointer data)
{
  Mistake *mistake = data;

  g_free (mistake->field);
  g_free (mistake->message);
}

/**
 * practice_validation_new:
 *
 * Returns: (transfer full): no mistakes yet
 */
PracticeValidation *
practice_validation_new (void)
{
  PracticeValidation *self = g_new0 (PracticeValidation, 1);

  self->mistakes = g_array_new (FALSE, FALSE, sizeof (Mistake));
  g_array_set_clear_func (self->mistakes, mistake_clear);
  return self;
}

/**
 * practice_validation_free:
 * @self: (transfer full): the mistakes
 *
 * Frees @self.
 */
void
practice_validation_free (PracticeValidation *self)
{
  g_array_unref (self->mistakes);
  g_free (self);
}

/**
 * practice_validation_add:
 * @self: the mistakes
 * @field: the field, such as "participants.0"
 * @format: what is wrong, as printf() has it
 * @...: its arguments
 *
 * Notes a mistake.
 */
void
practice_validation_add (PracticeValidation *self, const char *field, const char *format, ...)
{
  Mistake mistake = { .field = g_strdup (field) };
  va_list arguments;

  va_start (arguments, format);
  mistake.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (self->mistakes, mistake);
}

/* The first mistake, and how many more there are, as Laravel sums them up. */
static char *
sum_up (PracticeValidation *self)
{
  const char *first = g_array_index (self->mistakes, Mistake, 0).message;
  guint more = self->mistakes->len - 1;

  if (more == 0)
    return g_strdup (first);
  return g_strdup_printf ("%s (and %u more error%s)", first, more, more == 1 ? "" : "s");
}

/**
 * practice_validation_answer:
 * @self: the mistakes
 * @exchange: a request
 *
 * Answers 422 with all mistakes, if there are any.
 *
 * Returns: whether there are none
 */
gboolean
practice_validation_answer (PracticeValidation *self, PracticeExchange *exchange)
{
  PracticeJson *json = &exchange->json;
  const char *field = NULL;
  g_autofree char *message = NULL;

  if (self->mistakes->len == 0)
    return TRUE;

  message = sum_up (self);
  exchange->status = SOUP_STATUS_UNPROCESSABLE_ENTITY;
  practice_json_reset (json);
  practice_json_begin_object (json, NULL);
  practice_json_string (json, "message", message);
  practice_json_begin_object (json, "errors");
  for (guint i = 0; i < self->mistakes->len; i++)
    {
      const Mistake *mistake = &g_array_index (self->mistakes, Mistake, i);

      if (g_strcmp0 (field, mistake->field) != 0)
        {
          if (field != NULL)
            practice_json_end_array (json);
          practice_json_begin_array (json, mistake->field);
        }
      field = mistake->field;
      practice_json_string (json, NULL, mistake->message);
    }
  practice_json_end_array (json);
  practice_json_end_object (json);
  practice_json_end_object (json);
  return FALSE;
}
