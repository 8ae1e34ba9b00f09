/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-cache-pages.h"
#include "plannr-directory-sync.h"

G_BEGIN_DECLS

/* The synchronisation is written in three files: when it goes and when it rests, what it asks, and how much
 * it may ask. */

/* People, plans, statuses and types. */
#define PLANNR_DIRECTORY_SYNC_N_LISTS 4

/* A page that came and is not kept yet. */
typedef struct
{
  GPtrArray *items; /* (owned) */
  guint last_page;
  int total;
} PlannrDirectoryAnswer;

struct _PlannrDirectorySync
{
  GObject parent_instance;

  PlannrCache *cache;                        /* (owned) */
  PlannrSchedule *schedule;                  /* (owned) */
  PlannrApi *api;                            /* (owned) (nullable) */
  GCancellable *cancellable;                 /* (owned): of what is under way */
  GHashTable *answers;                       /* (owned), of PlannrDirectoryAnswer by their pages */
  guint list;                                /* which of the lists is being gone through */
  PlannrCacheKind what;                      /* what is on it */
  gint64 due[PLANNR_DIRECTORY_SYNC_N_LISTS]; /* not to be asked for before */
  GPtrArray *choices;        /* (owned) (nullable): types or statuses that were found so far */
  GHashTable *choices_there; /* (owned), of their UUIDs */
  guint choices_page;        /* the page on which to look for more of them */
  PlannrListProgress progress;
  guint next;      /* the page to ask for next */
  guint last_page; /* 0 where that is not known yet */
  guint n_asked;
  gboolean keeping;
  gboolean answered; /* whether a page has come since one was passed over */
  gboolean careful;  /* a page of this run did not come: none is asked for ahead of its turn */
  gboolean busy;
  gboolean signed_out;    /* the token does not work */
  gboolean limited;       /* as far as is known */
  gboolean was_busy;      /* it is limited, whether Plannr says so or not */
  gboolean without_phone; /* Plannr does not give telephone numbers */
  guint n_failures;
  gint64 ready_at; /* when the next request may be made */
  guint source;
};

void plannr_directory_sync_go (PlannrDirectorySync *self, guint list);
void plannr_directory_sync_wait (PlannrDirectorySync *self, guint milliseconds);
void plannr_directory_sync_wait_for_limit (PlannrDirectorySync *self, gint64 retry_after);
void plannr_directory_sync_heed_limit (PlannrDirectorySync *self, const PlannrReceipt *receipt);
void plannr_directory_sync_drop (PlannrDirectorySync *self);
void plannr_directory_sync_rest (PlannrDirectorySync *self);
void plannr_directory_sync_sign_out (PlannrDirectorySync *self, const GError *error);

G_END_DECLS
