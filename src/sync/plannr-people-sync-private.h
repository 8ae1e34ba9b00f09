/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-cache-pages.h"
#include "plannr-people-sync.h"

G_BEGIN_DECLS

/* The synchronisation is written in two files: when it goes and when it rests, and what it asks. */

/* A page that came and is not kept yet. */
typedef struct
{
  GPtrArray *people; /* (owned) */
  guint last_page;
  int total;
} PlannrPeopleAnswer;

struct _PlannrPeopleSync
{
  GObject parent_instance;

  PlannrCache *cache;        /* (owned) */
  PlannrSchedule *schedule;  /* (owned) */
  PlannrApi *api;            /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of what is under way */
  GHashTable *answers;       /* (owned), of PlannrPeopleAnswer by their pages */
  PlannrPeopleProgress progress;
  guint next;      /* the page to ask for next */
  guint last_page; /* 0 where that is not known yet */
  guint n_asked;
  gboolean keeping;
  gboolean busy;
  gboolean limited;       /* as far as is known */
  gboolean without_phone; /* Plannr does not give telephone numbers */
  guint n_failures;
  gint64 ready_at; /* when the next request may be made */
  guint source;
};

void plannr_people_sync_go (PlannrPeopleSync *self);
void plannr_people_sync_drop (PlannrPeopleSync *self);
void plannr_people_sync_rest (PlannrPeopleSync *self);

G_END_DECLS
