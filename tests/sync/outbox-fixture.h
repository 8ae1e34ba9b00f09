/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "firm.h"
#include "plannr-profile.h"

G_BEGIN_DECLS

/* A practice firm in a process of its own, and a profile that speaks to it. With a folder it can be
 * closed and opened again. */
typedef struct
{
  char *file;
  char *folder; /* (nullable) */
  Firm *firm;
  SoupSession *session;
  PlannrSchedule *schedule;
  PlannrProfile *profile;
  PlannrOutbox *outbox; /* (unowned) */
} OutboxFixture;

void outbox_fixture_begin (OutboxFixture *self, const char *fault);
void outbox_fixture_begin_on_disk (OutboxFixture *self, const char *fault);
void outbox_fixture_end (OutboxFixture *self);

void outbox_fixture_close (OutboxFixture *self);
void outbox_fixture_open (OutboxFixture *self);
void outbox_fixture_connect (OutboxFixture *self, const char *token);

PlannrSubmission *outbox_fixture_write_case (OutboxFixture *self, const char *name);
PlannrSubmission *outbox_fixture_find (OutboxFixture *self, const char *name);
guint outbox_fixture_set_deadline (const char *what);
void outbox_fixture_wait_for (PlannrSubmission *submission, PlannrState state, const char *what);
gint64 outbox_fixture_count (OutboxFixture *self, const char *name);

G_END_DECLS
