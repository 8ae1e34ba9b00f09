/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"
#include "plannr-case.h"

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
 * One card of what is known of a case.
 */
typedef struct
{
  char *title;
  const char *item;
  GPtrArray *facts;
} PlannrFacts;

GPtrArray *plannr_facts_collect (PlannrCase *record, PlannrCaseDraft *draft);
char *plannr_facts_write (PlannrCase *record, PlannrCaseDraft *draft);

G_END_DECLS
