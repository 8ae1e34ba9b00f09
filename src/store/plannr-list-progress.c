/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-list-progress.h"

static void
begin_pass (PlannrListProgress *self, gboolean again)
{
  self->run = PLANNR_LIST_RUN_PASS;
  self->page = 1;
  self->again = again;
  self->moved = FALSE;
  self->total = -1;
  self->pass++;
}

/**
 * plannr_list_progress_begin:
 * @self: a progress
 * @whole: whether to go through all of the list
 *
 * Begins at the first page, unless a pass is being gone through: that goes on. Before there has been a
 * whole pass, there is one; and where going through the newest was cut short after a page of them, since
 * those that were kept then hide what is behind them.
 */
void
plannr_list_progress_begin (PlannrListProgress *self, gboolean whole)
{
  if (self->run == PLANNR_LIST_RUN_PASS)
    return;
  if (self->run != PLANNR_LIST_RUN_NONE && self->page == 1)
    return;

  if (whole || self->ended_at == 0 || self->run != PLANNR_LIST_RUN_NONE)
    {
      begin_pass (self, FALSE);
      return;
    }

  if (self->newest_first)
    self->run = PLANNR_LIST_RUN_NEWEST;
  self->page = 1;
}

/* Where the newest come first, those that have come meanwhile move the others to later pages, and what
 * was seen is seen again. Those that have gone move others to pages that were seen already.
 *
 * Where a page brings nothing new and is not the last, the server may give the same one for ever. */
static gboolean
turn_page_of_pass (PlannrListProgress *self, guint n_new, guint last_page, int total)
{
  if (total >= 0 && total < self->total)
    self->moved = TRUE;
  self->total = total;

  if (n_new > 0 && self->page < MIN (last_page, PLANNR_LIST_MAX_PAGES))
    {
      self->page++;
      return FALSE;
    }
  if (self->page < last_page)
    self->moved = TRUE;
  if (!self->newest_first)
    return TRUE;

  self->run = PLANNR_LIST_RUN_CLOSING;
  self->page = 1;

  return FALSE;
}

/**
 * plannr_list_progress_advance:
 * @self: a progress
 * @n_new: how many were on its page; of a pass, how many of them were not seen in it before
 * @last_known: whether the last of them was known from the list before
 * @last_page: which page is the last, as the answer tells
 * @total: how many there are, as the answer tells; −1 where it does not
 *
 * Turns the page.
 *
 * Returns: whether that was the last page of a pass and of those that have come since it began:
 *   plannr_list_progress_close() is to be called then
 */
gboolean
plannr_list_progress_advance (
    PlannrListProgress *self, guint n_new, gboolean last_known, guint last_page, int total)
{
  if (self->run == PLANNR_LIST_RUN_NONE)
    return FALSE;

  if (self->run == PLANNR_LIST_RUN_PASS)
    return turn_page_of_pass (self, n_new, last_page, total);

  if (n_new > 0 && !last_known && self->page < MIN (last_page, PLANNR_LIST_MAX_PAGES))
    {
      self->page++;
      return FALSE;
    }

  if (self->run == PLANNR_LIST_RUN_CLOSING)
    return TRUE;

  self->run = PLANNR_LIST_RUN_NONE;

  return FALSE;
}

/**
 * plannr_list_progress_skip:
 * @self: a progress
 *
 * Turns a page of a pass that can't be had, and behind which there are others. Nobody is gone for not
 * being seen in such a pass.
 */
void
plannr_list_progress_skip (PlannrListProgress *self)
{
  if (self->run != PLANNR_LIST_RUN_PASS)
    return;

  self->moved = TRUE;
  self->page++;
}

/**
 * plannr_list_progress_close:
 * @self: a progress
 * @n_seen: how many were seen since the pass began
 * @now: the time, in microseconds since the epoch
 *
 * Ends a pass. Where some may have been passed over, or fewer were seen than there are, as happens
 * where the order of those that came in the same second is not the same on every page, there is another
 * one; but no third.
 *
 * Returns: whether those that were not seen are not there any more
 */
gboolean
plannr_list_progress_close (PlannrListProgress *self, guint n_seen, gint64 now)
{
  gboolean complete = !self->moved && (self->total < 0 || n_seen >= (guint) self->total);

  if (!complete && !self->again)
    {
      begin_pass (self, TRUE);
      return FALSE;
    }

  self->run = PLANNR_LIST_RUN_NONE;
  self->page = 1;
  self->ended_at = now;

  return complete;
}
