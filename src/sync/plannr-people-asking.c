/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-people-sync-private.h"

/* The most that Plannr gives at a time. */
#define PER_PAGE  500

/* Pages that are asked for at a time, where no limit is to be heeded: the next one is on its way while
 * one is read and kept. */
#define AT_A_TIME 2

/* So many requests of a minute are left to those who create; with fewer than that, the next waits as
 * long as this many would take. */
#define RESERVE   100
#define PATIENCE  10

/* What was asked, of Plannr or of the cache. Where it was cancelled, nobody may be there any more. */
typedef struct
{
  PlannrPeopleSync *self;    /* (unowned) */
  GCancellable *cancellable; /* (owned) */
  guint page;
} Question;

static void ask_on (PlannrPeopleSync *self);

static Question *
question_new (PlannrPeopleSync *self, guint page)
{
  Question *question = g_new0 (Question, 1);

  question->self = self;
  question->cancellable = g_object_ref (self->cancellable);
  question->page = page;

  return question;
}

/* Returns: (nullable): who has asked, if they still want to know */
static PlannrPeopleSync *
question_end (Question *question)
{
  PlannrPeopleSync *self =
      g_cancellable_is_cancelled (question->cancellable) ? NULL : question->self;

  g_object_unref (question->cancellable);
  g_free (question);

  return self;
}

/* Lets go of all that is under way. */
void
plannr_people_sync_drop (PlannrPeopleSync *self)
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
  PlannrPeopleSync *self = user_data;

  self->source = 0;
  ask_on (self);

  return G_SOURCE_REMOVE;
}

static void
wait (PlannrPeopleSync *self, guint milliseconds)
{
  self->ready_at = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
}

/* Whether the same question may be answered later. */
static gboolean
is_passing (const GError *error)
{
  if (error->domain != PLANNR_ERROR)
    return FALSE;

  switch ((PlannrError) error->code)
    {
    case PLANNR_ERROR_OFFLINE:
    case PLANNR_ERROR_NAME_NOT_FOUND:
    case PLANNR_ERROR_REFUSED:
    case PLANNR_ERROR_PROXY:
    case PLANNR_ERROR_TLS:
    case PLANNR_ERROR_DEADLINE:
    case PLANNR_ERROR_CONNECTION_LOST:
    case PLANNR_ERROR_BUSY:
    case PLANNR_ERROR_SERVER:
    case PLANNR_ERROR_NOT_JSON:
    case PLANNR_ERROR_BROKEN_JSON:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
fail (PlannrPeopleSync *self, const GError *error)
{
  g_debug ("Page %u of the people: %s", self->progress.page, error->message);
  plannr_people_sync_drop (self);
  self->next = self->progress.page;

  if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_INVALID) && !self->without_phone)
    self->without_phone = TRUE;
  else if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_BUSY))
    wait (self, plannr_schedule_get_retry_after (self->schedule,
                                                 plannr_error_get_details (error)->retry_after));
  else if (is_passing (error))
    wait (self, plannr_schedule_get_back_off (self->schedule, ++self->n_failures));
  else
    {
      plannr_people_sync_rest (self);
      return;
    }

  ask_on (self);
}

static gboolean
is_another_run (const PlannrPeopleProgress *one, const PlannrPeopleProgress *other)
{
  return one->run != other->run || one->pass != other->pass;
}

static void keep_on (PlannrPeopleSync *self);

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannrPeopleSync *self = question_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree PlannrPeopleProgress *progress =
      plannr_cache_keep_page_finish (PLANNR_CACHE (source), result, &error);

  if (self == NULL)
    return;

  self->keeping = FALSE;
  if (progress == NULL)
    {
      g_debug ("People are not kept: %s", error->message);
      plannr_people_sync_rest (self);
      return;
    }

  if (is_another_run (progress, &self->progress))
    {
      plannr_people_sync_drop (self);
      self->next = progress->page;
      self->last_page = 0;
    }
  self->progress = *progress;
  self->next = MAX (self->next, progress->page);
  if (progress->run == PLANNR_PEOPLE_RUN_NONE)
    {
      plannr_people_sync_rest (self);
      return;
    }

  keep_on (self);
  ask_on (self);
}

/* Pages are kept one after the other, in their order. */
static void
keep_on (PlannrPeopleSync *self)
{
  gpointer page = GUINT_TO_POINTER (self->progress.page);
  PlannrPeopleAnswer *answer = g_hash_table_lookup (self->answers, page);

  if (answer == NULL || self->keeping)
    return;

  self->keeping = TRUE;
  plannr_cache_keep_page_async (self->cache, answer->people, &self->progress, answer->last_page,
                                answer->total, self->cancellable, kept_cb, question_new (self, 0));
  g_hash_table_remove (self->answers, page);
}

static void
heed_limit (PlannrPeopleSync *self, GAsyncResult *result)
{
  g_autoptr (PlannrReceipt) receipt = plannr_api_get_receipt (result);

  self->limited = receipt != NULL && receipt->rate_remaining >= 0;
  if (!self->limited)
    self->ready_at = 0;
  else if (receipt->rate_remaining < RESERVE)
    wait (self, PATIENCE * plannr_schedule_get_people_pace (self->schedule));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint page = ((Question *) user_data)->page;
  PlannrPeopleSync *self = question_end (user_data);
  g_autoptr (GError) error = NULL;
  guint last_page = 0;
  int total = -1;
  g_autoptr (GPtrArray) people =
      plannr_api_list_accounts_finish (PLANNR_API (source), result, &last_page, &total, &error);
  PlannrPeopleAnswer *answer = NULL;

  if (self == NULL)
    return;

  self->n_asked--;
  if (people == NULL)
    {
      fail (self, error);
      return;
    }

  heed_limit (self, result);
  self->n_failures = 0;
  self->last_page = last_page;
  answer = g_new0 (PlannrPeopleAnswer, 1);
  answer->people = g_steal_pointer (&people);
  answer->last_page = last_page;
  answer->total = total;
  g_hash_table_insert (self->answers, GUINT_TO_POINTER (page), answer);
  keep_on (self);
  ask_on (self);
}

static void
ask (PlannrPeopleSync *self)
{
  PlannrAccountQuery query = {
    .page = self->next,
    .per_page = PER_PAGE,
    .sort = "-created_at",
    .with_phone = !self->without_phone,
  };

  if (self->limited)
    wait (self, plannr_schedule_get_people_pace (self->schedule));
  self->n_asked++;
  plannr_api_list_accounts_async (self->api, &query, self->cancellable, answered_cb,
                                  question_new (self, self->next));
  self->next++;
}

/* The first page of all, and each one that may not be wanted, is waited for. */
static gboolean
may_ask (PlannrPeopleSync *self)
{
  guint n = self->n_asked + g_hash_table_size (self->answers);

  if (self->next == self->progress.page)
    return n == 0 && !self->keeping;

  return self->progress.run == PLANNR_PEOPLE_RUN_PASS && !self->limited && n < AT_A_TIME
         && self->next <= self->last_page;
}

static void
ask_on (PlannrPeopleSync *self)
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
  PlannrPeopleSync *self = question_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree PlannrPeopleProgress *progress =
      plannr_cache_begin_run_finish (PLANNR_CACHE (source), result, &error);

  if (self == NULL)
    return;

  if (progress == NULL)
    {
      g_debug ("People are not kept: %s", error->message);
      plannr_people_sync_rest (self);
      return;
    }

  self->progress = *progress;
  self->next = progress->page;
  self->last_page = 0;
  ask_on (self);
}

/* Asks the cache what to ask Plannr for, and asks Plannr. */
void
plannr_people_sync_go (PlannrPeopleSync *self)
{
  gint64 day = plannr_schedule_get_people_pass (self->schedule) * G_TIME_SPAN_MILLISECOND;

  plannr_cache_begin_run_async (self->cache, g_get_real_time () - day, self->cancellable, begun_cb,
                                question_new (self, 0));
}
