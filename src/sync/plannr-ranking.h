/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlannrSearchField:
 *
 * What a text that is searched for among people is a part of.
 */
typedef enum
{
  PLANNR_SEARCH_NAME,
  PLANNR_SEARCH_EMAIL,
  PLANNR_SEARCH_PHONE,
} PlannrSearchField;

PlannrSearchField plannr_ranking_guess_field (const char *text);
GPtrArray *plannr_ranking_order_people (GPtrArray *people);
GPtrArray *plannr_ranking_match_choices (GPtrArray *choices, const char *text);
void plannr_ranking_sort_choices (GPtrArray *choices);

G_END_DECLS
