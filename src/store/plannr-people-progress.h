/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannrPeopleRun:
 * @PLANNR_PEOPLE_RUN_NONE: nothing is to be asked for
 * @PLANNR_PEOPLE_RUN_NEWEST: the newest people, until somebody is known
 * @PLANNR_PEOPLE_RUN_PASS: everybody
 * @PLANNR_PEOPLE_RUN_CLOSING: the newest people once more, who have come since the pass began
 *
 * What of Plannr's list of people is being gone through.
 */
typedef enum
{
  PLANNR_PEOPLE_RUN_NONE,
  PLANNR_PEOPLE_RUN_NEWEST,
  PLANNR_PEOPLE_RUN_PASS,
  PLANNR_PEOPLE_RUN_CLOSING,
} PlannrPeopleRun;

/**
 * PlannrPeopleProgress:
 * @run: what is being gone through
 * @page: the page to be asked for next, from 1
 * @again: whether the pass is one that was begun because the one before it was not complete
 * @moved: whether people have left while the pass went on, so that others may have been passed over
 * @total: how many people there are, as the last answer of the pass has told; −1 where none has
 * @pass: the number of the last pass that was begun, from 1; 0 before the first
 * @ended_at: when the last pass ended, in microseconds since the epoch; 0 before the first has
 *
 * How far the people that are kept follow those whom Plannr has.
 */
typedef struct
{
  PlannrPeopleRun run;
  guint page;
  gboolean again;
  gboolean moved;
  int total;
  gint64 pass;
  gint64 ended_at;
} PlannrPeopleProgress;

void plannr_people_progress_begin (PlannrPeopleProgress *self, gboolean whole);
gboolean plannr_people_progress_advance (
    PlannrPeopleProgress *self, guint n_people, gboolean last_known, guint last_page, int total);
gboolean plannr_people_progress_close (PlannrPeopleProgress *self, guint n_seen, gint64 now);

G_END_DECLS
