/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-look.h"

#include "plannr-comparison.h"
#include "plannr-submission-private.h"

#define BEFORE_THE_FIRST (5 * G_USEC_PER_SEC)
#define AFTER_THE_LAST   (10 * 60 * G_USEC_PER_SEC)

/* A hundred pages of 500 cases: no client has more, and no loop goes on for ever. */
#define MAX_PAGES        100

typedef struct
{
  char *client;
  PlannrSubmission *submission; /* (owned) */
  PlannrWindowOfTime window;
  PlannrTakenFunc taken;
  gpointer taken_data;
  guint page;
  GPtrArray *matches;
  GListStore *others;
} Search;

static void
search_free (Search *search)
{
  g_clear_object (&search->submission);
  g_free (search->client);
  g_clear_pointer (&search->matches, g_ptr_array_unref);
  g_clear_object (&search->others);
  g_free (search);
}

/**
 * plannr_look_free:
 * @self: (transfer full): what was found
 */
void
plannr_look_free (PlannrLook *self)
{
  g_clear_object (&self->match);
  g_clear_object (&self->candidates);
  g_free (self);
}

static char *
find_client (PlannrCaseDraft *draft)
{
  GListModel *people = plannr_case_draft_get_people (draft);
  guint n = g_list_model_get_n_items (people);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      if (plannr_account_get_kind (person) == PLANNR_ACCOUNT_KIND_CLIENT)
        return g_strdup (plannr_account_get_uuid (person));
    }

  if (n > 0)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, 0);

      return g_strdup (plannr_account_get_uuid (person));
    }

  return NULL;
}

/* The status is left out: a colleague may have moved the case on already. */
static gboolean
is_match (PlannrCase *record, PlannrCaseDraft *draft)
{
  static const PlannrField fields[] = { PLANNR_FIELD_NAME, PLANNR_FIELD_TYPE, PLANNR_FIELD_VALUE,
                                        PLANNR_FIELD_PEOPLE, PLANNR_FIELD_PLANS };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (plannr_comparison_get_field (record, draft, fields[i]) != PLANNR_AGREEMENT_EQUAL)
      return FALSE;

  return TRUE;
}

static gboolean
is_between (gint64 created, gint64 first, gint64 last)
{
  /* Plannr's times are whole seconds. */
  return created >= first / G_USEC_PER_SEC * G_USEC_PER_SEC - BEFORE_THE_FIRST
         && created <= last + AFTER_THE_LAST;
}

/* Returns: whether @record, and so all that follow it, is from before the first attempt by whichever
 * clock. */
static gboolean
weigh (Search *search, PlannrCase *record)
{
  const PlannrWindowOfTime *window = &search->window;
  GDateTime *created_at = plannr_case_get_created_at (record);
  gboolean certain;
  gint64 created;

  if (created_at == NULL)
    return FALSE;

  created = g_date_time_to_unix (created_at) * G_USEC_PER_SEC;
  if (created < MIN (window->first, window->first_on_server) - BEFORE_THE_FIRST - G_USEC_PER_SEC)
    return TRUE;

  /* Where the clocks disagree the server's counts. What only this computer's allows is for the
   * person to judge: a server may be wrong about the time, too. */
  certain = is_between (created, window->first_on_server, window->last_on_server);
  if (!certain && !is_between (created, window->first, window->last))
    return FALSE;
  if (search->taken (plannr_case_get_uuid (record), search->taken_data))
    return FALSE;

  if (!is_match (record, plannr_submission_get_draft (search->submission)))
    g_list_store_append (search->others, record);
  else if (certain)
    g_ptr_array_add (search->matches, g_object_ref (record));
  else
    g_list_store_insert (search->others, 0, record);

  return FALSE;
}

static void
conclude (GTask *task)
{
  Search *search = g_task_get_task_data (task);
  PlannrLook *look = g_new0 (PlannrLook, 1);

  look->candidates = g_object_ref (search->others);
  if (search->matches->len == 1)
    look->match = g_object_ref (g_ptr_array_index (search->matches, 0));
  else
    for (guint i = 0; i < search->matches->len; i++)
      g_list_store_insert (look->candidates, i, g_ptr_array_index (search->matches, i));

  g_task_return_pointer (task, look, (GDestroyNotify) plannr_look_free);
}

static void ask (GTask *task);

static void
list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (GPtrArray) records = NULL;
  GError *error = NULL;
  guint last_page = 0;
  gboolean older = FALSE;

  records = plannr_api_list_cases_finish (PLANNR_API (source), result, &last_page, &error);
  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  search->window = plannr_passage_get_window (plannr_submission_get_passage (search->submission),
                                              plannr_api_get_clock_offset (PLANNR_API (source)));
  for (guint i = 0; i < records->len && !older; i++)
    older = weigh (search, g_ptr_array_index (records, i));

  if (!older && records->len > 0 && search->page < MIN (last_page, MAX_PAGES))
    {
      search->page++;
      ask (g_steal_pointer (&task));
      return;
    }

  conclude (task);
}

static void
ask (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  plannr_api_list_cases_async (g_task_get_source_object (task), search->client, search->page,
                               g_task_get_cancellable (task), list_cb, task);
}

/**
 * plannr_look_async:
 * @api: how to speak to Plannr
 * @submission: what was asked for, and when
 * @taken: tells which cases belong to other submissions, and are never adopted
 * @taken_data: for @taken
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks whether Plannr has the case, as plannr-api's “Reading cases” says: among the cases of its
 * client, the newest first, until they are older than the first attempt.
 */
void
plannr_look_async (PlannrApi *api,
                   PlannrSubmission *submission,
                   PlannrTakenFunc taken,
                   gpointer taken_data,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = NULL;
  Search *search = NULL;

  g_return_if_fail (PLANNR_IS_API (api));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  search = g_new0 (Search, 1);
  search->submission = g_object_ref (submission);
  search->client = find_client (plannr_submission_get_draft (submission));
  search->taken = taken;
  search->taken_data = taken_data;
  search->page = 1;
  search->matches = g_ptr_array_new_with_free_func (g_object_unref);
  search->others = g_list_store_new (PLANNR_TYPE_CASE);

  task = g_task_new (api, cancellable, callback, user_data);
  g_task_set_source_tag (task, plannr_look_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  ask (task);
}

/**
 * plannr_look_finish:
 * @result: the result
 * @error: why it could not be looked up
 *
 * Returns: (transfer full): what was found
 */
PlannrLook *
plannr_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
