/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-desktop.h"

/**
 * PlannrTestFirm:
 *
 * The practice firm, running on a port of its own with an empty file to begin with.
 */
typedef struct _PlannrTestFirm PlannrTestFirm;

/**
 * plannr_test_firm_start:
 * @desktop: a desktop; it has to outlive the firm
 * @options: (nullable): options beside `--port` and `--data`
 *
 * Returns: (transfer full): the firm, once it listens
 */
PlannrTestFirm *plannr_test_firm_start (PlannrTestDesktop *desktop, const char *const *options);

/**
 * plannr_test_firm_stop:
 * @self: (transfer full): a firm
 *
 * Ends it; the test fails where it has written a warning.
 */
void plannr_test_firm_stop (PlannrTestFirm *self);

/**
 * plannr_test_firm_get_url:
 * @self: a firm
 *
 * Returns: the address that it listens on, for `--server`
 */
const char *plannr_test_firm_get_url (PlannrTestFirm *self);

/**
 * plannr_test_firm_get_process:
 * @self: a firm
 *
 * Returns: (transfer none): its process
 */
PlannrTestProcess *plannr_test_firm_get_process (PlannrTestFirm *self);

/**
 * plannr_test_firm_query:
 * @self: a firm
 * @sql: a query that gives one value
 *
 * Returns: (transfer full) (nullable): the first value of the first row in its database, as text; %NULL
 *   for NULL and for no row
 */
char *plannr_test_firm_query (PlannrTestFirm *self, const char *sql);

/**
 * plannr_test_firm_change:
 * @self: a firm
 * @sql: statements that give nothing
 *
 * Does what a colleague does in Plannr meanwhile.
 */
void plannr_test_firm_change (PlannrTestFirm *self, const char *sql);

/**
 * plannr_test_query:
 * @path: an SQLite database
 * @sql: a query that gives one value
 *
 * Looks into any database, without writing to it.
 *
 * Returns: (transfer full) (nullable): as plannr_test_firm_query()
 */
char *plannr_test_query (const char *path, const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrTestFirm, plannr_test_firm_stop)
