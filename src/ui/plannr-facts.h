/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannrFact:
 * @label: what it is, or who
 * @value: what is known of it; may be empty
 * @aside: an amount of money that belongs to it; may be empty
 *
 * One line of a card. All of it is fit to be shown.
 */
typedef struct
{
  char *label;
  char *value;
  char *aside;
} PlannrFact;

/**
 * PlannrFacts:
 * @title: what they have in common
 * @item: (nullable): the word for one of them where they are a list of things; %NULL where they are
 *   labels with values
 * @facts: (element-type PlannrFact): the facts, one or more
 *
 * Some facts that belong together, as one card shows them.
 */
typedef struct
{
  char *title;
  const char *item;
  GPtrArray *facts;
} PlannrFacts;

PlannrFacts *plannr_facts_new (char *title, const char *item);
void plannr_facts_free (PlannrFacts *facts);
void plannr_facts_add (PlannrFacts *facts, char *label, char *value, char *aside);
void plannr_facts_add_text (PlannrFacts *facts, const char *label, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrFacts, plannr_facts_free)

G_END_DECLS
