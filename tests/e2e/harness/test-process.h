/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * PlannrTestProcess:
 *
 * A program that a test started. It does not outlive the test, however that ends.
 */
typedef struct _PlannrTestProcess PlannrTestProcess;

/**
 * plannr_test_process_start:
 * @argv: the program, by its path or a name in PATH, and its arguments
 * @environment: all that it finds in its environment
 * @errors_path: where its standard error goes
 *
 * Starts a program whose standard input stays open until plannr_test_process_stop().
 *
 * Returns: (transfer full): the process; the test fails where there is none
 */
PlannrTestProcess *plannr_test_process_start (const char *const *argv,
                                              const char *const *environment,
                                              const char *errors_path);

/**
 * plannr_test_process_get_pid:
 * @self: a process
 *
 * Returns: its id, or 0 when it has ended
 */
GPid plannr_test_process_get_pid (PlannrTestProcess *self);

/**
 * plannr_test_process_read_line:
 * @self: a process
 * @seconds: how long to wait at most
 *
 * Returns: (transfer full) (nullable): the next line of its standard output, without its end; %NULL
 *   where none comes
 */
char *plannr_test_process_read_line (PlannrTestProcess *self, double seconds);

/**
 * plannr_test_process_write:
 * @self: a process
 * @text: what to write to its standard input, which is closed then
 */
void plannr_test_process_write (PlannrTestProcess *self, const char *text);

/**
 * plannr_test_process_get_errors:
 * @self: a process
 *
 * Returns: (transfer full): what it has written to standard error so far
 */
char *plannr_test_process_get_errors (PlannrTestProcess *self);

/**
 * plannr_test_process_check_errors:
 * @self: a process
 *
 * Fails the test where it has written what GLib, the toolkit or a sanitizer call a warning or worse.
 */
void plannr_test_process_check_errors (PlannrTestProcess *self);

/**
 * plannr_test_process_send_signal:
 * @self: a process
 * @signal_number: SIGKILL, say
 */
void plannr_test_process_send_signal (PlannrTestProcess *self, int signal_number);

/**
 * plannr_test_process_wait:
 * @self: a process
 * @seconds: how long to wait at most
 *
 * Returns: whether it has ended
 */
gboolean plannr_test_process_wait (PlannrTestProcess *self, double seconds);

/**
 * plannr_test_process_get_exit_status:
 * @self: a process that has ended
 *
 * Returns: its exit status, or minus the signal that ended it
 */
int plannr_test_process_get_exit_status (PlannrTestProcess *self);

/**
 * plannr_test_process_get_status:
 * @self: a process that has ended
 *
 * Returns: how it ended, as waitpid() says it
 */
int plannr_test_process_get_status (PlannrTestProcess *self);

/**
 * plannr_test_process_stop:
 * @self: (transfer full): a process
 *
 * Closes its standard input, asks it to end, and ends it where it does not.
 */
void plannr_test_process_stop (PlannrTestProcess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrTestProcess, plannr_test_process_stop)
