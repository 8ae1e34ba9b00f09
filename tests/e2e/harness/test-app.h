/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-desktop.h"
#include "test-node.h"

/**
 * PlannrTestApp:
 *
 * The application, running on a test's desktop, and what a person can do with it.
 *
 * Where a function takes a @role and a @name: the role is in AT-SPI's words, such as `push button`, and
 * the name may hold `*` and `?` as in a shell; %NULL stands for any. Functions that are named find or
 * wait for wait for ten seconds at most, and where nothing comes they print what there is and fail the
 * test.
 */
typedef struct _PlannrTestApp PlannrTestApp;

/**
 * plannr_test_app_start:
 * @desktop: a desktop; it has to outlive the application
 * @arguments: (nullable): the application's arguments
 *
 * Returns: (transfer full): Plannr Cases, once its window is there
 */
PlannrTestApp *plannr_test_app_start (PlannrTestDesktop *desktop, const char *const *arguments);

/**
 * plannr_test_app_start_program:
 * @desktop: a desktop; it has to outlive the program
 * @argv: another GTK program and its arguments
 *
 * Returns: (transfer full): the program, once its window is there
 */
PlannrTestApp *plannr_test_app_start_program (PlannrTestDesktop *desktop, const char *const *argv);

/**
 * plannr_test_app_finish:
 * @self: (transfer full): an application
 *
 * Closes its windows, although there may be cases on their way, and fails the test where it does not
 * end then, or not with status 0, or has written a warning.
 */
void plannr_test_app_finish (PlannrTestApp *self);

/**
 * plannr_test_app_kill:
 * @self: (transfer full): an application
 *
 * Ends it at once, as a power cut does. What it has written so far may hold no warning.
 */
void plannr_test_app_kill (PlannrTestApp *self);

/**
 * plannr_test_app_get_process:
 * @self: an application
 *
 * Returns: (transfer none): its process
 */
PlannrTestProcess *plannr_test_app_get_process (PlannrTestApp *self);

/**
 * plannr_test_app_resize:
 * @self: an application
 * @width: its window's new width in pixels
 * @height: its window's new height in pixels
 */
void plannr_test_app_resize (PlannrTestApp *self, int width, int height);

/**
 * plannr_test_app_look_for:
 * @self: an application
 * @role: (nullable): a role
 * @name: (nullable): a name
 *
 * Returns: (transfer full) (nullable): the first that takes up room at this moment; %NULL if there is none
 */
PlannrTestNode *plannr_test_app_look_for (PlannrTestApp *self, const char *role, const char *name);

/**
 * plannr_test_app_find:
 * @self: an application
 * @role: (nullable): a role
 * @name: (nullable): a name
 *
 * Returns: (transfer full): the first that takes up room
 */
PlannrTestNode *plannr_test_app_find (PlannrTestApp *self, const char *role, const char *name);

/**
 * plannr_test_app_wait_gone:
 * @self: an application
 * @role: (nullable): a role
 * @name: (nullable): a name
 *
 * Waits until nothing of the kind takes up room.
 */
void plannr_test_app_wait_gone (PlannrTestApp *self, const char *role, const char *name);

/**
 * plannr_test_app_wait_focus:
 * @self: an application
 * @role: (nullable): a role
 * @name: (nullable): a name
 *
 * Returns: (transfer full): what has the focus, once it is of the kind
 */
PlannrTestNode *
plannr_test_app_wait_focus (PlannrTestApp *self, const char *role, const char *name);

/**
 * plannr_test_app_wait_description:
 * @self: an application
 * @role: (nullable): a role
 * @name: (nullable): a name
 * @description: what it has to be described by, with `*` and `?` as in names
 *
 * Returns: (transfer full): the first of the kind, once it is so described
 */
PlannrTestNode *plannr_test_app_wait_description (PlannrTestApp *self,
                                                  const char *role,
                                                  const char *name,
                                                  const char *description);

/**
 * plannr_test_app_look_for_focus:
 * @self: an application
 *
 * Returns: (transfer full) (nullable): what has the focus at this moment
 */
PlannrTestNode *plannr_test_app_look_for_focus (PlannrTestApp *self);

/**
 * plannr_test_app_list_focusable:
 * @self: an application
 *
 * Returns: (transfer full) (element-type PlannrTestNode): all in its windows that can have the focus
 */
GPtrArray *plannr_test_app_list_focusable (PlannrTestApp *self);

/**
 * plannr_test_app_check_names:
 * @self: the application
 * @page: what is looked at, for the message
 * @at_least: how many things that can have the focus there are at the least
 *
 * Fails where something that can have the focus has no name of its own.
 */
void plannr_test_app_check_names (PlannrTestApp *self, const char *page, guint at_least);

/**
 * plannr_test_app_describe:
 * @self: an application
 *
 * Returns: (transfer full): its windows and all in them that takes up room, a line each, for people
 */
char *plannr_test_app_describe (PlannrTestApp *self);

/**
 * plannr_test_app_locate:
 * @self: an application
 * @node: something in its windows
 * @area: (out): where it is on the display
 *
 * Scrolls it into view with the wheel where that is needed, and waits until it keeps its place.
 */
void plannr_test_app_locate (PlannrTestApp *self, PlannrTestNode *node, PlannrTestArea *area);

/**
 * plannr_test_app_click:
 * @self: an application
 * @node: something in its windows
 *
 * Clicks with the pointer into its middle.
 */
void plannr_test_app_click (PlannrTestApp *self, PlannrTestNode *node);

/**
 * plannr_test_app_click_on:
 * @self: an application
 * @role: (nullable): a role
 * @name: (nullable): a name
 *
 * Finds it, and clicks on it.
 */
void plannr_test_app_click_on (PlannrTestApp *self, const char *role, const char *name);

/**
 * plannr_test_app_double_click:
 * @self: an application
 * @node: something in its windows
 */
void plannr_test_app_double_click (PlannrTestApp *self, PlannrTestNode *node);

/**
 * plannr_test_app_press:
 * @self: an application
 * @keys: as in plannr_test_input_press()
 */
void plannr_test_app_press (PlannrTestApp *self, const char *keys);

/**
 * plannr_test_app_type:
 * @self: an application
 * @text: as in plannr_test_input_type()
 */
void plannr_test_app_type (PlannrTestApp *self, const char *text);

/* There is no automatic cleanup: a test says whether its application is closed or killed. */
