/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-directory.h"

G_BEGIN_DECLS

/* The directory is written in five files: the object, the way of a question to its answer, and what
 * finds people, choices and plans. */

/** Types are found on cases, and a client has plans, by the page: no loop goes on for ever. */
#define PLANNR_FIND_MAX_PAGES 20

/* The data of the task of one question. */
typedef struct
{
  PlannrCacheKind what;
  char *text;
  char *word; /* (owned) (nullable): the one of several words that people are asked for by */
  guint page;
  guint n_forgotten; /* how often the directory had forgotten all when it was asked */
  PlannrApi *api;    /* (owned) (nullable): the way that it went */
  GPtrArray *found;
  GHashTable *there; /* (owned): by their UUIDs, those of them that plannr_find_add() has added */
  GError *failure;   /* (owned) (nullable): why Plannr could not be asked */
  guint patience_source; /* until when nothing but Plannr's own answer will do */
  gboolean answered;     /* by what is kept, while Plannr is still being asked */
} PlannrFind;

/* All of the types or of the statuses, for as long as nothing is likely to have changed about them. */
typedef struct
{
  GPtrArray *all; /* (owned) (nullable), of PlannrChoice */
  gint64 found_at;
} PlannrRemembered;

struct _PlannrDirectory
{
  GObject parent_instance;

  PlannrApi *api;     /* (owned) (nullable) */
  PlannrCache *cache; /* (owned) (nullable) */
  PlannrRemembered types;
  PlannrRemembered statuses;
  guint n_forgotten;   /* how often it has forgotten all */
  GQueue waiting;      /* of owned GTask */
  gint64 closed_since; /* since when there has been no way to Plannr, if there is none */
  GError *unreachable; /* (owned) (nullable): how the last question failed on its way */
  GError *refused;     /* (owned) (nullable): how it turned out that the token does not work */
};

void plannr_directory_sign_out (PlannrDirectory *self, const GError *error);

/* Each takes the task over, and keeps to the way to Plannr that it was given: the directory may have
 * another by the time of an answer, or none. */
void plannr_find_people (PlannrApi *api, GTask *task, const char *uuid);
void plannr_find_choices (PlannrApi *api, GTask *task, const char *uuid);
void plannr_find_plans (PlannrApi *api, GTask *task, const char *uuid);
void plannr_find_client_plans (PlannrApi *api, GTask *task);

GTask *plannr_find_new (PlannrDirectory *directory,
                        PlannrCacheKind what,
                        const char *text,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
void plannr_find_be_patient (GTask *task);
void plannr_find_keep (GTask *task, GPtrArray *items);
void plannr_find_add (GPtrArray *found, GHashTable *there, gpointer item);
void plannr_find_return (GTask *task);
void plannr_find_return_error (GTask *task, GError *error);
const GError *plannr_find_get_failure (GTask *task);

G_END_DECLS
