/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-entry.h"
#include "plannr-receipt.h"

G_BEGIN_DECLS

/**
 * PlannrWindowOfTime:
 * @first: when the first request left, by this computer's clock
 * @last: when the last one did
 * @first_on_server: the first by the server's clock, as far as that is known
 * @last_on_server: the last
 *
 * Between when and when a case may have been made. In microseconds since the epoch.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  gint64 first_on_server;
  gint64 last_on_server;
} PlannrWindowOfTime;

/**
 * PlannrPassage:
 * @body: (owned) (nullable): the exact bytes that are to be sent, or were
 * @queued_at: when its turn began; 0 where it never had one
 * @held_until: until when a person may take it back; 0 for not at all
 * @wire: when it was on the wire; zeros where it never was
 * @sent_again: whether a person had it sent a second time
 * @receipt: (owned) (nullable): what came back and is not written down yet
 * @ended: whether an attempt ended with @receipt; else it is the case as Plannr shows it
 * @decision: (nullable): what a person has decided, where that is not written down yet
 *
 * A case's way to Plannr, as the journal keeps it. Times are in microseconds since the epoch.
 */
typedef struct
{
  GBytes *body;
  gint64 queued_at;
  gint64 held_until;
  PlannrWindowOfTime wire;
  gboolean sent_again;

  PlannrReceipt *receipt;
  gboolean ended;
  const char *decision;
} PlannrPassage;

void plannr_passage_clear (PlannrPassage *self);
void plannr_passage_read (PlannrPassage *self, const PlannrEntry *entry);
void plannr_passage_write (const PlannrPassage *self, PlannrEntry *entry);

PlannrWindowOfTime plannr_passage_get_window (const PlannrPassage *self, gint64 offset);

void plannr_passage_begin (PlannrPassage *self, GBytes *body, gint64 held_until);
void plannr_passage_mark (PlannrPassage *self, gint64 now, gint64 on_server);
void plannr_passage_take_receipt (PlannrPassage *self, PlannrReceipt *receipt, gboolean ended);
void plannr_passage_decide (PlannrPassage *self, const char *decision, gboolean again);
void plannr_passage_forget_news (PlannrPassage *self);

G_END_DECLS
