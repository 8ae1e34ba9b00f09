/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-desktop.h"

/**
 * PlannrTestServices:
 * @reason: (nullable): why the application says that nobody should log out
 * @flags: what nobody should do
 * @notification: the number of the last notification, 0 for none
 * @title: (nullable): what it says
 * @body: (nullable): what else it says
 * @n_taken_back: how many notifications were taken back
 *
 * A session manager and a place for notifications, and what the application has told them.
 */
typedef struct
{
  char *reason;
  guint32 flags;
  guint32 notification;
  char *title;
  char *body;
  guint n_taken_back;

  GDBusConnection *bus; /* (unowned) */
  guint objects[2];
  guint names[2];
} PlannrTestServices;

/**
 * plannr_test_services_start:
 * @desktop: a desktop; it has to outlive the services
 *
 * Returns: (transfer full): services on its session bus
 */
PlannrTestServices *plannr_test_services_start (PlannrTestDesktop *desktop);

/**
 * plannr_test_services_stop:
 * @self: (transfer full): services
 */
void plannr_test_services_stop (PlannrTestServices *self);

/**
 * plannr_test_services_click:
 * @self: services
 *
 * Clicks on the last notification.
 */
void plannr_test_services_click (PlannrTestServices *self);
