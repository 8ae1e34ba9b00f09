/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <gio/gio.h>

#include "plannr-outcome.h"

static PlannrOutcome
judge (int code, guint status, gboolean sent)
{
  g_autoptr (GError) error = g_error_new (PLANNR_ERROR, code, "made up");

  plannr_error_get_details (error)->status = status;

  return plannr_outcome_judge (error, sent);
}

static void
test_unsent_is_tried_again (void)
{
  for (int code = 0; code < PLANNR_N_ERRORS; code++)
    g_assert_cmpint (judge (code, 0, FALSE).state, ==, PLANNR_STATE_QUEUED);
}

static void
test_unsent_and_cancelled_is_a_draft (void)
{
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "made up");

  g_assert_cmpint (plannr_outcome_judge (cancelled, FALSE).state, ==, PLANNR_STATE_DRAFT);
  g_assert_cmpint (plannr_outcome_judge (cancelled, TRUE).state, ==, PLANNR_STATE_CHECKING);
}

static void
test_sent_needs_proof (void)
{
  for (int code = 0; code < PLANNR_N_ERRORS; code++)
    {
      PlannrOutcome outcome = judge (code, 0, TRUE);

      switch ((PlannrError) code)
        {
        case PLANNR_ERROR_FORBIDDEN:
        case PLANNR_ERROR_NOT_FOUND:
        case PLANNR_ERROR_METHOD:
        case PLANNR_ERROR_INVALID:
        case PLANNR_ERROR_REJECTED:
          g_assert_cmpint (outcome.state, ==, PLANNR_STATE_REFUSED);
          break;
        case PLANNR_ERROR_UNAUTHORIZED:
          g_assert_cmpint (outcome.state, ==, PLANNR_STATE_QUEUED);
          g_assert_cmpint (outcome.wait, ==, PLANNR_WAIT_SIGN_IN);
          break;
        case PLANNR_ERROR_BUSY:
          g_assert_cmpint (outcome.state, ==, PLANNR_STATE_QUEUED);
          g_assert_cmpint (outcome.wait, ==, PLANNR_WAIT_BUSY);
          break;
        default:
          g_assert_cmpint (outcome.state, ==, PLANNR_STATE_CHECKING);
        }
    }
}

static void
test_some_4xx_prove_nothing (void)
{
  static const guint statuses[] = { 408, 421, 425 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_assert_cmpint (judge (PLANNR_ERROR_REJECTED, statuses[i], TRUE).state, ==,
                     PLANNR_STATE_CHECKING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/outcome/unsent-is-tried-again", test_unsent_is_tried_again);
  g_test_add_func ("/plannr/outcome/unsent-and-cancelled-is-a-draft",
                   test_unsent_and_cancelled_is_a_draft);
  g_test_add_func ("/plannr/outcome/sent-needs-proof", test_sent_needs_proof);
  g_test_add_func ("/plannr/outcome/some-4xx-prove-nothing", test_some_4xx_prove_nothing);
  return g_test_run ();
}
