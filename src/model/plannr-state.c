/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-state.h"

G_DEFINE_ENUM_TYPE (PlannrState,
                    plannr_state,
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_QUEUED, "queued"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_ON_WIRE, "on-wire"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_CREATED, "created"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_CHECKING, "checking"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_ASKING, "asking"),
                    G_DEFINE_ENUM_VALUE (PLANNR_STATE_DISCARDED, "discarded"))

G_DEFINE_ENUM_TYPE (PlannrWait,
                    plannr_wait,
                    G_DEFINE_ENUM_VALUE (PLANNR_WAIT_NOTHING, "nothing"),
                    G_DEFINE_ENUM_VALUE (PLANNR_WAIT_NETWORK, "network"),
                    G_DEFINE_ENUM_VALUE (PLANNR_WAIT_BUSY, "busy"),
                    G_DEFINE_ENUM_VALUE (PLANNR_WAIT_SIGN_IN, "sign-in"),
                    G_DEFINE_ENUM_VALUE (PLANNR_WAIT_DISK, "disk"),
                    G_DEFINE_ENUM_VALUE (PLANNR_WAIT_UNDO, "undo"))

#define TO(state) (1u << PLANNR_STATE_##state)

/* The whole state machine. A case gets ON_WIRE from CONNECTING alone, and CONNECTING from QUEUED
 * alone; nothing leaves CREATED. */
static const guint followers[] = {
  [PLANNR_STATE_DRAFT] = TO (QUEUED) | TO (DISCARDED),
  [PLANNR_STATE_QUEUED] = TO (CONNECTING) | TO (DRAFT),
  [PLANNR_STATE_CONNECTING] = TO (ON_WIRE) | TO (QUEUED) | TO (DRAFT),
  [PLANNR_STATE_ON_WIRE] = TO (CREATED) | TO (REFUSED) | TO (CHECKING) | TO (QUEUED),
  [PLANNR_STATE_CREATED] = 0,
  [PLANNR_STATE_REFUSED] = TO (DRAFT),
  [PLANNR_STATE_CHECKING] = TO (CREATED) | TO (ASKING),
  [PLANNR_STATE_ASKING] = TO (QUEUED) | TO (CREATED) | TO (DRAFT),
  [PLANNR_STATE_DISCARDED] = TO (DRAFT),
};

/**
 * plannr_state_may_become:
 * @from: where a case is
 * @to: where it might go
 *
 * Returns: whether @to may follow @from
 */
gboolean
plannr_state_may_become (PlannrState from, PlannrState to)
{
  g_return_val_if_fail (from <= PLANNR_STATE_DISCARDED, FALSE);
  g_return_val_if_fail (to <= PLANNR_STATE_DISCARDED, FALSE);

  return (followers[from] & (1u << to)) != 0;
}
