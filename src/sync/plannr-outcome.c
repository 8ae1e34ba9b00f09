/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-outcome.h"

#include <gio/gio.h>

static const PlannrOutcome draft = { PLANNR_STATE_DRAFT, PLANNR_WAIT_NOTHING };
static const PlannrOutcome refused = { PLANNR_STATE_REFUSED, PLANNR_WAIT_NOTHING };
static const PlannrOutcome checking = { PLANNR_STATE_CHECKING, PLANNR_WAIT_NOTHING };

/* These say that something went wrong on the way, not that the case was looked at and refused. */
static gboolean
proves_nothing (guint status)
{
  return status == 408 || status == 421 || status == 425;
}

/* Nothing left this computer: whatever the error says, trying again makes no second case. */
static PlannrOutcome
judge_unsent (const GError *error)
{
  if (error->domain == G_IO_ERROR && error->code == G_IO_ERROR_CANCELLED)
    return draft;
  if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED))
    return (PlannrOutcome){ PLANNR_STATE_QUEUED, PLANNR_WAIT_SIGN_IN };

  return (PlannrOutcome){ PLANNR_STATE_QUEUED, PLANNR_WAIT_NETWORK };
}

/**
 * plannr_outcome_judge:
 * @error: how an attempt ended
 * @sent: whether any byte of the request may have left
 *
 * Only what proves that nothing was made leads anywhere but to %PLANNR_STATE_CHECKING.
 *
 * Returns: what follows from it
 */
PlannrOutcome
plannr_outcome_judge (const GError *error, gboolean sent)
{
  g_return_val_if_fail (error != NULL, checking);

  if (!sent)
    return judge_unsent (error);

  if (error->domain != PLANNR_ERROR)
    return checking;

  switch ((PlannrError) error->code)
    {
    case PLANNR_ERROR_UNAUTHORIZED:
      return (PlannrOutcome){ PLANNR_STATE_QUEUED, PLANNR_WAIT_SIGN_IN };
    case PLANNR_ERROR_BUSY:
      return (PlannrOutcome){ PLANNR_STATE_QUEUED, PLANNR_WAIT_BUSY };
    case PLANNR_ERROR_FORBIDDEN:
    case PLANNR_ERROR_NOT_FOUND:
    case PLANNR_ERROR_METHOD:
    case PLANNR_ERROR_INVALID:
      return refused;
    case PLANNR_ERROR_REJECTED:
      return proves_nothing (plannr_error_get_details (error)->status) ? checking : refused;
    case PLANNR_ERROR_OFFLINE:
    case PLANNR_ERROR_NAME_NOT_FOUND:
    case PLANNR_ERROR_REFUSED:
    case PLANNR_ERROR_PROXY:
    case PLANNR_ERROR_TLS:
    case PLANNR_ERROR_DEADLINE:
    case PLANNR_ERROR_CONNECTION_LOST:
    case PLANNR_ERROR_REDIRECT:
    case PLANNR_ERROR_CONFLICT:
    case PLANNR_ERROR_SERVER:
    case PLANNR_ERROR_NOT_JSON:
    case PLANNR_ERROR_BROKEN_JSON:
    case PLANNR_ERROR_HOSTILE_JSON:
    case PLANNR_ERROR_TOO_BIG:
    case PLANNR_ERROR_UNEXPECTED:
    case PLANNR_ERROR_READ_ONLY:
    case PLANNR_ERROR_EXPIRED:
    case PLANNR_ERROR_NO_ACCOUNT:
    case PLANNR_ERROR_KEYRING:
    case PLANNR_ERROR_PRACTICE:
    case PLANNR_ERROR_ADDRESS:
    case PLANNR_ERROR_DISK:
    case PLANNR_ERROR_DISK_FULL:
    case PLANNR_ERROR_DISK_READ_ONLY:
    case PLANNR_ERROR_FILE_OPEN:
    case PLANNR_ERROR_FILE_BROKEN:
    case PLANNR_ERROR_FILE_NEWER:
    case PLANNR_ERROR_TAKEN:
    default:
      return checking;
    }
}
