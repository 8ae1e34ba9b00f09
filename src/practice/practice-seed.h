/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-database.h"

G_BEGIN_DECLS

/* A person as the seed has it. */
typedef struct
{
  const char *uuid; /* (nullable): else made from the number */
  const char *type;
  const char *role;
  const char *title; /* (nullable), and so are the next three */
  const char *first_name;
  const char *last_name;
  const char *name; /* where it is not the first and the last name */
  const char *email;
  const char *adviser_uuid; /* (nullable) */
  guint couple;             /* two people, and their joint account, share one; 0 for none */
  gboolean inactive;
} PracticePerson;

/* What the plans and the past cases are made for. */
typedef struct
{
  char *uuid; /* (owned) */
  const PracticePerson *person;
} PracticeClient;

gboolean practice_seed_ensure (PracticeDatabase *database, guint people, GError **error);

const PracticePerson *practice_seed_get_person (guint index);
const PracticePerson *practice_seed_get_other_person (guint index);
const char *practice_seed_get_type_uuid (guint index);
const char *practice_seed_get_type_name (guint index);
const char *practice_seed_get_status_uuid (guint index);

GArray *practice_seed_people (PracticeDatabase *database);
void practice_seed_choices (PracticeDatabase *database);
void practice_seed_plans (PracticeDatabase *database, GArray *clients);
void practice_seed_cases (PracticeDatabase *database, GArray *clients);
void practice_seed_generate (PracticeDatabase *database, guint people);

void practice_seed_insert_person (PracticeDatabase *database,
                                  const char *firm_uuid,
                                  const char *uuid,
                                  const PracticePerson *person,
                                  guint64 number);

G_END_DECLS
