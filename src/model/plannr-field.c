/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-field.h"

#include <string.h>

/**
 * plannr_field_from_key:
 * @key: the name of a field in the body of a request, with or without what follows a dot
 *   (`participants.0`)
 *
 * Returns: the field of the form that it stands for; %PLANNR_FIELD_OTHER where the form has none
 */
PlannrField
plannr_field_from_key (const char *key)
{
  static const struct
  {
    const char *key;
    PlannrField field;
  } fields[] = {
    { "name", PLANNR_FIELD_NAME },           { "type", PLANNR_FIELD_TYPE },
    { "status", PLANNR_FIELD_STATUS },       { "value", PLANNR_FIELD_VALUE },
    { "participants", PLANNR_FIELD_PEOPLE }, { "plans", PLANNR_FIELD_PLANS },
  };

  g_return_val_if_fail (key != NULL, PLANNR_FIELD_OTHER);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gsize length = strlen (fields[i].key);

      if (strncmp (key, fields[i].key, length) == 0 && (key[length] == '\0' || key[length] == '.'))
        return fields[i].field;
    }

  return PLANNR_FIELD_OTHER;
}

/**
 * plannr_field_error_new:
 * @key: the name that Plannr gave the field
 * @message: what Plannr said of it
 *
 * Returns: (transfer full): the error, on the field of the form that @key stands for
 */
PlannrFieldError *
plannr_field_error_new (const char *key, const char *message)
{
  PlannrFieldError *self = g_new0 (PlannrFieldError, 1);

  self->field = plannr_field_from_key (key);
  self->key = g_strdup (key);
  self->message = g_strdup (message);

  return self;
}

/**
 * plannr_field_error_copy:
 * Returns: (transfer full): a copy
 */
PlannrFieldError *
plannr_field_error_copy (const PlannrFieldError *self)
{
  return plannr_field_error_new (self->key, self->message);
}

/**
 * plannr_field_error_free:
 * @self: (transfer full): the error
 */
void
plannr_field_error_free (PlannrFieldError *self)
{
  g_free (self->key);
  g_free (self->message);
  g_free (self);
}
