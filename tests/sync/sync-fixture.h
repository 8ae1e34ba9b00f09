/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list-firm.h"
#include "plannr-directory-sync.h"

G_BEGIN_DECLS

/* Waits are so much shorter: a page in 20 ms, the next look in 6 s, a pass in half an hour. */
#define SYNC_SCALE   50

/** A pass is due at once. */
#define SYNC_AT_ONCE 100000000

/* A desk that keeps what a firm has, with the firm's number of people as the data of its tests. */
typedef struct
{
  char *folder;
  ListFirm *firm;
  SoupSession *session;
  PlannrApi *api;
  PlannrSchedule *schedule;
  PlannrCache *cache;
  PlannrDirectorySync *sync;
} SyncFixture;

void sync_fixture_set_up (SyncFixture *fixture, gconstpointer data);
void sync_fixture_tear_down (SyncFixture *fixture, gconstpointer data);
void sync_fixture_open_with (SyncFixture *fixture, guint scale);
void sync_fixture_close_all (SyncFixture *fixture);

guint sync_fixture_set_deadline (void);
void sync_fixture_wait_until_idle (SyncFixture *fixture);
void sync_fixture_run (SyncFixture *fixture);

char *sync_fixture_read (SyncFixture *fixture, const char *sql);
void sync_fixture_assert_same_people (SyncFixture *fixture);
void sync_fixture_assert_same_plans (SyncFixture *fixture);

G_END_DECLS
