/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-display.h"
#include "test-node.h"

/**
 * plannr_test_locate:
 * @display: a display
 * @pid: the application that @node is in
 * @node: something in one of its windows
 * @area: (out): the part of it that can be seen, on the display
 *
 * Scrolls with the wheel until the middle of @node can be seen, where that is needed, and waits until it
 * keeps its place.
 *
 * Returns: whether it can be seen
 */
gboolean plannr_test_locate (PlannrTestDisplay *display,
                             int pid,
                             PlannrTestNode *node,
                             PlannrTestArea *area);
