/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-submission-private.h"

G_BEGIN_DECLS

/* The submission is written in three files: what it is and says, how it is moved on, and how it is kept
 * in the journal. For these alone. */

struct _PlannrSubmission
{
  GObject parent_instance;

  char *id;
  PlannrCaseDraft *draft; /* (owned) */
  PlannrState state;
  PlannrWait wait;
  gint64 until;           /* microseconds of g_get_real_time(), 0 for no time */
  GError *error;          /* (owned) (nullable) */
  char *case_uuid;        /* (nullable) */
  PlannrCase *record;     /* (owned) (nullable) */
  PlannrCase *twin;       /* (owned) (nullable) */
  GListModel *candidates; /* (owned) (nullable), of PlannrCase */
  gint64 changed_at;      /* this and all that follow: microseconds since the epoch, 0 for never */
  gboolean saved;
  guint revision;

  PlannrPassage passage;
};

void plannr_submission_set_draft (PlannrSubmission *self, PlannrCaseDraft *draft);
void plannr_submission_touch (PlannrSubmission *self);

G_END_DECLS
