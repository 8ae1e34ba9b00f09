/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-case-summary.h"

#include <locale.h>

#include "plannr-test-submission.h"

static GDateTime *
london (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");

  return g_date_time_new (zone, year, month, day, hour, minute, 0);
}

typedef struct
{
  PlannrState state;
  PlannrWait wait;
  const char *label;
  const char *css_class;
} State;

static const State states[] = {
  { PLANNR_STATE_DRAFT, PLANNR_WAIT_NOTHING, "Draft", NULL },
  { PLANNR_STATE_QUEUED, PLANNR_WAIT_NOTHING, "Sending…", "under-way" },
  { PLANNR_STATE_QUEUED, PLANNR_WAIT_NETWORK, "Waiting for network", "waiting" },
  { PLANNR_STATE_QUEUED, PLANNR_WAIT_BUSY, "Waiting: Plannr is busy", "waiting" },
  { PLANNR_STATE_QUEUED, PLANNR_WAIT_SIGN_IN, "Waiting for sign-in", "waiting" },
  { PLANNR_STATE_CONNECTING, PLANNR_WAIT_NETWORK, "Sending…", "under-way" },
  { PLANNR_STATE_ON_WIRE, PLANNR_WAIT_NOTHING, "Sending…", "under-way" },
  { PLANNR_STATE_CHECKING, PLANNR_WAIT_NOTHING, "Checking…", "under-way" },
  { PLANNR_STATE_ASKING, PLANNR_WAIT_NOTHING, "Was it created?", "question" },
  { PLANNR_STATE_REFUSED, PLANNR_WAIT_NOTHING, "Not accepted", "refused" },
};

static void
test_state (gconstpointer data)
{
  const State *state = data;
  g_autoptr (PlannrSubmission) submission = plannr_test_submission_new ("x", state->state);
  g_autoptr (GDateTime) now = london (2026, 11, 24, 12, 0);
  g_autofree char *label = NULL;

  plannr_submission_set_wait (submission, state->wait, 0);
  label = plannr_case_summary_get_state (submission, now);

  g_assert_cmpstr (label, ==, state->label);
  g_assert_cmpstr (plannr_case_summary_get_css_class (submission), ==, state->css_class);
}

typedef struct
{
  const char *created_at;
  const char *label;
} Created;

/* It is 24 November 2026, 12:00, in London; the summer of that year was an hour ahead. */
static const Created created[] = {
  { "2026-11-24T11:18:00Z", "Created 11:18" },
  { "2026-11-24T00:00:00Z", "Created 00:00" },
  { "2026-11-23T23:59:59Z", "Created 23 Nov" },
  { "2026-11-20T10:00:00Z", "Created 20 Nov" },
  { "2026-06-30T23:30:00Z", "Created 1 Jul" },
  { "2025-11-24T11:18:00Z", "Created 24 November 2025" },
};

static void
test_created (gconstpointer data)
{
  const Created *row = data;
  g_autoptr (PlannrSubmission) submission = plannr_test_submission_new ("x", PLANNR_STATE_DRAFT);
  g_autoptr (GDateTime) now = london (2026, 11, 24, 12, 0);
  g_autofree char *label = NULL;

  plannr_test_submission_create (submission, row->created_at);
  label = plannr_case_summary_get_state (submission, now);

  g_assert_cmpstr (label, ==, row->label);
  g_assert_cmpstr (plannr_case_summary_get_css_class (submission), ==, "created");
}

/* Where the record says something, it is believed; where it does not, the draft is. */
static void
test_record (void)
{
  g_autoptr (PlannrCaseDraft) draft =
      plannr_test_draft_new (" Asked for ", "10", (const char *const[]){ "Ada Okafor", NULL });
  g_autoptr (PlannrSubmission) submission = plannr_submission_new (draft);
  g_autoptr (GListStore) people = g_list_store_new (PLANNR_TYPE_ACCOUNT);
  g_autoptr (PlannrAccount) person =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "u", "name", "Zoë Müller", NULL);
  g_autoptr (PlannrCase) bare = g_object_new (PLANNR_TYPE_CASE, "uuid", "u", NULL);
  g_autoptr (PlannrCase) full = NULL;
  g_autoptr (GDateTime) now = london (2026, 11, 24, 12, 0);
  g_autofree char *before = NULL;
  g_autofree char *with_bare = NULL;
  g_autofree char *with_full = NULL;

  before = plannr_case_summary_get_sentence (submission, now);
  g_assert_cmpstr (before, ==, "Asked for, Ada Okafor, £10.00, Draft");

  plannr_submission_set_record (submission, bare);
  with_bare = plannr_case_summary_get_sentence (submission, now);
  g_assert_cmpstr (with_bare, ==, before);

  g_list_store_append (people, person);
  full = g_object_new (PLANNR_TYPE_CASE, "uuid", "u", "name", "Made", "people", people, "amount",
                       (gint64) 1234500, "currency", "EUR", NULL);
  plannr_submission_set_record (submission, full);
  with_full = plannr_case_summary_get_sentence (submission, now);
  g_assert_cmpstr (with_full, ==, "Made, Zoë Müller, €12,345.00, Draft");
}

static void
test_untitled (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_test_draft_new ("  ", "1.234", NULL);
  g_autoptr (PlannrSubmission) submission = plannr_submission_new (draft);
  g_autoptr (GDateTime) now = london (2026, 11, 24, 12, 0);
  g_autofree char *name = plannr_case_summary_get_name (submission);
  g_autofree char *value = plannr_case_summary_get_value (submission);
  g_autofree char *sentence = plannr_case_summary_get_sentence (submission, now);

  g_assert_cmpstr (name, ==, "");
  /* 1.234 is no amount that is sure. */
  g_assert_cmpstr (value, ==, "");
  g_assert_cmpstr (sentence, ==, "Untitled, Draft");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "en_GB.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plannr/case-summary/state/%u", i);

      g_test_add_data_func (path, &states[i], test_state);
    }
  for (guint i = 0; i < G_N_ELEMENTS (created); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plannr/case-summary/created/%u", i);

      g_test_add_data_func (path, &created[i], test_created);
    }
  g_test_add_func ("/plannr/case-summary/record", test_record);
  g_test_add_func ("/plannr/case-summary/untitled", test_untitled);

  return g_test_run ();
}
