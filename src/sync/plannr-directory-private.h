/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-directory.h"

G_BEGIN_DECLS

/* The directory is written in four files: the object, and what finds people, choices and plans. */

/** Types are found on cases, and a client has plans, by the page: no loop goes on for ever. */
#define PLANNR_FIND_MAX_PAGES 20

typedef enum
{
  PLANNR_FIND_PEOPLE,
  PLANNR_FIND_TYPES,
  PLANNR_FIND_STATUSES,
  PLANNR_FIND_PLANS,
  PLANNR_FIND_CLIENT_PLANS,
} PlannrFindKind;

/* The data of the task of one question. */
typedef struct
{
  PlannrFindKind what;
  char *text;
  guint page;
  GPtrArray *found;
} PlannrFind;

struct _PlannrDirectory
{
  GObject parent_instance;

  PlannrApi *api;      /* (owned) (nullable) */
  GPtrArray *types;    /* (owned) (nullable), of PlannrChoice */
  GPtrArray *statuses; /* (owned) (nullable), of PlannrChoice */
  GQueue waiting;      /* of owned GTask */
};

/* Each takes the task over, and keeps to the way to Plannr that it was given: the directory may have
 * another by the time of an answer, or none. */
void plannr_find_people (PlannrApi *api, GTask *task, const char *uuid);
void plannr_find_choices (PlannrApi *api, GTask *task, const char *uuid);
void plannr_find_plans (PlannrApi *api, GTask *task, const char *uuid);
void plannr_find_client_plans (PlannrApi *api, GTask *task);

void plannr_find_return (GTask *task);
void plannr_find_return_error (GTask *task, GError *error);
void plannr_find_add (GPtrArray *found, gpointer item);

G_END_DECLS
