/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "test-display.h"

/**
 * PlannrTestState:
 *
 * The AT-SPI states that tests ask about, by the numbers of its protocol.
 */
typedef enum
{
  PLANNR_TEST_STATE_ACTIVE = 1,
  PLANNR_TEST_STATE_CHECKED = 4,
  PLANNR_TEST_STATE_EDITABLE = 7,
  PLANNR_TEST_STATE_ENABLED = 8,
  PLANNR_TEST_STATE_EXPANDED = 10,
  PLANNR_TEST_STATE_FOCUSABLE = 11,
  PLANNR_TEST_STATE_FOCUSED = 12,
  PLANNR_TEST_STATE_SELECTED = 23,
  PLANNR_TEST_STATE_SENSITIVE = 24,
  PLANNR_TEST_STATE_SHOWING = 25,
  PLANNR_TEST_STATE_VISIBLE = 30,
  PLANNR_TEST_STATE_REQUIRED = 33,
  PLANNR_TEST_STATE_INVALID = 36,
} PlannrTestState;

/**
 * PlannrTestNode:
 *
 * One thing in an application's window as a screen reader is told of it. What is asked of it is asked
 * of the application at that moment; of what has gone meanwhile the answers are empty.
 */
typedef struct _PlannrTestNode PlannrTestNode;

/**
 * plannr_test_node_new:
 * @bus: the accessibility bus
 * @owner: the application's name on it
 * @path: the object's path
 *
 * Returns: (transfer full): the node
 */
PlannrTestNode *plannr_test_node_new (GDBusConnection *bus, const char *owner, const char *path);

/**
 * plannr_test_node_free:
 * @self: (transfer full): a node
 */
void plannr_test_node_free (PlannrTestNode *self);

/**
 * plannr_test_node_is_same:
 * @self: a node
 * @other: another
 *
 * Returns: whether they stand for the same thing
 */
gboolean plannr_test_node_is_same (PlannrTestNode *self, PlannrTestNode *other);

/**
 * plannr_test_node_get_role:
 * @self: a node
 *
 * Returns: (transfer full): its role in AT-SPI's words, such as `push button`
 */
char *plannr_test_node_get_role (PlannrTestNode *self);

/**
 * plannr_test_node_get_name:
 * @self: a node
 *
 * Returns: (transfer full): its name
 */
char *plannr_test_node_get_name (PlannrTestNode *self);

/**
 * plannr_test_node_get_description:
 * @self: a node
 *
 * Returns: (transfer full): its description, such as what is wrong with an entry
 */
char *plannr_test_node_get_description (PlannrTestNode *self);

/**
 * plannr_test_node_get_text:
 * @self: a node
 *
 * Returns: (transfer full): the text in it, for entries and labels; empty for others
 */
char *plannr_test_node_get_text (PlannrTestNode *self);

/**
 * plannr_test_node_has_state:
 * @self: a node
 * @state: a state
 *
 * Returns: whether it has it
 */
gboolean plannr_test_node_has_state (PlannrTestNode *self, PlannrTestState state);

/**
 * plannr_test_node_get_area:
 * @self: a node
 * @area: (out): where it is, relative to its window's content; for what is in a popover, to the popover
 *
 * Returns: whether it takes up any room
 */
gboolean plannr_test_node_get_area (PlannrTestNode *self, PlannrTestArea *area);

/**
 * plannr_test_node_list_children:
 * @self: a node
 *
 * Returns: (transfer full) (element-type PlannrTestNode): what is in it, in order
 */
GPtrArray *plannr_test_node_list_children (PlannrTestNode *self);

/**
 * plannr_test_node_get_parent:
 * @self: a node
 *
 * Returns: (transfer full) (nullable): what it is in; %NULL for the application
 */
PlannrTestNode *plannr_test_node_get_parent (PlannrTestNode *self);

/**
 * plannr_test_node_do_action:
 * @self: a node
 * @name: (nullable): the name of one of its actions, or %NULL for its first
 *
 * Does what a screen reader does on the user's behalf. The test fails where there is no such action.
 */
void plannr_test_node_do_action (PlannrTestNode *self, const char *name);

/**
 * plannr_test_node_describe:
 * @self: a node
 *
 * Returns: (transfer full): a line that tells what it is, for people
 */
char *plannr_test_node_describe (PlannrTestNode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrTestNode, plannr_test_node_free)
