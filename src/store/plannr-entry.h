/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-state.h"

G_BEGIN_DECLS

/**
 * PlannrEntry:
 * @id: what names it for good: a UUID of our own
 * @state: where it stands; never %PLANNR_STATE_CONNECTING, which is no more than queued
 * @name: the case's name, to search for
 * @draft: the draft, as of plannr_draft_bytes_write()
 * @body: (nullable): the exact bytes that are to be sent, or were
 * @changed_at: when a person or an answer last changed it
 * @queued_at: when its turn began; 0 where it never had one
 * @held_until: until when it may be taken back; 0 where it is not held
 * @case_uuid: (nullable): the case that it has become
 * @sent_again: whether a person had it sent again
 * @first_attempt: when it was first on the wire by this computer's clock; 0 where it never was
 * @last_attempt: when it was last
 * @first_on_server: the first by the server's clock; 0 where the server has not told the time
 * @last_on_server: the last
 * @status: the HTTP status that the last attempt came to; 0 where none has come
 * @answer: (nullable): what came with it, as it came
 * @decision: (nullable): what a person has just decided; when writing only
 * @ended: whether the last attempt has just ended, with @status and @answer; when writing only
 *
 * One row of the journal. Times are in microseconds since the epoch. When writing, the attempts are
 * left as they are: plannr_journal_mark() adds them.
 */
typedef struct
{
  char *id;
  PlannrState state;
  char *name;
  GBytes *draft;
  GBytes *body;
  gint64 changed_at;
  gint64 queued_at;
  gint64 held_until;
  char *case_uuid;
  gboolean sent_again;

  gint64 first_attempt;
  gint64 last_attempt;
  gint64 first_on_server;
  gint64 last_on_server;
  guint status;
  GBytes *answer;

  const char *decision;
  gboolean ended;
} PlannrEntry;

void plannr_entry_free (PlannrEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrEntry, plannr_entry_free)

G_END_DECLS
