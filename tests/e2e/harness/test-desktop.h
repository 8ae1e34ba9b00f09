/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "test-display.h"
#include "test-process.h"

/**
 * PlannrTestDesktop:
 *
 * All that a desktop is to an application, of the test's own: a display, a home, a session bus on which
 * nothing of this computer's starts by itself, an accessibility bus, and a keyring where one is wanted.
 * A test program has one at a time.
 */
typedef struct _PlannrTestDesktop PlannrTestDesktop;

/**
 * plannr_test_desktop_new:
 * @width: the display's width in pixels
 * @height: the display's height in pixels
 *
 * Returns: (transfer full): a desktop that is ready, in the locale en_GB and the time zone of London
 */
PlannrTestDesktop *plannr_test_desktop_new (int width, int height);

/**
 * plannr_test_desktop_free:
 * @self: (transfer full): a desktop
 *
 * Ends all that runs on it and removes its home.
 */
void plannr_test_desktop_free (PlannrTestDesktop *self);

/**
 * plannr_test_desktop_start_keyring:
 * @self: a desktop
 *
 * Starts gnome-keyring on the session bus, unlocked and empty.
 */
void plannr_test_desktop_start_keyring (PlannrTestDesktop *self);

/**
 * plannr_test_desktop_setenv:
 * @self: a desktop
 * @name: a variable of the environment of what is started from now on
 * @value: (nullable): its value, or %NULL to take it away
 */
void plannr_test_desktop_setenv (PlannrTestDesktop *self, const char *name, const char *value);

/**
 * plannr_test_desktop_set_locale:
 * @self: a desktop
 * @locale: a locale such as `de_DE.UTF-8`, for what is started from now on
 */
void plannr_test_desktop_set_locale (PlannrTestDesktop *self, const char *locale);

/**
 * plannr_test_desktop_get_environment:
 * @self: a desktop
 *
 * Returns: (transfer none): the environment of what is started on it
 */
const char *const *plannr_test_desktop_get_environment (PlannrTestDesktop *self);

/**
 * plannr_test_desktop_get_display:
 * @self: a desktop
 *
 * Returns: (transfer none): its display
 */
PlannrTestDisplay *plannr_test_desktop_get_display (PlannrTestDesktop *self);

/**
 * plannr_test_desktop_get_accessibility_bus:
 * @self: a desktop
 *
 * Returns: (transfer none): the bus on which applications tell screen readers about themselves
 */
GDBusConnection *plannr_test_desktop_get_accessibility_bus (PlannrTestDesktop *self);

/**
 * plannr_test_desktop_get_session_bus:
 * @self: a desktop
 *
 * Returns: (transfer none): its session bus
 */
GDBusConnection *plannr_test_desktop_get_session_bus (PlannrTestDesktop *self);

/**
 * plannr_test_desktop_build_path:
 * @self: a desktop
 * @name: a name below its home directory
 *
 * Returns: (transfer full): the path
 */
char *plannr_test_desktop_build_path (PlannrTestDesktop *self, const char *name);

/**
 * plannr_test_desktop_start:
 * @self: a desktop
 * @argv: a program and its arguments
 *
 * Returns: (transfer full): the program, started on this desktop
 */
PlannrTestProcess *plannr_test_desktop_start (PlannrTestDesktop *self, const char *const *argv);

/**
 * plannr_test_desktop_shoot:
 * @self: a desktop
 * @name: a name for the picture, without a suffix
 *
 * Takes a picture of the display into the directory that PLANNR_TEST_SHOTS names; none without it.
 */
void plannr_test_desktop_shoot (PlannrTestDesktop *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrTestDesktop, plannr_test_desktop_free)
