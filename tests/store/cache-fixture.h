/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-account.h"
#include "plannr-cache.h"

G_BEGIN_DECLS

/* A UUID that differs in its last digits. */
#define UUID(n) "5c7b1d92-0e3f-4a68-b1c4-0000000000" n

typedef struct
{
  char *folder; /* made by the cache itself; nullable: in memory */
  PlannrCache *cache;
} CacheFixture;

void cache_fixture_set_up (CacheFixture *fixture, gconstpointer data);
void cache_fixture_set_up_memory (CacheFixture *fixture, gconstpointer data);
void cache_fixture_tear_down (CacheFixture *fixture, gconstpointer data);
void cache_fixture_start_again (CacheFixture *fixture);
char *cache_fixture_get_file (CacheFixture *fixture);

void cache_fixture_found_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *cache_fixture_wait (GAsyncResult **result);
GPtrArray *
cache_fixture_find (PlannrCache *cache, PlannrCacheKind what, const char *text, GError **error);
void cache_fixture_assert_found (PlannrCache *cache,
                                 PlannrCacheKind what,
                                 const char *text,
                                 const char *names);
void cache_fixture_assert_found_from (PlannrCache *cache,
                                      PlannrCacheKind what,
                                      const char *text,
                                      guint offset,
                                      guint max,
                                      const char *names);

void cache_fixture_keep (PlannrCache *cache,
                         PlannrCacheKind what,
                         const char *client,
                         gpointer first,
                         ...) G_GNUC_NULL_TERMINATED;
void cache_fixture_keep_people (PlannrCache *cache);
gpointer cache_fixture_make_person (const char *uuid,
                                    const char *name,
                                    PlannrAccountKind kind,
                                    gboolean inactive);
gpointer
cache_fixture_make_choice (const char *uuid, const char *name, const char *colour, int position);
gpointer cache_fixture_make_plan (const char *uuid, const char *name, const char *policy_number);

G_END_DECLS
