/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-archive.h"
#include "plannr-hold.h"
#include "plannr-outbox.h"
#include "plannr-reconciler.h"
#include "plannr-sender.h"
#include "plannr-submission-private.h"

G_BEGIN_DECLS

/* The outbox is written in two files: what it is, and what a person may do in it. */

struct _PlannrOutbox
{
  GObject parent_instance;

  PlannrSchedule *schedule;     /* (owned) */
  PlannrRecorder *recorder;     /* (owned) */
  PlannrReconciler *reconciler; /* (owned) */
  PlannrSender *sender;         /* (owned) */
  PlannrHold *hold;             /* (owned) */
  PlannrArchive *archive;       /* (owned) */
  PlannrApi *api;               /* (owned) (nullable) */
  GListStore *rows;             /* (owned), of PlannrSubmission */
  GHashTable *taken;            /* of the UUIDs of the cases that rows have become */
  guint undo_seconds;
  gboolean monitoring;
};

void plannr_outbox_edited (PlannrSubmission *submission, PlannrOutbox *self);
void plannr_outbox_to_draft (PlannrSubmission *submission);

G_END_DECLS
