/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-problem-text.h"

#include <glib/gi18n.h>

#include "plannr-money.h"

/**
 * plannr_problem_text:
 * @problem: what a draft itself can tell to be wrong
 *
 * Returns: (transfer full) (nullable): the sentence for it, which says what to do; %NULL for none
 */
char *
plannr_problem_text (PlannrProblem problem)
{
  g_autofree char *example = NULL;

  switch (problem)
    {
    case PLANNR_PROBLEM_NONE:
      return NULL;
    case PLANNR_PROBLEM_NAME_MISSING:
      return g_strdup (_ ("Give the case a name."));
    case PLANNR_PROBLEM_PEOPLE_MISSING:
      return g_strdup (_ ("Add the people of the case, at least one of them a client."));
    case PLANNR_PROBLEM_CLIENT_MISSING:
      return g_strdup (_ ("Add a client: Plannr takes no case without one."));
    case PLANNR_PROBLEM_VALUE_AMBIGUOUS:
      return g_strdup (_ ("This can be read in more than one way. Choose what you mean."));
    case PLANNR_PROBLEM_VALUE_NEGATIVE:
      return g_strdup (_ ("The expected value can’t be less than nothing."));
    case PLANNR_PROBLEM_VALUE_TOO_LARGE:
      return g_strdup (_ ("This is more than Plannr can hold. Is there a digit too many?"));
    case PLANNR_PROBLEM_VALUE_TOO_FINE:
      return g_strdup (_ ("This is finer than a penny. Choose the amount that you mean."));
    case PLANNR_PROBLEM_VALUE_WRONG_CURRENCY:
      return g_strdup (_ ("Plannr takes the expected value in pounds."));
    case PLANNR_PROBLEM_VALUE_MALFORMED:
    default:
      example = plannr_money_format_plain (123450, PLANNR_CASE_CURRENCY, NULL);
      /* Translators: %s is an amount as it is written in the reader's country, 1,234.50 say. */
      return g_strdup_printf (_ ("This is no amount of money. Write it like %s."), example);
    }
}
