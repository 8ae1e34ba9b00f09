/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * PlannrTestCheck:
 *
 * Returns: whether what is waited for has come
 */
typedef gboolean (*PlannrTestCheck) (gpointer data);

/**
 * plannr_test_wait_for:
 * @check: asked again and again
 * @data: for @check
 * @seconds: how long at most, before what PLANNR_TEST_PATIENCE multiplies it by
 *
 * Iterates the main context until @check is content.
 *
 * Returns: whether it became so in time
 */
gboolean plannr_test_wait_for (PlannrTestCheck check, gpointer data, double seconds);

/**
 * plannr_test_wait_for_next_look:
 *
 * Lets a moment pass between two looks at another process, iterating the main context meanwhile. Never
 * to be relied on for anything to have happened.
 */
void plannr_test_wait_for_next_look (void);

/**
 * plannr_test_wait_end:
 * @seconds: a number of seconds, before PLANNR_TEST_PATIENCE
 *
 * Returns: the monotonic time in microseconds at which they are over
 */
gint64 plannr_test_wait_end (double seconds);
