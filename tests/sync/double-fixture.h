/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "firm.h"
#include "plannr-profile.h"

G_BEGIN_DECLS

/* What the firm has a case of, of Gareth's, of this type, and another type. */
#define SEEDED   "Thompson mortgage"
#define MORTGAGE "d8b25570-48f0-4786-b670-67f6900bf34c"
#define REVIEW   "b0d6f4a2-8c37-4e19-95ab-1f7d3e6c8052"

typedef struct
{
  char *folder;
  char *file;
  Firm *firm;
  SoupSession *session;
  PlannrSchedule *schedule;
  PlannrProfile *profile;
  PlannrOutbox *outbox;       /* (unowned) */
  PlannrDoubleFinder *finder; /* (unowned) */
  PlannrCreatePress *press;   /* (unowned) */
  guint n_named;
} DoubleFixture;

#define DOUBLE_FIXTURE_WAIT_UNTIL(condition)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint late = double_fixture_begin_wait (#condition);                                           \
                                                                                                   \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (late);                                                                        \
  }                                                                                                \
  G_STMT_END

guint double_fixture_begin_wait (const char *what);
void double_fixture_open_profile (DoubleFixture *fixture);
void double_fixture_set_up (DoubleFixture *fixture, gconstpointer latency);
void double_fixture_tear_down (DoubleFixture *fixture, gconstpointer data);
void double_fixture_connect (DoubleFixture *fixture);
PlannrSubmission *double_fixture_write_case (DoubleFixture *fixture,
                                             const char *name,
                                             const char *client,
                                             const char *kind);
void double_fixture_look_at (DoubleFixture *fixture, PlannrSubmission *submission);
PlannrDouble *double_fixture_find (DoubleFixture *fixture, PlannrSubmission *submission);
void double_fixture_change_firm (DoubleFixture *fixture, const char *sql);
gint64 double_fixture_count (DoubleFixture *fixture, const char *name);

G_END_DECLS
