/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-order.h"

#include "plannr-case-summary.h"
#include "plannr-locale.h"
#include "plannr-money.h"
#include "plannr-search.h"

static gboolean
is_blank (PlannrSubmission *submission)
{
  return plannr_case_draft_get_blank (plannr_submission_get_draft (submission));
}

/**
 * plannr_case_order_get_rank:
 * @submission: a case
 *
 * Returns: where it stands in the list
 */
PlannrCaseRank
plannr_case_order_get_rank (PlannrSubmission *submission)
{
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_ASKING:
      return PLANNR_CASE_RANK_ASKING;
    case PLANNR_STATE_REFUSED:
      return PLANNR_CASE_RANK_REFUSED;
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
      return PLANNR_CASE_RANK_UNDER_WAY;
    case PLANNR_STATE_DRAFT:
      return is_blank (submission) ? PLANNR_CASE_RANK_HIDDEN : PLANNR_CASE_RANK_DRAFT;
    case PLANNR_STATE_CREATED:
      return PLANNR_CASE_RANK_CREATED;
    case PLANNR_STATE_DISCARDED:
      return is_blank (submission) ? PLANNR_CASE_RANK_HIDDEN : PLANNR_CASE_RANK_DISCARDED;
    default:
      return PLANNR_CASE_RANK_HIDDEN;
    }
}

static int
compare_times (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * plannr_case_order_compare:
 * @a: a case
 * @b: another one
 *
 * What needs an answer comes first, then what waits, drafts, created cases, and discarded drafts, the
 * last three with the newest first. What waits keeps the outbox’s order, and does not jump about
 * while it is tried.
 *
 * Returns: below 0 where @a comes first, above 0 where @b does, 0 where the order is to stay
 */
int
plannr_case_order_compare (PlannrSubmission *a, PlannrSubmission *b)
{
  PlannrCaseRank rank_a = plannr_case_order_get_rank (a);
  PlannrCaseRank rank_b = plannr_case_order_get_rank (b);

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;

  if (rank_a == PLANNR_CASE_RANK_CREATED)
    return compare_times (plannr_case_summary_get_created_at (b),
                          plannr_case_summary_get_created_at (a));
  if (rank_a == PLANNR_CASE_RANK_DRAFT || rank_a == PLANNR_CASE_RANK_DISCARDED)
    return compare_times (plannr_submission_get_changed_at (b),
                          plannr_submission_get_changed_at (a));

  return 0;
}

/* Takes the signs out of an amount with which thousands are set apart, for those who type none. */
static char *
ungroup (gint64 amount, const char *currency)
{
  g_autofree char *grouped =
      plannr_money_format_plain (amount, currency, plannr_locale_get (PLANNR_LOCALE_MONEY));
  guint decimals = plannr_money_get_decimals (currency);
  GString *plain = g_string_new (NULL);
  guint left = 0;

  for (const char *at = grouped; *at != '\0'; at = g_utf8_next_char (at))
    left += g_unichar_isdigit (g_utf8_get_char (at)) ? 1 : 0;

  for (const char *at = grouped; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        left--;
      else if (left != decimals)
        continue;
      g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

static char *
get_plain_value (PlannrSubmission *submission)
{
  PlannrCase *record = plannr_submission_get_record (submission);
  const PlannrMoneyReading *reading = NULL;

  if (record != NULL && plannr_case_get_currency (record) != NULL)
    return ungroup (plannr_case_get_amount (record), plannr_case_get_currency (record));

  reading = plannr_case_draft_get_value (plannr_submission_get_draft (submission));
  if (reading->verdict == PLANNR_MONEY_EXACT)
    return ungroup (reading->amount, PLANNR_CASE_CURRENCY);

  return g_strdup ("");
}

/**
 * plannr_case_order_get_key:
 * @submission: a case
 *
 * Returns: (transfer full): all that it can be found by, folded: its name, its people and its value
 */
char *
plannr_case_order_get_key (PlannrSubmission *submission)
{
  g_autofree char *name = plannr_case_summary_get_name (submission);
  g_autofree char *people = plannr_case_summary_get_people (submission);
  g_autofree char *value = plannr_case_summary_get_value (submission);
  g_autofree char *plain = get_plain_value (submission);
  g_autofree char *all = g_strjoin ("\n", name, people, value, plain, NULL);

  return plannr_search_fold (all);
}
