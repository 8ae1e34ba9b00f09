/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-search.h"

static gboolean
is_like (const char *text, const char *pattern)
{
  return pattern == NULL || g_pattern_match_simple (pattern, text);
}

static gboolean
matches (const PlannrTestQuery *query, PlannrTestNode *node)
{
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  PlannrTestArea area;

  /* Each is a call to the application, so what is not asked for is not fetched. */
  role = query->role != NULL ? plannr_test_node_get_role (node) : NULL;
  if (g_strcmp0 (query->role, role) != 0)
    return FALSE;
  name = query->name != NULL ? plannr_test_node_get_name (node) : NULL;
  if (!is_like (name, query->name))
    return FALSE;
  description = query->description != NULL ? plannr_test_node_get_description (node) : NULL;
  if (!is_like (description, query->description))
    return FALSE;
  if (query->has_focus && !plannr_test_node_has_state (node, PLANNR_TEST_STATE_FOCUSED))
    return FALSE;
  return plannr_test_node_get_area (node, &area);
}

PlannrTestNode *
plannr_test_search (PlannrTestNode *root, const PlannrTestQuery *query)
{
  g_autoptr (GPtrArray) children = plannr_test_node_list_children (root);

  for (guint i = 0; i < children->len; i++)
    {
      PlannrTestNode *found;

      if (matches (query, g_ptr_array_index (children, i)))
        return g_ptr_array_steal_index (children, i);
      found = plannr_test_search (g_ptr_array_index (children, i), query);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
add_focusable (PlannrTestNode *parent, GPtrArray *focusable)
{
  g_autoptr (GPtrArray) children = plannr_test_node_list_children (parent);

  g_ptr_array_set_free_func (children, NULL);
  for (guint i = 0; i < children->len; i++)
    {
      PlannrTestNode *child = g_ptr_array_index (children, i);
      PlannrTestArea area;

      if (plannr_test_node_get_area (child, &area)
          && plannr_test_node_has_state (child, PLANNR_TEST_STATE_FOCUSABLE))
        {
          g_ptr_array_add (focusable, child);
          add_focusable (child, focusable);
        }
      else
        {
          add_focusable (child, focusable);
          plannr_test_node_free (child);
        }
    }
}

GPtrArray *
plannr_test_search_focusable (PlannrTestNode *root)
{
  GPtrArray *focusable = g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_test_node_free);

  add_focusable (root, focusable);
  return focusable;
}

static void
add_description (PlannrTestNode *parent, int depth, GString *lines)
{
  g_autoptr (GPtrArray) children = plannr_test_node_list_children (parent);

  for (guint i = 0; i < children->len; i++)
    {
      PlannrTestNode *child = g_ptr_array_index (children, i);
      PlannrTestArea area;

      if (plannr_test_node_get_area (child, &area))
        {
          g_autofree char *line = plannr_test_node_describe (child);

          g_string_append_printf (lines, "%*s%s\n", depth * 2, "", line);
        }
      add_description (child, depth + 1, lines);
    }
}

char *
plannr_test_search_describe (PlannrTestNode *root)
{
  GString *lines = g_string_new (NULL);

  add_description (root, 0, lines);
  return g_string_free (lines, FALSE);
}
