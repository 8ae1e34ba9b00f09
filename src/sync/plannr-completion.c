/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-completion.h"

#include "plannr-submission-private.h"

/* The case as Plannr shows it, from Plannr or as it was kept. */
static void
take_record (PlannrSubmission *submission, PlannrCase *record)
{
  if (record != NULL
      && g_strcmp0 (plannr_case_get_uuid (record), plannr_submission_get_case_uuid (submission))
             == 0)
    plannr_submission_set_record (submission, record);
}

typedef struct
{
  PlannrApi *api;               /* (owned) (nullable) */
  PlannrRecorder *recorder;     /* (owned) */
  PlannrSubmission *submission; /* (owned) */
  GCancellable *closing;        /* (owned) */
} Completion;

static void
completion_free (Completion *completion)
{
  g_clear_object (&completion->api);
  g_clear_object (&completion->recorder);
  g_clear_object (&completion->submission);
  g_clear_object (&completion->closing);
  g_free (completion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Completion, completion_free)

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Completion) completion = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrCase) record = plannr_api_get_case_finish (PLANNR_API (source), result, &error);

  if (record == NULL)
    {
      g_debug ("The case could not be completed: %s", error->message);
      return;
    }

  take_record (completion->submission, record);
  plannr_passage_take_receipt (plannr_submission_get_passage (completion->submission),
                               plannr_api_get_receipt (result), FALSE);
  plannr_recorder_write (completion->recorder, completion->submission);
}

static void
ask_plannr (Completion *completion)
{
  g_autoptr (Completion) owned = completion;
  PlannrSubmission *submission = completion->submission;
  PlannrCase *record = plannr_submission_get_record (submission);

  if (completion->api == NULL || (record != NULL && plannr_case_get_people (record) != NULL))
    return;

  plannr_api_get_case_async (completion->api, plannr_submission_get_case_uuid (submission),
                             completion->closing, asked_cb, g_steal_pointer (&owned));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Completion) completion = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer =
      plannr_journal_read_answer_finish (PLANNR_JOURNAL (source), result, &error);
  g_autoptr (PlannrCase) record = NULL;

  if (answer != NULL)
    record = plannr_api_read_case (answer, &error);
  if (error != NULL)
    g_debug ("The case is not kept here: %s", error->message);
  take_record (completion->submission, record);
  ask_plannr (g_steal_pointer (&completion));
}

/**
 * plannr_completion_begin:
 * @api: (nullable): how to speak to Plannr
 * @recorder: writes down what Plannr says
 * @submission: one that was created
 * @closing: ends it
 *
 * Fetches what a card shows: what is kept here, and what the answer to a create leaves out from
 * Plannr. Without it the card stands with what is known.
 */
void
plannr_completion_begin (PlannrApi *api,
                         PlannrRecorder *recorder,
                         PlannrSubmission *submission,
                         GCancellable *closing)
{
  PlannrJournal *journal = plannr_recorder_get_journal (recorder);
  Completion *completion = g_new0 (Completion, 1);

  g_set_object (&completion->api, api);
  completion->recorder = g_object_ref (recorder);
  completion->submission = g_object_ref (submission);
  completion->closing = g_object_ref (closing);

  /* A case that was created in an earlier session. */
  if (plannr_submission_get_record (submission) == NULL && journal != NULL)
    plannr_journal_read_answer_async (journal, plannr_submission_get_id (submission), closing,
                                      read_cb, completion);
  else
    ask_plannr (completion);
}
