/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-journal-job.h"

#include "plannr-error.h"

/**
 * plannr_journal_opened_free:
 * @opened: (transfer full): what opening came to
 */
void
plannr_journal_opened_free (PlannrJournalOpened *opened)
{
  g_clear_pointer (&opened->entries, g_ptr_array_unref);
  g_free (opened->moved_to);
  g_free (opened);
}

/**
 * plannr_journal_job_new:
 * @run: what it is to do
 *
 * Returns: (transfer full): a job that nobody waits for
 */
PlannrJournalJob *
plannr_journal_job_new (PlannrJournalJobFunc run)
{
  PlannrJournalJob *job = g_new0 (PlannrJournalJob, 1);

  job->run = run;
  job->n_references = 1;
  g_mutex_init (&job->mutex);
  g_cond_init (&job->ended_cond);

  return job;
}

/**
 * plannr_journal_job_unref:
 * @job: (transfer full): a job
 */
void
plannr_journal_job_unref (PlannrJournalJob *job)
{
  if (!g_atomic_int_dec_and_test (&job->n_references))
    return;

  g_clear_object (&job->task);
  g_clear_pointer (&job->entry, plannr_entry_free);
  g_free (job->text);
  g_clear_error (&job->error);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->ended_cond);
  g_free (job);
}

static GError *
not_open (void)
{
  return g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_DISK, "The journal is not open");
}

/**
 * plannr_journal_job_open:
 *
 * Opens the file, once more where it is open. Answers a #PlannrJournalOpened.
 */
void
plannr_journal_job_open (PlannrJournalJob *job, PlannrJournalFile **file)
{
  PlannrJournalOpened *opened = g_new0 (PlannrJournalOpened, 1);
  GError *error = NULL;

  g_clear_pointer (file, plannr_journal_file_close);
  *file = plannr_journal_file_open (job->folder, &opened->entries, &opened->moved_to, &error);

  if (*file != NULL)
    g_task_return_pointer (job->task, opened, (GDestroyNotify) plannr_journal_opened_free);
  else
    {
      plannr_journal_opened_free (opened);
      g_task_return_error (job->task, error);
    }
}

/**
 * plannr_journal_job_write:
 *
 * Writes a row.
 */
void
plannr_journal_job_write (PlannrJournalJob *job, PlannrJournalFile **file)
{
  GError *error = NULL;

  if (*file == NULL)
    g_task_return_error (job->task, not_open ());
  else if (plannr_journal_file_write (*file, job->entry, &error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, error);
}

/**
 * plannr_journal_job_read_answer:
 *
 * Answers the case that a row has become, as a #GBytes.
 */
void
plannr_journal_job_read_answer (PlannrJournalJob *job, PlannrJournalFile **file)
{
  GError *error = *file == NULL ? not_open () : NULL;
  GBytes *answer =
      *file != NULL ? plannr_journal_file_read_answer (*file, job->text, &error) : NULL;

  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, answer, (GDestroyNotify) g_bytes_unref);
}

/**
 * plannr_journal_job_find_past:
 *
 * Answers rows of #PlannrEntry.
 */
void
plannr_journal_job_find_past (PlannrJournalJob *job, PlannrJournalFile **file)
{
  GError *error = *file == NULL ? not_open () : NULL;
  GPtrArray *entries = NULL;

  if (*file != NULL)
    entries = plannr_journal_file_find_past (*file, job->text, job->now, job->limit, &error);

  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, entries, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * plannr_journal_job_mark:
 *
 * Writes down that a row is about to leave; somebody waits for it.
 */
void
plannr_journal_job_mark (PlannrJournalJob *job, PlannrJournalFile **file)
{
  if (*file != NULL)
    job->good = plannr_journal_file_mark (*file, job->text, job->now, job->on_server, &job->error);
  else
    job->error = not_open ();
}

/**
 * plannr_journal_job_nothing:
 *
 * For somebody who waits for all that came before it.
 */
void
plannr_journal_job_nothing (PlannrJournalJob *job, PlannrJournalFile **file)
{
  job->good = TRUE;
}

/**
 * plannr_journal_job_close:
 *
 * The last one.
 */
void
plannr_journal_job_close (PlannrJournalJob *job, PlannrJournalFile **file)
{
  g_clear_pointer (file, plannr_journal_file_close);
}

/**
 * plannr_journal_job_wait:
 * @job: a job that was given to the thread
 * @milliseconds: for how long to wait at most; 0 for as long as it takes
 *
 * Returns: whether it has ended
 */
gboolean
plannr_journal_job_wait (PlannrJournalJob *job, guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;
  gboolean ended;

  g_mutex_lock (&job->mutex);
  while (!job->ended)
    if (milliseconds == 0)
      g_cond_wait (&job->ended_cond, &job->mutex);
    else if (!g_cond_wait_until (&job->ended_cond, &job->mutex, end))
      break;
  ended = job->ended;
  g_mutex_unlock (&job->mutex);

  return ended;
}
