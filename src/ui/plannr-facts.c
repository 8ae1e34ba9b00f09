/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-facts.h"

#include "plannr-display-text.h"

static void
fact_free (gpointer data)
{
  PlannrFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact->aside);
  g_free (fact);
}

/**
 * plannr_facts_free:
 * @facts: (transfer full): facts
 */
void
plannr_facts_free (PlannrFacts *facts)
{
  g_free (facts->title);
  g_ptr_array_unref (facts->facts);
  g_free (facts);
}

/**
 * plannr_facts_new:
 * @title: (transfer full): what they have in common
 * @item: (nullable) (transfer none): the word for one of them where they are a list of things
 *
 * Returns: (transfer full): no facts yet
 */
PlannrFacts *
plannr_facts_new (char *title, const char *item)
{
  PlannrFacts *facts = g_new0 (PlannrFacts, 1);

  facts->title = title;
  facts->item = item;
  facts->facts = g_ptr_array_new_with_free_func (fact_free);

  return facts;
}

/**
 * plannr_facts_add:
 * @facts: facts
 * @label: (transfer full): what it is, or who
 * @value: (transfer full): what is known of it
 * @aside: (transfer full): an amount of money that belongs to it
 */
void
plannr_facts_add (PlannrFacts *facts, char *label, char *value, char *aside)
{
  PlannrFact *fact = g_new0 (PlannrFact, 1);

  fact->label = label;
  fact->value = value;
  fact->aside = aside;
  g_ptr_array_add (facts->facts, fact);
}

/**
 * plannr_facts_add_text:
 * @facts: facts
 * @label: what it is
 * @text: (nullable): what is known of it, in the words of somebody who is not to be trusted; where there
 *   are none it is left out
 */
void
plannr_facts_add_text (PlannrFacts *facts, const char *label, const char *text)
{
  g_autofree char *whole = plannr_display_text_whole (text);

  if (*whole != '\0')
    plannr_facts_add (facts, g_strdup (label), g_steal_pointer (&whole), g_strdup (""));
}
