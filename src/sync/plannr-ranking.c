/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-ranking.h"

#include <string.h>

#include "plannr-account.h"
#include "plannr-choice.h"
#include "plannr-people-key.h"
#include "plannr-search.h"

/**
 * plannr_ranking_guess_field:
 * @text: what is searched for
 *
 * Returns: an e-mail address where there is an `@`; a telephone number where there are digits and
 *   what stands between them in one; a name otherwise
 */
PlannrSearchField
plannr_ranking_guess_field (const char *text)
{
  gboolean digits = FALSE;

  g_return_val_if_fail (text != NULL, PLANNR_SEARCH_NAME);

  if (strchr (text, '@') != NULL)
    return PLANNR_SEARCH_EMAIL;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        digits = TRUE;
      else if (strchr ("+-() ", *at) == NULL)
        return PLANNR_SEARCH_NAME;
    }

  return digits ? PLANNR_SEARCH_PHONE : PLANNR_SEARCH_NAME;
}

/**
 * plannr_ranking_order_people:
 * @people: (element-type PlannrAccount): people, as Plannr ordered them
 *
 * Returns: (transfer container) (element-type PlannrAccount): clients, then staff, then others, each
 *   in Plannr's order; those who are inactive only where all are
 */
GPtrArray *
plannr_ranking_order_people (GPtrArray *people)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean any_active = FALSE;

  for (guint i = 0; i < people->len && !any_active; i++)
    any_active = !plannr_account_get_inactive (g_ptr_array_index (people, i));

  for (guint rank = 0; rank <= 3; rank++)
    for (guint i = 0; i < people->len; i++)
      {
        PlannrAccount *person = g_ptr_array_index (people, i);

        if (plannr_people_key_get_rank (plannr_account_get_kind (person)) == rank
            && !(any_active && plannr_account_get_inactive (person)))
          g_ptr_array_add (ordered, g_object_ref (person));
      }

  return ordered;
}

/**
 * plannr_ranking_match_choices:
 * @choices: (element-type PlannrChoice): types or statuses
 * @text: words of a name, or parts of them, in any order
 *
 * Returns: (transfer container) (element-type PlannrChoice): those whose name has them, in the same
 *   order
 */
GPtrArray *
plannr_ranking_match_choices (GPtrArray *choices, const char *text)
{
  GPtrArray *matching = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = plannr_search_get_words (text);

  for (guint i = 0; i < choices->len; i++)
    {
      PlannrChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *key = plannr_search_fold (plannr_choice_get_name (choice));

      if (plannr_search_matches (key, (const char *const *) words))
        g_ptr_array_add (matching, g_object_ref (choice));
    }

  return matching;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  PlannrChoice *one = *(PlannrChoice *const *) a;
  PlannrChoice *other = *(PlannrChoice *const *) b;
  const char *name = plannr_choice_get_name (one);
  const char *other_name = plannr_choice_get_name (other);
  int position = plannr_choice_get_position (one);
  int other_position = plannr_choice_get_position (other);

  if (position != other_position)
    return position == -1 ? 1 : other_position == -1 ? -1 : position < other_position ? -1 : 1;

  return g_utf8_collate (name != NULL ? name : "", other_name != NULL ? other_name : "");
}

/**
 * plannr_ranking_sort_choices:
 * @choices: (element-type PlannrChoice): types or statuses
 *
 * Sorts @choices by the firm's order where there is one, and by name.
 */
void
plannr_ranking_sort_choices (GPtrArray *choices)
{
  g_ptr_array_sort (choices, compare_choices);
}
