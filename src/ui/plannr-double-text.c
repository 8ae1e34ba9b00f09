/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-double-text.h"

#include <glib/gi18n.h>

#include "plannr-date.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"

static gboolean
is_same_day (GDateTime *first, GDateTime *second)
{
  return g_date_time_get_year (first) == g_date_time_get_year (second)
         && g_date_time_get_day_of_year (first) == g_date_time_get_day_of_year (second);
}

static char *
say_client_and_type (
    PlannrDouble *found, const char *name, PlannrChoice *kind, const char *day, const char *time)
{
  g_autofree char *client = plannr_describe_title (plannr_double_get_client (found));
  g_autofree char *type = plannr_describe_title (kind);

  switch (plannr_double_get_state (found))
    {
    case PLANNR_STATE_CREATED:
      if (time != NULL)
        /* Translators: a case that is there already: %1$s is its name, %2$s its client, %3$s its type,
         * %4$s a time of day */
        return g_strdup_printf (_ ("“%1$s” for %2$s, %3$s, was created today at %4$s."), name,
                                client, type, time);
      /* Translators: a case that is there already: %1$s is its name, %2$s its client, %3$s its type,
       * %4$s a day, as 20 Nov */
      return g_strdup_printf (_ ("“%1$s” for %2$s, %3$s, was created on %4$s."), name, client, type,
                              day);
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      /* Translators: %1$s is the name of a case, %2$s its client, %3$s its type */
      return g_strdup_printf (_ ("“%1$s” for %2$s, %3$s, may have been created already."), name,
                              client, type);
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      /* Translators: %1$s is the name of a case, %2$s its client, %3$s its type */
      return g_strdup_printf (_ ("“%1$s” for %2$s, %3$s, is on its way to Plannr already."), name,
                              client, type);
    }
}

static char *
say_name (PlannrDouble *found, const char *name, const char *day, const char *time)
{
  switch (plannr_double_get_state (found))
    {
    case PLANNR_STATE_CREATED:
      if (time != NULL)
        /* Translators: %1$s is the name of a case, %2$s a time of day */
        return g_strdup_printf (_ ("Another case named “%1$s” was created today at %2$s."), name,
                                time);
      /* Translators: %1$s is the name of a case, %2$s a day, as 20 Nov */
      return g_strdup_printf (_ ("Another case named “%1$s” was created on %2$s."), name, day);
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      /* Translators: %s is the name of a case */
      return g_strdup_printf (_ ("Another case named “%s” may have been created already."), name);
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      /* Translators: %s is the name of a case */
      return g_strdup_printf (_ ("Another case named “%s” is on its way to Plannr already."), name);
    }
}

static char *
show_name (const char *name)
{
  return plannr_display_text_isolate (name != NULL && *name != '\0' ? name : _ ("Untitled"));
}

/**
 * plannr_double_text:
 * @found: a likely double of what is being written
 * @now: the time, in the reader's zone
 *
 * Returns: (transfer full): a sentence that names it
 */
char *
plannr_double_text (PlannrDouble *found, GDateTime *now)
{
  PlannrSubmission *submission = NULL;
  PlannrCaseDraft *draft = NULL;
  PlannrCase *record = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (PLANNR_IS_DOUBLE (found), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  submission = plannr_double_get_submission (found);
  draft = submission != NULL ? plannr_submission_get_draft (submission) : NULL;
  record = plannr_double_get_record (found);
  name = show_name (draft != NULL ? plannr_case_draft_get_name (draft)
                                  : plannr_case_get_name (record));
  utc = g_date_time_new_from_unix_utc (plannr_double_get_when (found) / G_USEC_PER_SEC);
  when = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  day = plannr_date_format (when, PLANNR_DATE_DAY, NULL, g_date_time_get_timezone (now));
  if (is_same_day (when, now))
    time = plannr_date_format (when, PLANNR_DATE_TIME, NULL, g_date_time_get_timezone (now));

  if (plannr_double_get_client (found) == NULL)
    return say_name (found, name, day, time);

  return say_client_and_type (found, name,
                              draft != NULL ? plannr_case_draft_get_kind (draft)
                                            : plannr_case_get_kind (record),
                              day, time);
}
