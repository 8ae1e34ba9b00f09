/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"
#include "plannr-journal.h"

G_BEGIN_DECLS

/* A folder of its own for each test, and a journal in it. */
typedef struct
{
  char *folder;
  PlannrJournal *journal;
  GPtrArray *entries; /* what was in it when it was last opened */
  char *moved_to;
  GError *error; /* why it could not be opened */
} JournalFixture;

void journal_fixture_set_up (JournalFixture *fixture, gconstpointer data);
void journal_fixture_tear_down (JournalFixture *fixture, gconstpointer data);

gboolean journal_fixture_open (JournalFixture *fixture);
void journal_fixture_close (JournalFixture *fixture);
char *journal_fixture_get_path (JournalFixture *fixture, const char *name);

PlannrEntry *journal_fixture_new_entry (const char *id, PlannrState state);
gboolean journal_fixture_write (JournalFixture *fixture, PlannrEntry *entry, GError **error);
const PlannrEntry *journal_fixture_find (JournalFixture *fixture, const char *id);
GAsyncResult *journal_fixture_wait (GAsyncResult **result);
void journal_fixture_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);

G_END_DECLS
