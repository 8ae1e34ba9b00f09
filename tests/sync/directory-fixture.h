/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "firm.h"
#include "plannr-directory.h"
#include "plannr-error.h"

G_BEGIN_DECLS

typedef struct
{
  Firm *firm;
  SoupSession *session;
  PlannrApi *api;
  PlannrCache *cache; /* (nullable) */
  PlannrDirectory *directory;
} DirectoryFixture;

void directory_fixture_set_up_firm (DirectoryFixture *fixture,
                                    const char *token,
                                    const char *account,
                                    const char *without);
void directory_fixture_set_up (DirectoryFixture *fixture, gconstpointer without);
void directory_fixture_set_up_cache (DirectoryFixture *fixture, gconstpointer data);
void directory_fixture_tear_down (DirectoryFixture *fixture, gconstpointer data);
void directory_fixture_found_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GPtrArray *directory_fixture_find_or_fail (DirectoryFixture *fixture,
                                           PlannrCacheKind what,
                                           const char *text,
                                           GError **failure,
                                           GError **error);
GPtrArray *
directory_fixture_find (DirectoryFixture *fixture, PlannrCacheKind what, const char *text);
GPtrArray *directory_fixture_find_kept (DirectoryFixture *fixture,
                                        PlannrCacheKind what,
                                        const char *text,
                                        PlannrError code);
void directory_fixture_assert_same (GPtrArray *found, GPtrArray *expected);
void directory_fixture_stop_firm (DirectoryFixture *fixture);

G_END_DECLS
