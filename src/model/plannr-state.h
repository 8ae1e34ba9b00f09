/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlannrState:
 * @PLANNR_STATE_DRAFT: being written
 * @PLANNR_STATE_QUEUED: to be sent; #PlannrWait says what it waits for
 * @PLANNR_STATE_CONNECTING: an attempt is under way and no byte of the request has left
 * @PLANNR_STATE_ON_WIRE: the request may have left
 * @PLANNR_STATE_CREATED: Plannr has it, and proved it
 * @PLANNR_STATE_REFUSED: Plannr has not made it, and said why
 * @PLANNR_STATE_CHECKING: it was on the wire and there is no proof: being looked up
 * @PLANNR_STATE_ASKING: the looks found nothing, or several: the person is asked
 * @PLANNR_STATE_DISCARDED: thrown away, and still to be had back
 *
 * Where a case is on its way. What may follow what: plannr_state_may_become().
 */
typedef enum
{
  PLANNR_STATE_DRAFT,
  PLANNR_STATE_QUEUED,
  PLANNR_STATE_CONNECTING,
  PLANNR_STATE_ON_WIRE,
  PLANNR_STATE_CREATED,
  PLANNR_STATE_REFUSED,
  PLANNR_STATE_CHECKING,
  PLANNR_STATE_ASKING,
  PLANNR_STATE_DISCARDED,
} PlannrState;

/**
 * PlannrWait:
 * @PLANNR_WAIT_NOTHING: its turn, no more
 * @PLANNR_WAIT_NETWORK: a way to Plannr
 * @PLANNR_WAIT_BUSY: Plannr to take requests again
 * @PLANNR_WAIT_SIGN_IN: a token that works
 * @PLANNR_WAIT_DISK: this computer to write it down; it is not sent before
 * @PLANNR_WAIT_UNDO: the person, who may still take it back
 *
 * What a case that is %PLANNR_STATE_QUEUED waits for.
 */
typedef enum
{
  PLANNR_WAIT_NOTHING,
  PLANNR_WAIT_NETWORK,
  PLANNR_WAIT_BUSY,
  PLANNR_WAIT_SIGN_IN,
  PLANNR_WAIT_DISK,
  PLANNR_WAIT_UNDO,
} PlannrWait;

#define PLANNR_TYPE_STATE (plannr_state_get_type ())
GType plannr_state_get_type (void);

#define PLANNR_TYPE_WAIT (plannr_wait_get_type ())
GType plannr_wait_get_type (void);

gboolean plannr_state_may_become (PlannrState from, PlannrState to);

G_END_DECLS
