/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-list-error.h"

#include "plannr-error.h"

/**
 * plannr_list_error_is_lost_on_the_way:
 * @error: why a page of one of Plannr's lists did not come
 *
 * Returns: whether there is no way to Plannr, so that another question would fare no better
 */
gboolean
plannr_list_error_is_lost_on_the_way (const GError *error)
{
  if (error->domain != PLANNR_ERROR)
    return FALSE;

  switch ((PlannrError) error->code)
    {
    case PLANNR_ERROR_OFFLINE:
    case PLANNR_ERROR_NAME_NOT_FOUND:
    case PLANNR_ERROR_REFUSED:
    case PLANNR_ERROR_PROXY:
    case PLANNR_ERROR_TLS:
    case PLANNR_ERROR_CONNECTION_LOST:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * plannr_list_error_is_passing:
 * @error: why a page of one of Plannr's lists did not come
 *
 * Returns: whether Plannr may answer the same question later
 */
gboolean
plannr_list_error_is_passing (const GError *error)
{
  if (error->domain != PLANNR_ERROR)
    return FALSE;

  switch ((PlannrError) error->code)
    {
    case PLANNR_ERROR_DEADLINE:
    case PLANNR_ERROR_SERVER:
    case PLANNR_ERROR_NOT_JSON:
    case PLANNR_ERROR_BROKEN_JSON:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * plannr_list_error_is_refusal:
 * @error: why a page of one of Plannr's lists did not come
 *
 * Returns: whether Plannr has no such list, or not for this person, or one that is more than anybody
 *   could have: it would be asked for in vain for a long time
 */
gboolean
plannr_list_error_is_refusal (const GError *error)
{
  if (error->domain != PLANNR_ERROR)
    return FALSE;

  switch ((PlannrError) error->code)
    {
    case PLANNR_ERROR_NOT_FOUND:
    case PLANNR_ERROR_METHOD:
    case PLANNR_ERROR_FORBIDDEN:
    case PLANNR_ERROR_INVALID:
    case PLANNR_ERROR_HOSTILE_JSON:
    case PLANNR_ERROR_TOO_BIG:
      return TRUE;
    default:
      return FALSE;
    }
}
