/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlannrField:
 * @PLANNR_FIELD_OTHER: something that the form does not have
 *
 * The fields of the form, in the order in which they stand there.
 */
typedef enum
{
  PLANNR_FIELD_OTHER,
  PLANNR_FIELD_NAME,
  PLANNR_FIELD_TYPE,
  PLANNR_FIELD_STATUS,
  PLANNR_FIELD_VALUE,
  PLANNR_FIELD_PEOPLE,
  PLANNR_FIELD_PLANS,
  PLANNR_N_FIELDS,
} PlannrField;

/**
 * PlannrFieldError:
 * @field: the field of the form
 * @key: the name that Plannr gave it (`participants.0`)
 * @message: what Plannr said of it, in Plannr's words
 *
 * One thing that is wrong with one field, in Plannr's opinion.
 */
typedef struct
{
  PlannrField field;
  char *key;
  char *message;
} PlannrFieldError;

PlannrField plannr_field_from_key (const char *key);

PlannrFieldError *plannr_field_error_new (const char *key, const char *message);
PlannrFieldError *plannr_field_error_copy (const PlannrFieldError *self);
void plannr_field_error_free (PlannrFieldError *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrFieldError, plannr_field_error_free)

G_END_DECLS
