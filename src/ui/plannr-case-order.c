/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-order.h"

#include <string.h>

#include "plannr-case-summary.h"
#include "plannr-locale.h"
#include "plannr-money.h"

/* What stays of a letter when its accent goes, where Unicode does not take it apart; and what a
 * keyboard has in place of what a typographer sets. */
static const struct
{
  gunichar from;
  const char *to;
} folds[] = {
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x02bc, "'" },  /* ʼ */
  { 0x2010, "-" },  /* ‐ */
  { 0x2011, "-" },  /* ‑ */
  { 0x2013, "-" },  /* – */
  { 0x2018, "'" },  /* ‘ */
  { 0x2019, "'" },  /* ’ */
};

static const char *
fold_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    if (folds[i].from == c)
      return folds[i].to;

  return NULL;
}

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

/**
 * plannr_case_order_fold:
 * @text: any text
 *
 * Returns: (transfer full): @text without case, accents and invisible marks, and with Latin digits, to
 *   be compared
 */
char *
plannr_case_order_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *letter = c < 0x80 ? NULL : fold_letter (c);

      if (letter != NULL)
        g_string_append (folded, letter);
      else if (g_unichar_isdigit (c))
        g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c))
        g_string_append_c (folded, ' ');
      else if (!g_unichar_ismark (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
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

  return plannr_case_order_fold (all);
}

/**
 * plannr_case_order_get_words:
 * @search: what was typed into the search
 *
 * Returns: (transfer full): its words, folded
 */
char **
plannr_case_order_get_words (const char *search)
{
  g_autofree char *folded = plannr_case_order_fold (search);
  g_auto (GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);

  return g_strv_builder_end (words);
}

/**
 * plannr_case_order_matches:
 * @key: what a case can be found by, from plannr_case_order_get_key()
 * @words: what is looked for, from plannr_case_order_get_words()
 *
 * Returns: whether all of @words are in @key, in any order
 */
gboolean
plannr_case_order_matches (const char *key, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
