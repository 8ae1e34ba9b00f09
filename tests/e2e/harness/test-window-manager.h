/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * PlannrTestWindowManager:
 *
 * The least that makes a window usable: it maps windows no larger than the display and gives the focus
 * to the newest. It runs in a thread with a connection of its own, so that a test that waits for
 * something else keeps no window waiting.
 */
typedef struct _PlannrTestWindowManager PlannrTestWindowManager;

/**
 * plannr_test_window_manager_new:
 * @display_name: a display on which no window manager is
 *
 * Returns: (transfer full): a window manager at work
 */
PlannrTestWindowManager *plannr_test_window_manager_new (const char *display_name);

/**
 * plannr_test_window_manager_free:
 * @self: (transfer full): a window manager
 */
void plannr_test_window_manager_free (PlannrTestWindowManager *self);
