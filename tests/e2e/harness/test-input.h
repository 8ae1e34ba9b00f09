/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "test-display.h"

/**
 * plannr_test_input_move:
 * @display: a display
 * @x: where to, from its left edge
 * @y: where to, from its top edge
 */
void plannr_test_input_move (PlannrTestDisplay *display, int x, int y);

/**
 * plannr_test_input_click:
 * @display: a display
 * @x: where, from its left edge
 * @y: where, from its top edge
 * @n_clicks: how often, 2 being a double click
 *
 * Moves the pointer there and presses and releases its first button.
 */
void plannr_test_input_click (PlannrTestDisplay *display, int x, int y, int n_clicks);

/**
 * plannr_test_input_scroll:
 * @display: a display
 * @x: where, from its left edge
 * @y: where, from its top edge
 * @n_steps: how far the wheel turns; down where it is positive
 */
void plannr_test_input_scroll (PlannrTestDisplay *display, int x, int y, int n_steps);

/**
 * plannr_test_input_press:
 * @display: a display
 * @keys: a key by its X11 name, with the modifiers before it, as in `ctrl+shift+Tab` or `alt+n`
 *
 * Presses and releases a key.
 */
void plannr_test_input_press (PlannrTestDisplay *display, const char *keys);

/**
 * plannr_test_input_hold:
 * @display: a display
 * @keys: as in plannr_test_input_press()
 * @milliseconds: for how long
 *
 * Holds a key down, so that it repeats as on a keyboard, and releases it.
 */
void plannr_test_input_hold (PlannrTestDisplay *display, const char *keys, int milliseconds);

/**
 * plannr_test_input_type:
 * @display: a display
 * @text: what to type, in UTF-8; a newline is Return, a tabulator Tab
 *
 * Types characters, each by a key of its own, whether or not the keyboard has one.
 */
void plannr_test_input_type (PlannrTestDisplay *display, const char *text);
