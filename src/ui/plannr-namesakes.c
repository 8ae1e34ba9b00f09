/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-namesakes.h"

#include "plannr-describe.h"
#include "plannr-display-text.h"

static GPtrArray *
find_namesakes (PlannrAccount *person, GListModel *people)
{
  GPtrArray *namesakes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = plannr_describe_title (person);
  guint n = g_list_model_get_n_items (people);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) other = g_list_model_get_item (people, i);
      g_autofree char *other_title = plannr_describe_title (other);

      if (g_strcmp0 (plannr_account_get_uuid (other), plannr_account_get_uuid (person)) != 0
          && g_utf8_collate (title, other_title) == 0)
        g_ptr_array_add (namesakes, g_steal_pointer (&other));
    }

  return namesakes;
}

static const char *
get_kind (PlannrAccount *person)
{
  return plannr_describe_kind (plannr_account_get_kind (person));
}

static gboolean
is_unique (PlannrAccount *person,
           GPtrArray *namesakes,
           const char *(*get_text) (PlannrAccount *person))
{
  const char *text = get_text (person);

  if (text == NULL || *text == '\0')
    return FALSE;

  for (guint i = 0; i < namesakes->len; i++)
    if (g_strcmp0 (get_text (g_ptr_array_index (namesakes, i)), text) == 0)
      return FALSE;

  return TRUE;
}

/**
 * plannr_namesakes_tell_apart:
 * @person: somebody
 * @people: a list of #PlannrAccount, @person among them or not
 *
 * Returns: (transfer full) (nullable): the shortest that tells @person from those of @people that
 *   have the same name; %NULL where nobody has it
 */
char *
plannr_namesakes_tell_apart (PlannrAccount *person, GListModel *people)
{
  static const struct
  {
    const char *(*get_text) (PlannrAccount *person);
  } parts[] = {
    { get_kind },
    { plannr_account_get_email },
    { plannr_account_get_phone },
  };
  g_autoptr (GPtrArray) namesakes = NULL;

  g_return_val_if_fail (PLANNR_IS_ACCOUNT (person), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (people), NULL);

  namesakes = find_namesakes (person, people);
  if (namesakes->len == 0)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_unique (person, namesakes, parts[i].get_text))
      return plannr_display_text_isolate (parts[i].get_text (person));

  return plannr_describe_detail_among (person, people);
}
