/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"
#include "practice-validation.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a create asks for, once it is found to be right. */
typedef struct
{
  char *name;
  char *type; /* (nullable), and so are the next two */
  char *status;
  char *review_at; /* UTC */
  gboolean has_value;
  gint64 value;
  GPtrArray *participants; /* of UUIDs, and so are the next three */
  GPtrArray *plans;
  GPtrArray *assigned;
  GPtrArray *groups;
} PracticeCaseInput;

PracticeCaseInput *practice_case_input_read (PracticeExchange *exchange,
                                             JsonObject *body,
                                             PracticeValidation *validation);
void practice_case_input_free (PracticeCaseInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeCaseInput, practice_case_input_free)

G_END_DECLS
