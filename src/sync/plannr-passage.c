/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-passage.h"

/**
 * plannr_passage_clear:
 * @self: a passage, which is left empty
 */
void
plannr_passage_clear (PlannrPassage *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  plannr_passage_forget_news (self);
}

/**
 * plannr_passage_read:
 * @self: an empty passage
 * @entry: a row of the journal
 *
 * Takes what the journal knows.
 */
void
plannr_passage_read (PlannrPassage *self, const PlannrEntry *entry)
{
  self->body = entry->body != NULL ? g_bytes_ref (entry->body) : NULL;
  self->queued_at = entry->queued_at;
  self->held_until = entry->held_until;
  self->wire.first = entry->first_attempt;
  self->wire.last = entry->last_attempt;
  self->wire.first_on_server = entry->first_on_server;
  self->wire.last_on_server = entry->last_on_server;
  self->sent_again = entry->sent_again;
}

/**
 * plannr_passage_write:
 * @self: a passage
 * @entry: a row for the journal
 *
 * Gives what the journal is to know, but for the attempts, which it knows from the marks.
 */
void
plannr_passage_write (const PlannrPassage *self, PlannrEntry *entry)
{
  entry->body = self->body != NULL ? g_bytes_ref (self->body) : NULL;
  entry->queued_at = self->queued_at;
  entry->held_until = self->held_until;
  entry->decision = self->decision;
  entry->ended = self->ended;
  if (self->receipt == NULL)
    return;

  entry->status = self->receipt->status;
  entry->answer = self->receipt->answer != NULL ? g_bytes_ref (self->receipt->answer) : NULL;
}

/**
 * plannr_passage_get_window:
 * @self: a passage
 * @offset: by how much the server's clock is ahead of this computer's, in microseconds, where an
 *   attempt does not know it
 *
 * Returns: when it was on the wire for the first and for the last time
 */
PlannrWindowOfTime
plannr_passage_get_window (const PlannrPassage *self, gint64 offset)
{
  PlannrWindowOfTime window = self->wire;

  if (window.first_on_server == 0)
    window.first_on_server = window.first + offset;
  if (window.last_on_server == 0)
    window.last_on_server = window.last + offset;

  return window;
}

/**
 * plannr_passage_begin:
 * @self: a passage
 * @body: the exact bytes that are to be sent
 * @held_until: until when a person may take it back; 0 for not at all
 *
 * Its turn begins now.
 */
void
plannr_passage_begin (PlannrPassage *self, GBytes *body, gint64 held_until)
{
  g_bytes_ref (body);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = body;
  self->queued_at = g_get_real_time ();
  self->held_until = held_until;
}

/**
 * plannr_passage_mark:
 * @self: a passage
 * @now: the time
 * @on_server: the same by the server's clock; 0 where that is not known
 *
 * Says that a request is about to leave.
 */
void
plannr_passage_mark (PlannrPassage *self, gint64 now, gint64 on_server)
{
  if (self->wire.first == 0)
    {
      self->wire.first = now;
      self->wire.first_on_server = on_server;
    }
  self->wire.last = now;
  self->wire.last_on_server = on_server;
}

/**
 * plannr_passage_take_receipt:
 * @self: a passage
 * @receipt: (transfer full) (nullable): what came back
 * @ended: whether an attempt ended with it; else it is the case as Plannr shows it
 *
 * What is to be written down of an answer.
 */
void
plannr_passage_take_receipt (PlannrPassage *self, PlannrReceipt *receipt, gboolean ended)
{
  g_clear_pointer (&self->receipt, plannr_receipt_free);
  self->receipt = receipt;
  self->ended = ended;
}

/**
 * plannr_passage_decide:
 * @self: a passage
 * @decision: what a person has decided; a static string
 * @again: whether that is to send it again
 */
void
plannr_passage_decide (PlannrPassage *self, const char *decision, gboolean again)
{
  self->decision = decision;
  self->sent_again |= again;
}

/**
 * plannr_passage_forget_news:
 * @self: a passage
 *
 * Says that what was to be written down once has been.
 */
void
plannr_passage_forget_news (PlannrPassage *self)
{
  g_clear_pointer (&self->receipt, plannr_receipt_free);
  self->ended = FALSE;
  self->decision = NULL;
}
