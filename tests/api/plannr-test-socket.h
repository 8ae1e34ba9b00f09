/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannrTestEnding:
 * @PLANNR_TEST_CLOSE: the connection is closed in order
 * @PLANNR_TEST_RESET: it is reset
 * @PLANNR_TEST_HOLD: it stays open and quiet
 *
 * What becomes of a connection when all is said.
 */
typedef enum
{
  PLANNR_TEST_CLOSE,
  PLANNR_TEST_RESET,
  PLANNR_TEST_HOLD,
} PlannrTestEnding;

/**
 * PlannrTestSocket:
 *
 * A server that says to everybody, byte by byte, what no decent server would.
 */
typedef struct _PlannrTestSocket PlannrTestSocket;

PlannrTestSocket *plannr_test_socket_new (GBytes *answer, PlannrTestEnding ending);
PlannrTestSocket *plannr_test_socket_new_text (const char *answer, PlannrTestEnding ending);
void plannr_test_socket_free (PlannrTestSocket *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrTestSocket, plannr_test_socket_free)

void plannr_test_socket_drip (PlannrTestSocket *self, gsize from, guint interval);
void plannr_test_socket_repeat (PlannrTestSocket *self);

const char *plannr_test_socket_get_url (PlannrTestSocket *self);
guint plannr_test_socket_get_n_connections (PlannrTestSocket *self);
char *plannr_test_socket_dup_received (PlannrTestSocket *self);

G_END_DECLS
