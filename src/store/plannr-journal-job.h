/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-journal-file.h"

G_BEGIN_DECLS

/* One thing that the journal's thread is to do, and who waits for it. For the journal alone. */

typedef struct _PlannrJournalJob PlannrJournalJob;

/* Runs in the thread. @file is %NULL where the file is not open. */
typedef void (*PlannrJournalJobFunc) (PlannrJournalJob *job, PlannrJournalFile **file);

struct _PlannrJournalJob
{
  PlannrJournalJobFunc run;
  const char *folder;
  GTask *task; /* (owned) (nullable): waited for asynchronously */

  /* What it is about. */
  PlannrEntry *entry; /* (owned) (nullable) */
  char *text;
  gint64 now;
  gint64 on_server;
  guint limit;

  /* For those that somebody waits for: how it ended. */
  GMutex mutex;
  GCond ended_cond;
  gboolean ended;
  gboolean good;
  GError *error;
  gint n_references;
};

/* What opening comes to. */
typedef struct
{
  GPtrArray *entries; /* (owned) */
  char *moved_to;
} PlannrJournalOpened;

void plannr_journal_opened_free (PlannrJournalOpened *opened);

PlannrJournalJob *plannr_journal_job_new (PlannrJournalJobFunc run);
void plannr_journal_job_unref (PlannrJournalJob *job);
gboolean plannr_journal_job_wait (PlannrJournalJob *job, guint milliseconds);

/* What it may be. */
void plannr_journal_job_open (PlannrJournalJob *job, PlannrJournalFile **file);
void plannr_journal_job_write (PlannrJournalJob *job, PlannrJournalFile **file);
void plannr_journal_job_read_answer (PlannrJournalJob *job, PlannrJournalFile **file);
void plannr_journal_job_find_past (PlannrJournalJob *job, PlannrJournalFile **file);
void plannr_journal_job_mark (PlannrJournalJob *job, PlannrJournalFile **file);
void plannr_journal_job_nothing (PlannrJournalJob *job, PlannrJournalFile **file);
void plannr_journal_job_close (PlannrJournalJob *job, PlannrJournalFile **file);

G_END_DECLS
