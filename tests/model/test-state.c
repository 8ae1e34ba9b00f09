/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "plannr-state.h"

static void
test_wire_only_through_connecting (void)
{
  for (PlannrState from = PLANNR_STATE_DRAFT; from <= PLANNR_STATE_DISCARDED; from++)
    {
      g_assert_cmpint (plannr_state_may_become (from, PLANNR_STATE_ON_WIRE), ==,
                       from == PLANNR_STATE_CONNECTING);
      g_assert_cmpint (plannr_state_may_become (from, PLANNR_STATE_CONNECTING), ==,
                       from == PLANNR_STATE_QUEUED);
    }
}

static void
test_created_is_the_end (void)
{
  for (PlannrState to = PLANNR_STATE_DRAFT; to <= PLANNR_STATE_DISCARDED; to++)
    g_assert_false (plannr_state_may_become (PLANNR_STATE_CREATED, to));
}

static void
test_no_proof_no_resend (void)
{
  g_assert_false (plannr_state_may_become (PLANNR_STATE_CHECKING, PLANNR_STATE_QUEUED));
  g_assert_false (plannr_state_may_become (PLANNR_STATE_CHECKING, PLANNR_STATE_DRAFT));
  g_assert_true (plannr_state_may_become (PLANNR_STATE_CHECKING, PLANNR_STATE_ASKING));
  g_assert_true (plannr_state_may_become (PLANNR_STATE_ASKING, PLANNR_STATE_QUEUED));
  g_assert_false (plannr_state_may_become (PLANNR_STATE_ON_WIRE, PLANNR_STATE_DRAFT));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/state/wire-only-through-connecting", test_wire_only_through_connecting);
  g_test_add_func ("/plannr/state/created-is-the-end", test_created_is_the_end);
  g_test_add_func ("/plannr/state/no-proof-no-resend", test_no_proof_no_resend);
  return g_test_run ();
}
