/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * PlannrTestDisplay:
 *
 * A display of the test's own, without a screen, and with the least of a window manager: windows are
 * mapped at the top left corner, no larger than the display, and the newest has the focus.
 */
typedef struct _PlannrTestDisplay PlannrTestDisplay;

/**
 * PlannrTestArea:
 * @x: the distance of its left edge from the display's
 * @y: the distance of its top edge from the display's
 * @width: its width
 * @height: its height
 *
 * A rectangle on the display, in pixels.
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} PlannrTestArea;

/**
 * PlannrTestWindow:
 * @id: the X11 window
 * @area: where it is
 * @is_popup: whether it is a popover, menu or tooltip
 */
typedef struct
{
  gulong id;
  PlannrTestArea area;
  gboolean is_popup;
} PlannrTestWindow;

/**
 * plannr_test_display_new:
 * @width: its width in pixels
 * @height: its height in pixels
 * @environment: the environment of the display server
 * @log_path: where the display server writes what it has to say
 *
 * Returns: (transfer full): a display that is ready
 */
PlannrTestDisplay *plannr_test_display_new (int width,
                                            int height,
                                            const char *const *environment,
                                            const char *log_path);

/**
 * plannr_test_display_free:
 * @self: (transfer full): a display
 */
void plannr_test_display_free (PlannrTestDisplay *self);

/**
 * plannr_test_display_get_name:
 * @self: a display
 *
 * Returns: what DISPLAY has to be for it
 */
const char *plannr_test_display_get_name (PlannrTestDisplay *self);

/**
 * plannr_test_display_get_connection:
 * @self: a display
 *
 * Returns: (transfer none): the Xlib Display, for what this interface lacks
 */
gpointer plannr_test_display_get_connection (PlannrTestDisplay *self);

/**
 * plannr_test_display_list_windows:
 * @self: a display
 * @pid: a process
 *
 * Returns: (transfer full) (element-type PlannrTestWindow): its windows on the display, the topmost last
 */
GArray *plannr_test_display_list_windows (PlannrTestDisplay *self, int pid);

/**
 * plannr_test_display_resize_window:
 * @self: a display
 * @window: a window's id
 * @width: its new width in pixels
 * @height: its new height in pixels
 */
void
plannr_test_display_resize_window (PlannrTestDisplay *self, gulong window, int width, int height);

/**
 * plannr_test_display_close_window:
 * @self: a display
 * @window: a window's id
 *
 * Asks for it to be closed, as the button of a window manager does.
 */
void plannr_test_display_close_window (PlannrTestDisplay *self, gulong window);

/**
 * plannr_test_display_shoot:
 * @self: a display
 * @path: a PNG file to write
 *
 * Takes a picture of all that the display shows.
 */
void plannr_test_display_shoot (PlannrTestDisplay *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrTestDisplay, plannr_test_display_free)
