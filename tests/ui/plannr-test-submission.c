/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-test-submission.h"

/* How a case comes to each state, by ways that the state machine allows. */
static const PlannrState ways[][6] = {
  [PLANNR_STATE_DRAFT] = { PLANNR_STATE_DRAFT },
  [PLANNR_STATE_QUEUED] = { PLANNR_STATE_QUEUED },
  [PLANNR_STATE_CONNECTING] = { PLANNR_STATE_QUEUED, PLANNR_STATE_CONNECTING },
  [PLANNR_STATE_ON_WIRE] = { PLANNR_STATE_QUEUED, PLANNR_STATE_CONNECTING, PLANNR_STATE_ON_WIRE },
  [PLANNR_STATE_CREATED] = { PLANNR_STATE_QUEUED, PLANNR_STATE_CONNECTING, PLANNR_STATE_ON_WIRE,
                             PLANNR_STATE_CREATED },
  [PLANNR_STATE_REFUSED] = { PLANNR_STATE_QUEUED, PLANNR_STATE_CONNECTING, PLANNR_STATE_ON_WIRE,
                             PLANNR_STATE_REFUSED },
  [PLANNR_STATE_CHECKING] = { PLANNR_STATE_QUEUED, PLANNR_STATE_CONNECTING, PLANNR_STATE_ON_WIRE,
                              PLANNR_STATE_CHECKING },
  [PLANNR_STATE_ASKING] = { PLANNR_STATE_QUEUED, PLANNR_STATE_CONNECTING, PLANNR_STATE_ON_WIRE,
                            PLANNR_STATE_CHECKING, PLANNR_STATE_ASKING },
  [PLANNR_STATE_DISCARDED] = { PLANNR_STATE_DISCARDED },
};

/* Fills @draft; @people ends with %NULL, and may be %NULL. */
void
plannr_test_fill (PlannrCaseDraft *draft,
                  const char *name,
                  const char *value,
                  const char *const *people)
{
  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_set_value_text (draft, value);
  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      g_autoptr (PlannrAccount) person =
          g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, "name", people[i], "kind",
                        PLANNR_ACCOUNT_KIND_CLIENT, NULL);

      plannr_case_draft_add (draft, person);
    }
}

PlannrCaseDraft *
plannr_test_draft_new (const char *name, const char *value, const char *const *people)
{
  PlannrCaseDraft *draft = plannr_case_draft_new ();

  plannr_test_fill (draft, name, value, people);

  return draft;
}

/* Takes @submission, a draft, to @state. */
void
plannr_test_submission_bring (PlannrSubmission *submission, PlannrState state)
{
  for (guint i = 0; plannr_submission_get_state (submission) != state; i++)
    plannr_submission_set_state (submission, ways[state][i]);
}

PlannrSubmission *
plannr_test_submission_new (const char *name, PlannrState state)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_test_draft_new (name, "", NULL);
  PlannrSubmission *submission = plannr_submission_new (draft);

  plannr_test_submission_bring (submission, state);

  return submission;
}

/* Takes @submission, a draft, to the state of a case that Plannr created at @created_at. */
void
plannr_test_submission_create (PlannrSubmission *submission, const char *created_at)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (created_at, NULL);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (PlannrCase) record =
      g_object_new (PLANNR_TYPE_CASE, "uuid", uuid, "created-at", when, NULL);

  g_assert_nonnull (when);
  plannr_test_submission_bring (submission, PLANNR_STATE_ON_WIRE);
  plannr_submission_set_record (submission, record);
  plannr_submission_set_state (submission, PLANNR_STATE_CREATED);
}
