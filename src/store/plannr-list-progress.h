/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How many pages of a list are asked for at most, whatever its server says: two million items. */
#define PLANNR_LIST_MAX_PAGES 4000

/**
 * PlannrListRun:
 * @PLANNR_LIST_RUN_NONE: nothing is to be asked for
 * @PLANNR_LIST_RUN_NEWEST: the newest, until one is known
 * @PLANNR_LIST_RUN_PASS: all of them
 * @PLANNR_LIST_RUN_CLOSING: the newest once more, which have come since the pass began
 *
 * What of one of Plannr's lists is being gone through.
 */
typedef enum
{
  PLANNR_LIST_RUN_NONE,
  PLANNR_LIST_RUN_NEWEST,
  PLANNR_LIST_RUN_PASS,
  PLANNR_LIST_RUN_CLOSING,
} PlannrListRun;

/**
 * PlannrListProgress:
 * @newest_first: whether the newest can be asked for first; else there are passes and nothing else
 * @run: what is being gone through
 * @page: the page to be asked for next, from 1
 * @again: whether the pass is one that was begun because the one before it was not complete
 * @moved: whether some may have been passed over, since others have gone while the pass went on, or the
 *   pages were not what they were said to be
 * @total: how many there are, as the last answer of the pass has told; −1 where none has
 * @pass: the number of the last pass that was begun, from 1; 0 before the first
 * @ended_at: when the last pass ended, in microseconds since the epoch; 0 before the first has
 *
 * How far what is kept follows what Plannr has.
 */
typedef struct
{
  gboolean newest_first;
  PlannrListRun run;
  guint page;
  gboolean again;
  gboolean moved;
  int total;
  gint64 pass;
  gint64 ended_at;
} PlannrListProgress;

void plannr_list_progress_begin (PlannrListProgress *self, gboolean whole);
gboolean plannr_list_progress_advance (
    PlannrListProgress *self, guint n_new, gboolean last_known, guint last_page, int total);
void plannr_list_progress_skip (PlannrListProgress *self);
gboolean plannr_list_progress_close (PlannrListProgress *self, guint n_seen, gint64 now);

G_END_DECLS
