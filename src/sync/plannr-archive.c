/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-archive.h"

#include "plannr-draft-bytes.h"
#include "plannr-search.h"
#include "plannr-submission-private.h"

/* So many come at a time. */
#define N_AT_A_TIME  100

/* So many of those that were created stay among the rows of a long session, once there are twice as
 * many; or far more, where somebody has looked for older ones and may be reading them. */
#define N_KEPT       100
#define N_MOST       200
#define N_MOST_READ  1000

/* So many are looked at for a search before the journal turns to something else: what is about to be
 * sent must not wait for it. */
#define N_LOOKED_AT  200

/* Whoever types a word is not interested in what its first letters find, in milliseconds. */
#define SEARCH_AFTER 250

/**
 * PlannrArchive:
 *
 * Cases of long ago that were created here, and are too many to be among the rows from the start: it
 * adds them when somebody scrolls to the end of those, or searches for them. In a session that creates
 * many it puts the oldest ones away again.
 */
struct _PlannrArchive
{
  GObject parent_instance;

  PlannrRecorder *recorder;  /* (owned) */
  GListStore *rows;          /* (owned), of PlannrSubmission */
  GCancellable *cancellable; /* (owned) */
  gint64 oldest;             /* of those that came in their order */
  gboolean over;             /* all are there */

  char *search; /* (owned) (nullable): what was searched for last */
  gint64 oldest_looked_at;
  guint n_found; /* since it was last asked for more */
  gboolean search_over;
  guint timeout;
  gboolean loading;
  gboolean has_added; /* since it last put any away */
  guint put_away_source;
};

G_DEFINE_FINAL_TYPE (PlannrArchive, plannr_archive, G_TYPE_OBJECT)

/* A page of what was asked for. */
typedef struct
{
  PlannrArchive *self; /* (owned) */
  char *search;        /* (owned) (nullable) */
} Page;

static void
page_free (Page *page)
{
  g_object_unref (page->self);
  g_free (page->search);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void load (PlannrArchive *self, const char *search);

static gint64
get_oldest (GPtrArray *entries, gint64 oldest)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const PlannrEntry *entry = g_ptr_array_index (entries, i);

      if (entry->state == PLANNR_STATE_CREATED)
        oldest = MIN (oldest, entry->changed_at);
    }

  return oldest;
}

/* The oldest one that was looked at comes in any case. */
static void
drop_unfound (GPtrArray *entries, const char *search)
{
  const PlannrEntry *last = entries->len > 0 ? g_ptr_array_index (entries, entries->len - 1) : NULL;
  g_auto (GStrv) words = plannr_search_get_words (search);
  g_autofree char *people = NULL;
  g_autofree char *all = NULL;
  g_autofree char *key = NULL;

  if (last == NULL)
    return;

  people = plannr_draft_bytes_read_people (last->draft);
  all = g_strjoin ("\n", last->name, people, NULL);
  key = plannr_search_fold (all);
  if (!plannr_search_matches (key, (const char *const *) words))
    g_ptr_array_remove_index (entries, entries->len - 1);
}

/* What a search has found may come again in its turn. */
static GHashTable *
collect_ids (PlannrArchive *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_hash_table_add (ids, (gpointer) plannr_submission_get_id (row));
    }

  return ids;
}

static void
add_rows (PlannrArchive *self, GPtrArray *entries)
{
  g_autoptr (GHashTable) ids = collect_ids (self);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      const PlannrEntry *entry = g_ptr_array_index (entries, i);

      if (!g_hash_table_contains (ids, entry->id))
        g_ptr_array_add (added, plannr_submission_new_from_entry (entry));
    }

  self->has_added = self->has_added || added->len > 0;
  if (added->len > 0)
    g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0,
                         added->pdata, added->len);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Page) page = user_data;
  PlannrArchive *self = page->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      plannr_journal_find_past_finish (PLANNR_JOURNAL (source), result, &error);

  self->loading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (entries == NULL)
    {
      g_debug ("Past cases: %s", error->message);
      return;
    }

  if (page->search == NULL)
    {
      self->oldest = get_oldest (entries, self->oldest);
      self->over = entries->len < N_AT_A_TIME;
    }
  else if (g_strcmp0 (page->search, self->search) == 0)
    {
      self->oldest_looked_at = get_oldest (entries, self->oldest_looked_at);
      self->search_over = entries->len == 0;
      drop_unfound (entries, page->search);
      self->n_found += entries->len;
    }
  else
    g_ptr_array_set_size (entries, 0);
  add_rows (self, entries);

  if (self->search != NULL && self->timeout == 0 && self->n_found < N_AT_A_TIME)
    load (self, self->search);
}

static void
load (PlannrArchive *self, const char *search)
{
  PlannrJournal *journal = plannr_recorder_get_journal (self->recorder);
  Page *page = NULL;

  if (journal == NULL || self->loading || (search != NULL ? self->search_over : self->over))
    return;

  self->loading = TRUE;
  page = g_new0 (Page, 1);
  page->self = g_object_ref (self);
  page->search = g_strdup (search);
  plannr_journal_find_past_async (journal, search,
                                  search != NULL ? self->oldest_looked_at : self->oldest,
                                  search != NULL ? N_LOOKED_AT : N_AT_A_TIME, self->cancellable,
                                  found_cb, page);
}

static gboolean
search_cb (gpointer user_data)
{
  PlannrArchive *self = user_data;

  self->timeout = 0;
  load (self, self->search);

  return G_SOURCE_REMOVE;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first < second) - (first > second);
}

static gboolean
is_created_at (GListModel *rows, guint i, gint64 *at)
{
  g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

  *at = plannr_submission_get_changed_at (row);

  return plannr_submission_get_state (row) == PLANNR_STATE_CREATED
         && plannr_submission_get_saved (row);
}

/* Returns: (transfer full): when those were created that are among the rows, the newest first */
static GArray *
collect_times (PlannrArchive *self)
{
  GListModel *rows = G_LIST_MODEL (self->rows);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 at;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    if (is_created_at (rows, i, &at))
      g_array_append_val (times, at);
  g_array_sort (times, compare_newest_first);

  return times;
}

/* In one piece where they stand together. */
static void
remove_before (PlannrArchive *self, gint64 time)
{
  GListModel *rows = G_LIST_MODEL (self->rows);
  guint end = g_list_model_get_n_items (rows);
  gint64 at;

  while (end > 0)
    {
      guint begin = end;

      while (begin > 0 && is_created_at (rows, begin - 1, &at) && at < time)
        begin--;
      if (begin < end)
        g_list_store_splice (self->rows, begin, end - begin, NULL, 0);
      end = begin > 0 ? begin - 1 : 0;
    }
}

/* A page that is on its way would come after a gap: there will be another case. */
static gboolean
put_away_cb (gpointer user_data)
{
  PlannrArchive *self = user_data;
  g_autoptr (GArray) times = NULL;
  gint64 time;

  self->put_away_source = 0;
  if (self->loading)
    return G_SOURCE_REMOVE;

  times = collect_times (self);
  if (times->len <= (self->has_added ? N_MOST_READ : N_MOST))
    return G_SOURCE_REMOVE;

  time = g_array_index (times, gint64, N_KEPT - 1);
  remove_before (self, time);
  self->oldest = time;
  self->over = FALSE;
  self->has_added = FALSE;
  if (self->timeout == 0)
    g_clear_pointer (&self->search, g_free);

  return G_SOURCE_REMOVE;
}

static void
opened_cb (PlannrArchive *self, GPtrArray *entries, GPtrArray *rows)
{
  self->oldest = get_oldest (entries, G_MAXINT64);
}

static void
plannr_archive_dispose (GObject *object)
{
  PlannrArchive *self = PLANNR_ARCHIVE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->put_away_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->recorder);

  G_OBJECT_CLASS (plannr_archive_parent_class)->dispose (object);
}

static void
plannr_archive_finalize (GObject *object)
{
  PlannrArchive *self = PLANNR_ARCHIVE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->cancellable);
  g_free (self->search);

  G_OBJECT_CLASS (plannr_archive_parent_class)->finalize (object);
}

static void
plannr_archive_class_init (PlannrArchiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_archive_dispose;
  object_class->finalize = plannr_archive_finalize;
}

static void
plannr_archive_init (PlannrArchive *self)
{
  self->cancellable = g_cancellable_new ();
  self->oldest = G_MAXINT64;
}

/**
 * plannr_archive_new:
 * @recorder: whose journal has the cases
 * @rows: where to add them, a list of #PlannrSubmission
 *
 * Returns: (transfer full): an archive
 */
PlannrArchive *
plannr_archive_new (PlannrRecorder *recorder, GListStore *rows)
{
  PlannrArchive *self = NULL;

  g_return_val_if_fail (PLANNR_IS_RECORDER (recorder), NULL);
  g_return_val_if_fail (G_IS_LIST_STORE (rows), NULL);

  self = g_object_new (PLANNR_TYPE_ARCHIVE, NULL);
  self->recorder = g_object_ref (recorder);
  self->rows = g_object_ref (rows);
  g_signal_connect_object (recorder, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_archive_add:
 * @self: an archive
 * @past: one that was read from the journal
 *
 * Adds it to the rows where it is not there yet.
 *
 * Returns: (transfer full): the row that it is
 */
PlannrSubmission *
plannr_archive_add (PlannrArchive *self, PlannrSubmission *past)
{
  guint n;

  g_return_val_if_fail (PLANNR_IS_ARCHIVE (self), NULL);
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (past), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (g_str_equal (plannr_submission_get_id (row), plannr_submission_get_id (past)))
        return g_steal_pointer (&row);
    }

  g_list_store_append (self->rows, past);

  return g_object_ref (past);
}

/**
 * plannr_archive_put_away_soon:
 * @self: an archive
 *
 * Takes the oldest cases that were created out of the rows, once nothing else is to be done, where
 * there have come to be many. They are in the journal, and come back like all others of long ago.
 */
void
plannr_archive_put_away_soon (PlannrArchive *self)
{
  g_return_if_fail (PLANNR_IS_ARCHIVE (self));

  if (self->put_away_source == 0)
    self->put_away_source = g_idle_add_full (G_PRIORITY_LOW, put_away_cb, self, NULL);
}

/**
 * plannr_archive_load:
 * @self: an archive
 * @search: (nullable): words to find in the names of the cases and their people; %NULL for the next
 *   ones, whatever they are called
 *
 * Adds the next page of older cases, the newest first. A new @search is begun when nobody has asked
 * for another one in a moment; one that is asked for again goes on.
 */
void
plannr_archive_load (PlannrArchive *self, const char *search)
{
  g_return_if_fail (PLANNR_IS_ARCHIVE (self));

  if (search == NULL)
    {
      load (self, NULL);
      return;
    }

  self->n_found = 0;
  if (g_strcmp0 (search, self->search) == 0)
    {
      if (self->timeout == 0)
        load (self, search);
      return;
    }

  g_free (self->search);
  self->search = g_strdup (search);
  self->oldest_looked_at = G_MAXINT64;
  self->search_over = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (SEARCH_AFTER, search_cb, self);
}
