/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-submission-struct.h"

#include "plannr-api.h"
#include "plannr-draft-bytes.h"

/* What a row can't be shown or sent without is its draft: one that can't be read is begun anew. */
static PlannrCaseDraft *
read_draft (const PlannrEntry *entry)
{
  g_autoptr (GError) error = NULL;
  PlannrCaseDraft *draft = plannr_draft_bytes_read (entry->draft, &error);

  if (draft == NULL)
    {
      g_debug ("%s: %s", entry->id, error->message);
      draft = plannr_case_draft_new ();
      plannr_case_draft_set_name (draft, entry->name);
    }

  return draft;
}

/**
 * plannr_submission_new_from_entry:
 * @entry: a row of the journal
 *
 * Returns: (transfer full): the submission as it stood
 */
PlannrSubmission *
plannr_submission_new_from_entry (const PlannrEntry *entry)
{
  PlannrSubmission *self = g_object_new (PLANNR_TYPE_SUBMISSION, NULL);
  g_autoptr (PlannrCaseDraft) draft = read_draft (entry);

  plannr_submission_set_draft (self, draft);
  self->id = g_strdup (entry->id);
  self->state = entry->state;
  self->case_uuid = g_strdup (entry->case_uuid);
  self->changed_at = entry->changed_at;
  plannr_passage_read (&self->passage, entry);
  self->saved = TRUE;
  if (self->state == PLANNR_STATE_REFUSED)
    self->error = plannr_api_read_refusal (entry->status, entry->answer);

  return self;
}

/**
 * plannr_submission_to_entry:
 * @self: a submission
 * @state: the state that it is in, or is to be in once that is written down
 * @record: (nullable): the case that it becomes with that
 *
 * Returns: (transfer full): a row of the journal
 */
PlannrEntry *
plannr_submission_to_entry (PlannrSubmission *self, PlannrState state, PlannrCase *record)
{
  PlannrEntry *entry = NULL;

  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  entry = g_new0 (PlannrEntry, 1);
  entry->id = g_strdup (self->id);
  /* That nothing has left yet needs no word on the disk. */
  entry->state = state == PLANNR_STATE_CONNECTING ? PLANNR_STATE_QUEUED : state;
  entry->name = g_strdup (plannr_case_draft_get_name (self->draft));
  entry->draft = plannr_draft_bytes_write (self->draft);
  entry->changed_at = self->changed_at;
  entry->case_uuid = g_strdup (record != NULL ? plannr_case_get_uuid (record) : self->case_uuid);
  plannr_passage_write (&self->passage, entry);

  return entry;
}
