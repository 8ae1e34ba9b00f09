/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory-sync-private.h"

/* So many requests of a minute are left to those who create; with fewer than that, the next waits as
 * long as this many would take. */
#define RESERVE  100
#define PATIENCE 10

/* Nothing is asked for before. */
void
plannr_directory_sync_wait (PlannrDirectorySync *self, guint milliseconds)
{
  self->ready_at = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
}

/* Never at once, whatever Plannr says: it has just said that it was asked too much. */
void
plannr_directory_sync_wait_for_limit (PlannrDirectorySync *self, gint64 retry_after)
{
  self->was_busy = TRUE;
  self->limited = TRUE;
  plannr_directory_sync_wait (self,
                              MAX (plannr_schedule_get_retry_after (self->schedule, retry_after),
                                   plannr_schedule_get_list_pace (self->schedule)));
}

/* By what Plannr says of its limit with an answer. */
void
plannr_directory_sync_heed_limit (PlannrDirectorySync *self, const PlannrReceipt *receipt)
{
  gboolean told = receipt != NULL && receipt->rate_remaining >= 0;

  self->limited = told || self->was_busy;
  if (!self->limited)
    self->ready_at = 0;
  else if (told && receipt->rate_remaining < RESERVE)
    plannr_directory_sync_wait (self, PATIENCE * plannr_schedule_get_list_pace (self->schedule));
}
