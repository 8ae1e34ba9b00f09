/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-app.h"
#include "test-firm.h"

G_BEGIN_DECLS

#define RESTART_ZOE    "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03"
#define RESTART_GARETH "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"

/* A desktop whose home outlives the application, which dies and starts again. */
typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestFirm *firm; /* (nullable) once it was stopped */
  PlannrTestApp *app;   /* (nullable) while it is dead */
  char *url;
  char *folder; /* (nullable): of the profile, once there is one */
} RestartFixture;

void restart_set_up (RestartFixture *fixture, gconstpointer data);
void restart_tear_down (RestartFixture *fixture, gconstpointer data);

void restart_start (RestartFixture *fixture);
void restart_kill (RestartFixture *fixture);

const char *restart_get_folder (RestartFixture *fixture);
char *restart_query (RestartFixture *fixture, const char *sql);
void restart_assert_query (RestartFixture *fixture, const char *sql, const char *expected);
void restart_assert_server (RestartFixture *fixture, const char *sql, const char *expected);
GStrv restart_list_rows (RestartFixture *fixture);

void restart_pick (RestartFixture *fixture, const char *button, const char *text);
void restart_await (RestartFixture *fixture, const char *role, const char *name);
void restart_await_focus (RestartFixture *fixture, const char *role, const char *name);
void restart_assert_text (RestartFixture *fixture, const char *name, const char *text);

G_END_DECLS
