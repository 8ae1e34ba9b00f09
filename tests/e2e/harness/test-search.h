/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-node.h"

/**
 * PlannrTestQuery:
 * @role: (nullable): its role
 * @name: (nullable): its name, where `*` and `?` stand for anything, as in a shell
 * @description: (nullable): its description, likewise
 * @has_focus: whether it has to have the focus
 *
 * What is looked for; %NULL stands for any.
 */
typedef struct
{
  const char *role;
  const char *name;
  const char *description;
  gboolean has_focus;
} PlannrTestQuery;

/**
 * plannr_test_search:
 * @root: where to begin
 * @query: what to look for
 *
 * Looks through all below @root in the order in which it is read.
 *
 * Returns: (transfer full) (nullable): the first that matches and takes up room
 */
PlannrTestNode *plannr_test_search (PlannrTestNode *root, const PlannrTestQuery *query);

/**
 * plannr_test_search_focusable:
 * @root: where to begin
 *
 * Returns: (transfer full) (element-type PlannrTestNode): all below that take up room and can have the
 *   focus
 */
GPtrArray *plannr_test_search_focusable (PlannrTestNode *root);

/**
 * plannr_test_search_describe:
 * @root: where to begin
 *
 * Returns: (transfer full): all below that takes up room, a line each, for people
 */
char *plannr_test_search_describe (PlannrTestNode *root);
