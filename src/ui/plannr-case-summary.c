/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-summary.h"

#include <glib/gi18n.h>

#include "plannr-date.h"
#include "plannr-display-text.h"
#include "plannr-locale.h"
#include "plannr-money.h"

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
join_names (GListModel *people)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (people);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      g_ptr_array_add (names, plannr_display_text_isolate (plannr_account_get_name (person)));
    }
  g_ptr_array_add (names, NULL);

  /* Translators: what stands between two people’s names in a row of the list of cases. */
  return plannr_display_text_join (_ (", "), (const char *const *) names->pdata);
}

static char *
get_created_label (gint64 created_at, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (created_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  g_autofree char *when = NULL;
  PlannrDateStyle style = PLANNR_DATE_FULL_DAY;

  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    style = g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now)
                ? PLANNR_DATE_TIME
                : PLANNR_DATE_DAY;

  when = plannr_date_format (local, style, NULL, g_date_time_get_timezone (now));

  /* Translators: the state of a case in the list. %s is a time of day for today (“11:18”), else a
   * day (“20 Nov”). */
  return g_strdup_printf (_ ("Created %s"), when);
}

static const char *
get_waiting_label (PlannrWait wait)
{
  switch (wait)
    {
    case PLANNR_WAIT_NETWORK:
      /* Translators: the state of a case in the list: it is sent once there is a network. */
      return _ ("Waiting for network");
    case PLANNR_WAIT_BUSY:
      /* Translators: the state of a case in the list: the server has asked us to wait a while. */
      return _ ("Waiting: Plannr is busy");
    case PLANNR_WAIT_SIGN_IN:
      /* Translators: the state of a case in the list: it is sent once the person has signed in. */
      return _ ("Waiting for sign-in");
    case PLANNR_WAIT_DISK:
      /* Translators: the state of a case in the list: it is sent once it could be written down. */
      return _ ("Waiting for the disk");
    case PLANNR_WAIT_UNDO:
      /* Translators: the state of a case in the list: it is sent in a few seconds, and may be taken
       * back until then. */
      return _ ("Sent in a moment");
    case PLANNR_WAIT_NOTHING:
    default:
      /* Translators: the state of a case in the list. */
      return _ ("Sending…");
    }
}

/**
 * plannr_case_summary_get_name:
 * @submission: a row of the list
 *
 * Returns: (transfer full): the name of the case, as Plannr has it once it does; empty where it has
 *   none
 */
char *
plannr_case_summary_get_name (PlannrSubmission *submission)
{
  PlannrCase *record = plannr_submission_get_record (submission);
  const char *name = record != NULL ? plannr_case_get_name (record) : NULL;

  if (name == NULL || *name == '\0')
    name = plannr_case_draft_get_name (plannr_submission_get_draft (submission));

  return g_strstrip (g_strdup (or_empty (name)));
}

/**
 * plannr_case_summary_get_people:
 * @submission: a row of the list
 *
 * Returns: (transfer full): the people’s names in one line; empty where there is nobody
 */
char *
plannr_case_summary_get_people (PlannrSubmission *submission)
{
  PlannrCase *record = plannr_submission_get_record (submission);
  GListModel *people = record != NULL ? plannr_case_get_people (record) : NULL;

  if (people == NULL || g_list_model_get_n_items (people) == 0)
    people = plannr_case_draft_get_people (plannr_submission_get_draft (submission));

  return join_names (people);
}

/**
 * plannr_case_summary_get_value:
 * @submission: a row of the list
 *
 * Returns: (transfer full): the expected value as formatted money; empty where none is known
 */
char *
plannr_case_summary_get_value (PlannrSubmission *submission)
{
  PlannrCase *record = plannr_submission_get_record (submission);
  const PlannrMoneyReading *reading = NULL;

  if (record != NULL && plannr_case_get_currency (record) != NULL)
    return plannr_money_format (plannr_case_get_amount (record), plannr_case_get_currency (record),
                                plannr_locale_get (PLANNR_LOCALE_MONEY));

  reading = plannr_case_draft_get_value (plannr_submission_get_draft (submission));
  if (reading->verdict == PLANNR_MONEY_EXACT)
    return plannr_money_format (reading->amount, PLANNR_CASE_CURRENCY,
                                plannr_locale_get (PLANNR_LOCALE_MONEY));

  return g_strdup ("");
}

/**
 * plannr_case_summary_get_created_at:
 * @submission: a row of the list, %PLANNR_STATE_CREATED
 *
 * Returns: when the case was created, in microseconds since the epoch: by Plannr’s word, where it
 *   is known
 */
gint64
plannr_case_summary_get_created_at (PlannrSubmission *submission)
{
  PlannrCase *record = plannr_submission_get_record (submission);
  GDateTime *created_at = record != NULL ? plannr_case_get_created_at (record) : NULL;

  return created_at != NULL ? g_date_time_to_unix (created_at) * G_USEC_PER_SEC
                            : plannr_submission_get_changed_at (submission);
}

/**
 * plannr_case_summary_get_state:
 * @submission: a row of the list
 * @now: the time, in the reader’s zone
 *
 * Returns: (transfer full): where the case is on its way, in two or three words
 */
char *
plannr_case_summary_get_state (PlannrSubmission *submission, GDateTime *now)
{
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_QUEUED:
      return g_strdup (get_waiting_label (plannr_submission_get_wait (submission)));
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
      return g_strdup (get_waiting_label (PLANNR_WAIT_NOTHING));
    case PLANNR_STATE_CREATED:
      return get_created_label (plannr_case_summary_get_created_at (submission), now);
    case PLANNR_STATE_REFUSED:
      /* Translators: the state of a case in the list: Plannr refused it, and nothing was created. */
      return g_strdup (_ ("Not accepted"));
    case PLANNR_STATE_CHECKING:
      /* Translators: the state of a case in the list: it is being found out whether it was created. */
      return g_strdup (_ ("Checking…"));
    case PLANNR_STATE_ASKING:
      /* Translators: the state of a case in the list: nobody knows, and the person is asked. */
      return g_strdup (_ ("Was it created?"));
    case PLANNR_STATE_DISCARDED:
      /* Translators: the state of a draft in the list that was thrown away, and may be had back. */
      return g_strdup (C_ ("state", "Discarded"));
    case PLANNR_STATE_DRAFT:
    default:
      /* Translators: the state of a case in the list: it is being written. */
      return g_strdup (C_ ("state", "Draft"));
    }
}

/**
 * plannr_case_summary_get_css_class:
 * @submission: a row of the list
 *
 * Returns: (nullable): what style.css calls the look of its state; %NULL for the plain one
 */
const char *
plannr_case_summary_get_css_class (PlannrSubmission *submission)
{
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_QUEUED:
      return plannr_submission_get_wait (submission) == PLANNR_WAIT_NOTHING ? "under-way"
                                                                            : "waiting";
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
      return "under-way";
    case PLANNR_STATE_CREATED:
      return "created";
    case PLANNR_STATE_REFUSED:
      return "refused";
    case PLANNR_STATE_ASKING:
      return "question";
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_DISCARDED:
    default:
      return NULL;
    }
}

/**
 * plannr_case_summary_get_sentence:
 * @submission: a row of the list
 * @now: the time, in the reader’s zone
 *
 * Returns: (transfer full): all that its row says, for a screen reader
 */
char *
plannr_case_summary_get_sentence (PlannrSubmission *submission, GDateTime *now)
{
  g_autofree char *name = plannr_case_summary_get_name (submission);
  g_autofree char *shown = plannr_display_text_isolate (*name != '\0' ? name : _ ("Untitled"));
  g_autofree char *people = plannr_case_summary_get_people (submission);
  g_autofree char *value = plannr_case_summary_get_value (submission);
  g_autofree char *state = plannr_case_summary_get_state (submission, now);
  const char *const parts[] = { shown, people, value, state, NULL };

  return plannr_display_text_join (_ (", "), parts);
}
