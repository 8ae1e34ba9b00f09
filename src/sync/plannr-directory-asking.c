/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-choice-list.h"
#include "plannr-directory-private.h"
#include "plannr-directory-sync-private.h"
#include "plannr-list-error.h"

/* The most that Plannr gives at a time. */
#define PER_PAGE  500

/* Pages that are asked for at a time, where no limit is to be heeded: the next one is on its way while
 * one is read and kept. */
#define AT_A_TIME 2

/* So often is the same page asked for of a server that can't answer, before the next list is. */
#define ATTEMPTS  5

/* In their order: what is looked for most comes first. */
static const PlannrCacheKind lists[PLANNR_DIRECTORY_SYNC_N_LISTS] = {
  PLANNR_CACHE_PEOPLE,
  PLANNR_CACHE_PLANS,
  PLANNR_CACHE_STATUSES,
  PLANNR_CACHE_TYPES,
};

/* What was asked, of Plannr or of the cache. Where it was cancelled, nobody may be there any more. */
typedef struct
{
  PlannrDirectorySync *self; /* (unowned) */
  GCancellable *cancellable; /* (owned) */
  guint page;
} Question;

static void ask_on (PlannrDirectorySync *self);
static void kept_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static Question *
question_new (PlannrDirectorySync *self, guint page)
{
  Question *question = g_new0 (Question, 1);

  question->self = self;
  question->cancellable = g_object_ref (self->cancellable);
  question->page = page;

  return question;
}

/* Returns: (nullable): who has asked, if they still want to know */
static PlannrDirectorySync *
question_end (Question *question)
{
  PlannrDirectorySync *self =
      g_cancellable_is_cancelled (question->cancellable) ? NULL : question->self;

  g_object_unref (question->cancellable);
  g_free (question);

  return self;
}

/* Lets go of all that is under way. */
void
plannr_directory_sync_drop (PlannrDirectorySync *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->answers);
  g_clear_handle_id (&self->source, g_source_remove);
  self->n_asked = 0;
  self->keeping = FALSE;
}

static gboolean
ready_cb (gpointer user_data)
{
  PlannrDirectorySync *self = user_data;

  self->source = 0;
  ask_on (self);

  return G_SOURCE_REMOVE;
}

/* What is kept of the list stays as it is. */
static void
give_up (PlannrDirectorySync *self, const GError *error)
{
  if (plannr_list_error_is_refusal (error))
    self->due[self->list] =
        g_get_monotonic_time ()
        + plannr_schedule_get_list_pass (self->schedule) * G_TIME_SPAN_MILLISECOND;

  if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED))
    plannr_directory_sync_sign_out (self, error);
  else
    plannr_directory_sync_go (self, self->list + 1);
}

/* A page that Plannr can't give does not hide all those behind it, so long as others come: one after the
 * other is not passed over. */
static gboolean
can_pass_over (PlannrDirectorySync *self, const GError *error)
{
  return self->answered && plannr_list_error_is_passing (error)
         && self->progress.run == PLANNR_LIST_RUN_PASS
         && self->progress.total > (gint64) self->progress.page * PER_PAGE;
}

static void
pass_over (PlannrDirectorySync *self)
{
  self->answered = FALSE;
  self->n_failures = 0;
  self->keeping = TRUE;
  plannr_cache_keep_page_async (self->cache, self->what, NULL, FALSE, &self->progress, 0, -1,
                                self->cancellable, kept_cb, question_new (self, 0));
}

static void
fail (PlannrDirectorySync *self, const GError *error)
{
  g_debug ("Page %u of list %u: %s", self->progress.page, self->list, error->message);
  plannr_directory_sync_drop (self);
  self->next = self->progress.page;
  self->careful = TRUE;

  if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_INVALID)
      && self->what == PLANNR_CACHE_PEOPLE && !self->without_phone)
    self->without_phone = TRUE;
  else if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_BUSY))
    plannr_directory_sync_wait_for_limit (self, plannr_error_get_details (error)->retry_after);
  else if (plannr_list_error_is_lost_on_the_way (error)
           || (plannr_list_error_is_passing (error) && self->n_failures + 1 < ATTEMPTS))
    plannr_directory_sync_wait (self,
                                plannr_schedule_get_back_off (self->schedule, ++self->n_failures));
  else if (can_pass_over (self, error))
    pass_over (self);
  else
    {
      give_up (self, error);
      return;
    }

  ask_on (self);
}

static gboolean
is_another_run (const PlannrListProgress *one, const PlannrListProgress *other)
{
  return one->run != other->run || one->pass != other->pass;
}

static void keep_on (PlannrDirectorySync *self);

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannrDirectorySync *self = question_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree PlannrListProgress *progress =
      plannr_cache_keep_page_finish (PLANNR_CACHE (source), result, &error);

  if (self == NULL)
    return;

  self->keeping = FALSE;
  if (progress == NULL)
    {
      g_debug ("Nothing is kept: %s", error->message);
      plannr_directory_sync_rest (self);
      return;
    }

  if (is_another_run (progress, &self->progress))
    {
      plannr_directory_sync_drop (self);
      self->next = progress->page;
      self->last_page = 0;
    }
  self->progress = *progress;
  self->next = MAX (self->next, progress->page);
  if (progress->run == PLANNR_LIST_RUN_NONE)
    {
      plannr_directory_sync_go (self, self->list + 1);
      return;
    }

  keep_on (self);
  ask_on (self);
}

/* Pages are kept one after the other, in their order. */
static void
keep_on (PlannrDirectorySync *self)
{
  gpointer page = GUINT_TO_POINTER (self->progress.page);
  PlannrDirectoryAnswer *answer = g_hash_table_lookup (self->answers, page);

  if (answer == NULL || self->keeping)
    return;

  self->keeping = TRUE;
  plannr_cache_keep_page_async (self->cache, self->what, answer->items,
                                self->what == PLANNR_CACHE_PEOPLE && self->without_phone,
                                &self->progress, answer->last_page, answer->total,
                                self->cancellable, kept_cb, question_new (self, 0));
  g_hash_table_remove (self->answers, page);
}

static void
take_answer (PlannrDirectorySync *self, guint page, GPtrArray *items, guint last_page, int total)
{
  PlannrDirectoryAnswer *answer = g_new0 (PlannrDirectoryAnswer, 1);

  self->last_page = last_page;
  answer->items = g_ptr_array_ref (items);
  answer->last_page = last_page;
  answer->total = total;
  g_hash_table_insert (self->answers, GUINT_TO_POINTER (page), answer);
  keep_on (self);
}

/* Types and statuses are kept when all of them are there. */
static void
take_choices (PlannrDirectorySync *self, GPtrArray *choices, guint last_page)
{
  for (guint i = 0; i < choices->len; i++)
    {
      PlannrChoice *choice = g_ptr_array_index (choices, i);

      plannr_find_add (self->choices, self->choices_there, choice);
    }

  if (self->choices_page < last_page)
    {
      self->choices_page++;
      self->next = self->progress.page;
      return;
    }

  take_answer (self, self->progress.page, self->choices, self->progress.page, -1);
}

static GPtrArray *
finish (PlannrDirectorySync *self,
        PlannrApi *api,
        GAsyncResult *result,
        guint *last_page,
        int *total,
        PlannrReceipt **receipt,
        GError **error)
{
  if (self->what == PLANNR_CACHE_TYPES || self->what == PLANNR_CACHE_STATUSES)
    return plannr_choice_list_finish (api, result, last_page, receipt, error);

  *receipt = plannr_api_get_receipt (result);
  if (self->what == PLANNR_CACHE_PLANS)
    return plannr_api_list_all_plans_finish (api, result, last_page, total, error);

  return plannr_api_list_accounts_finish (api, result, last_page, total, error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint page = ((Question *) user_data)->page;
  PlannrDirectorySync *self = question_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrReceipt) receipt = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint last_page = 0;
  int total = -1;

  if (self == NULL)
    return;

  self->n_asked--;
  items = finish (self, PLANNR_API (source), result, &last_page, &total, &receipt, &error);
  if (items == NULL)
    {
      fail (self, error);
      return;
    }

  plannr_directory_sync_heed_limit (self, receipt);
  self->answered = TRUE;
  self->n_failures = 0;
  if (self->what == PLANNR_CACHE_TYPES || self->what == PLANNR_CACHE_STATUSES)
    take_choices (self, items, last_page);
  else
    take_answer (self, page, items, last_page, total);
  ask_on (self);
}

static void
ask_for_people (PlannrDirectorySync *self, Question *question)
{
  PlannrAccountQuery query = {
    .page = question->page,
    .per_page = PER_PAGE,
    .sort = "-created_at",
    .with_phone = !self->without_phone,
  };

  plannr_api_list_accounts_async (self->api, &query, self->cancellable, answered_cb, question);
}

static void
ask (PlannrDirectorySync *self)
{
  Question *question = question_new (self, self->next);

  if (self->limited)
    plannr_directory_sync_wait (self, plannr_schedule_get_list_pace (self->schedule));
  self->n_asked++;
  self->next++;
  if (self->what == PLANNR_CACHE_PEOPLE)
    ask_for_people (self, question);
  else if (self->what == PLANNR_CACHE_PLANS)
    plannr_api_list_all_plans_async (self->api, question->page, self->cancellable, answered_cb,
                                     question);
  else
    plannr_choice_list_async (self->api, self->what, self->choices_page, self->cancellable,
                              answered_cb, question);
}

/* The first page of all, and each one that may not be wanted, is waited for. */
static gboolean
may_ask (PlannrDirectorySync *self)
{
  guint n = self->n_asked + g_hash_table_size (self->answers);

  if (self->next == self->progress.page)
    return n == 0 && !self->keeping;

  return self->progress.run == PLANNR_LIST_RUN_PASS && !self->limited && n < AT_A_TIME
         && self->next <= self->last_page && !self->careful;
}

static void
ask_on (PlannrDirectorySync *self)
{
  while (self->source == 0 && may_ask (self))
    {
      gint64 left = self->ready_at - g_get_monotonic_time ();

      if (left > 0)
        {
          guint milliseconds =
              (guint) ((left + G_TIME_SPAN_MILLISECOND - 1) / G_TIME_SPAN_MILLISECOND);

          self->source = g_timeout_add (milliseconds, ready_cb, self);
          return;
        }
      ask (self);
    }
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannrDirectorySync *self = question_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree PlannrListProgress *progress =
      plannr_cache_begin_run_finish (PLANNR_CACHE (source), result, &error);

  if (self == NULL)
    return;

  if (progress == NULL)
    {
      g_debug ("Nothing is kept: %s", error->message);
      plannr_directory_sync_rest (self);
      return;
    }

  if (progress->run == PLANNR_LIST_RUN_NONE)
    {
      plannr_directory_sync_go (self, self->list + 1);
      return;
    }

  self->progress = *progress;
  self->next = progress->page;
  self->last_page = 0;
  self->careful = FALSE;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_remove_all (self->choices_there);
  self->choices_page = 1;
  ask_on (self);
}

/* Asks the cache what of a list to ask Plannr for, and asks Plannr; and so on with the lists after it. */
void
plannr_directory_sync_go (PlannrDirectorySync *self, guint list)
{
  gint64 pass = plannr_schedule_get_list_pass (self->schedule) * G_TIME_SPAN_MILLISECOND;

  plannr_directory_sync_drop (self);
  self->n_failures = 0;
  while (list < PLANNR_DIRECTORY_SYNC_N_LISTS && self->due[list] > g_get_monotonic_time ())
    list++;
  if (list == PLANNR_DIRECTORY_SYNC_N_LISTS)
    {
      plannr_directory_sync_rest (self);
      return;
    }

  self->list = list;
  self->what = lists[list];
  plannr_cache_begin_run_async (self->cache, self->what, g_get_real_time () - pass,
                                self->cancellable, begun_cb, question_new (self, 0));
}
