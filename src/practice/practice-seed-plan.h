/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-database.h"

G_BEGIN_DECLS

/* Whose a plan is, and what fixes it. Plan number 0 is a cash account, 1 a pension, and so on
 * through the ten types. */
typedef struct
{
  guint64 number;
  const char *uuid;          /* (nullable): else made from the number */
  const char *first_name;    /* (nullable): for its name */
  const char *policy_number; /* (nullable): else made from the number */
  const char *name;          /* (nullable): else made up, or blank */
  gint64 value;              /* pence; 0: made up */
  const char *owner_uuid;
  const char *partner_uuid; /* (nullable): the second owner */
} PracticePlanSeed;

guint practice_seed_plan_get_n_types (void);
void practice_seed_plan_insert (PracticeDatabase *database, const PracticePlanSeed *seed);

G_END_DECLS
