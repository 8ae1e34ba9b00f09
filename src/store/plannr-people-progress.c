/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-people-progress.h"

static void
begin_pass (PlannrPeopleProgress *self, gboolean again)
{
  self->run = PLANNR_PEOPLE_RUN_PASS;
  self->page = 1;
  self->again = again;
  self->moved = FALSE;
  self->total = -1;
  self->pass++;
}

/**
 * plannr_people_progress_begin:
 * @self: a progress
 * @whole: whether to go through everybody
 *
 * Begins at the first page, unless a pass is being gone through: that goes on. Before there has been a
 * whole pass, there is one; and where going through the newest was cut short after a page of them, since
 * those that were kept then hide what is behind them.
 */
void
plannr_people_progress_begin (PlannrPeopleProgress *self, gboolean whole)
{
  if (self->run == PLANNR_PEOPLE_RUN_PASS)
    return;
  if (self->run != PLANNR_PEOPLE_RUN_NONE && self->page == 1)
    return;

  if (whole || self->ended_at == 0 || self->run != PLANNR_PEOPLE_RUN_NONE)
    {
      begin_pass (self, FALSE);
      return;
    }

  self->run = PLANNR_PEOPLE_RUN_NEWEST;
  self->page = 1;
}

/* The newest come first: those who have come meanwhile move the others to later pages, and who was seen
 * is seen again. Those who have left move others to pages that were seen already. */
static void
turn_page_of_pass (PlannrPeopleProgress *self, guint n_people, guint last_page, int total)
{
  if (total >= 0 && total < self->total)
    self->moved = TRUE;
  self->total = total;

  if (n_people > 0 && self->page < last_page)
    self->page++;
  else
    {
      self->run = PLANNR_PEOPLE_RUN_CLOSING;
      self->page = 1;
    }
}

/**
 * plannr_people_progress_advance:
 * @self: a progress
 * @n_people: how many people were on its page
 * @last_known: whether the last of them was known from the list before
 * @last_page: which page is the last, as the answer tells
 * @total: how many people there are, as the answer tells; −1 where it does not
 *
 * Turns the page.
 *
 * Returns: whether that was the last page of a pass and of those who have come since it began:
 *   plannr_people_progress_close() is to be called then
 */
gboolean
plannr_people_progress_advance (
    PlannrPeopleProgress *self, guint n_people, gboolean last_known, guint last_page, int total)
{
  if (self->run == PLANNR_PEOPLE_RUN_NONE)
    return FALSE;

  if (self->run == PLANNR_PEOPLE_RUN_PASS)
    {
      turn_page_of_pass (self, n_people, last_page, total);
      return FALSE;
    }

  if (n_people > 0 && !last_known && self->page < last_page)
    {
      self->page++;
      return FALSE;
    }

  if (self->run == PLANNR_PEOPLE_RUN_CLOSING)
    return TRUE;

  self->run = PLANNR_PEOPLE_RUN_NONE;

  return FALSE;
}

/**
 * plannr_people_progress_close:
 * @self: a progress
 * @n_seen: how many people were seen since the pass began
 * @now: the time, in microseconds since the epoch
 *
 * Ends a pass. Where people have left while it went on, or fewer were seen than there are, as happens
 * where the order of those who came in the same second is not the same on every page, there is another
 * one; but no third.
 *
 * Returns: whether those who were not seen are not there any more
 */
gboolean
plannr_people_progress_close (PlannrPeopleProgress *self, guint n_seen, gint64 now)
{
  gboolean complete = !self->moved && (self->total < 0 || n_seen >= (guint) self->total);

  if (!complete && !self->again)
    {
      begin_pass (self, TRUE);
      return FALSE;
    }

  self->run = PLANNR_PEOPLE_RUN_NONE;
  self->ended_at = now;

  return complete;
}
