/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-recorder.h"

G_BEGIN_DECLS

/* The recorder is written in two files: how it opens its journal and what keeps it from writing, and
 * how it writes. */

struct _PlannrRecorder
{
  GObject parent_instance;

  PlannrSchedule *schedule; /* (owned) */
  PlannrJournal *journal;   /* (owned) (nullable) */
  gboolean is_opening;
  gboolean is_open;
  GError *trouble; /* (owned) (nullable) */
  char *moved_to;
  GHashTable *unwritten; /* of owned PlannrSubmission: what has changed since it was written */
  GHashTable *settling;  /* of owned PlannrSubmission: what is being written as it is about to be */
  GQueue waiting;        /* of owned GTask: what waits for the journal to be open */
  guint save_timeout;
  guint retry_timeout;
  guint n_failures;
};

void plannr_recorder_set_trouble (PlannrRecorder *self, const GError *trouble);
void plannr_recorder_write_all (PlannrRecorder *self);
void plannr_recorder_end_waiting (PlannrRecorder *self, const GError *error);

G_END_DECLS
