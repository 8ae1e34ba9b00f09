/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-pages.h"

#include "plannr-cache-list.h"
#include "plannr-cache-private.h"

/* One page of one of Plannr's lists, or the wish to begin with the first one. */
typedef struct
{
  PlannrCacheKind what;
  GPtrArray *items; /* (owned) (nullable) */
  gboolean partial; /* Plannr could not be asked for all that is kept of them */
  PlannrListProgress progress;
  guint last_page;
  int total;
  gint64 due;
} Page;

static void
page_free (Page *page)
{
  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_free (page);
}

/* How a list is called where it is kept how far it was gone through. */
static const char *
get_word (PlannrCacheKind what)
{
  static const char *const words[] = {
    [PLANNR_CACHE_PEOPLE] = "people",
    [PLANNR_CACHE_TYPES] = "types",
    [PLANNR_CACHE_STATUSES] = "statuses",
    [PLANNR_CACHE_PLANS] = "plans",
  };

  return words[what];
}

static int
read_progress (sqlite3 *database, PlannrCacheKind what, PlannrListProgress *progress)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  int result = sqlite3_prepare_v2 (database,
                                   "SELECT run, page, again, moved, total, pass, ended_at"
                                   " FROM passes WHERE what = ?",
                                   -1, &row, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_text (row, 1, get_word (what), -1, SQLITE_STATIC);
      result = sqlite3_step (row);
    }
  if (result == SQLITE_DONE)
    return SQLITE_CORRUPT;
  if (result != SQLITE_ROW)
    return result;

  progress->newest_first = what == PLANNR_CACHE_PEOPLE;
  progress->run = (PlannrListRun) CLAMP (sqlite3_column_int (row, 0), PLANNR_LIST_RUN_NONE,
                                         PLANNR_LIST_RUN_CLOSING);
  progress->page = (guint) MAX (sqlite3_column_int (row, 1), 1);
  progress->again = sqlite3_column_int (row, 2) != 0;
  progress->moved = sqlite3_column_int (row, 3) != 0;
  progress->total = MAX (sqlite3_column_int (row, 4), -1);
  progress->pass = sqlite3_column_int64 (row, 5);
  progress->ended_at = sqlite3_column_int64 (row, 6);

  return SQLITE_OK;
}

static int
write_progress (sqlite3 *database, PlannrCacheKind what, const PlannrListProgress *progress)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE passes SET run = %d, page = %u, again = %d, moved = %d, total = %d,"
                       " pass = %" G_GINT64_FORMAT ", ended_at = %" G_GINT64_FORMAT
                       " WHERE what = '%s'",
                       (int) progress->run, progress->page, progress->again != FALSE,
                       progress->moved != FALSE, progress->total, progress->pass,
                       progress->ended_at, get_word (what));

  return sqlite3_exec (database, sql, NULL, NULL, NULL);
}

static int
count_seen (sqlite3 *database,
            const PlannrCacheList *list,
            const PlannrListProgress *progress,
            guint *n_seen)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE seen = %" G_GINT64_FORMAT,
                                          list->table, progress->pass);
  g_autoptr (sqlite3_stmt) row = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &row, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (row);
  if (result != SQLITE_ROW)
    return result;

  *n_seen = (guint) sqlite3_column_int64 (row, 0);

  return SQLITE_OK;
}

/* Those that were not seen in the last pass. */
static int
remove_unseen (sqlite3 *database,
               const PlannrCacheList *list,
               const PlannrListProgress *progress,
               GPtrArray *gone)
{
  g_autofree char *sql =
      g_strdup_printf ("DELETE FROM %s WHERE seen < %" G_GINT64_FORMAT " RETURNING uuid",
                       list->table, progress->pass);
  g_autoptr (sqlite3_stmt) row = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &row, NULL);

  while (result == SQLITE_OK && (result = sqlite3_step (row)) == SQLITE_ROW)
    {
      g_ptr_array_add (gone, g_strdup ((const char *) sqlite3_column_text (row, 0)));
      result = SQLITE_OK;
    }

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

/* Ends a pass; the UUIDs of those that it has removed are @gone. A list with nothing on it proves
 * nothing. */
static int
close_pass (sqlite3 *database,
            const PlannrCacheList *list,
            PlannrListProgress *progress,
            GPtrArray *gone)
{
  guint n_seen = 0;
  int result = SQLITE_OK;

  /* A list of few was written whole. */
  if (list == NULL)
    {
      plannr_list_progress_close (progress, 0, g_get_real_time ());
      return SQLITE_OK;
    }

  result = count_seen (database, list, progress, &n_seen);
  if (result == SQLITE_OK && plannr_list_progress_close (progress, n_seen, g_get_real_time ())
      && n_seen > 0)
    result = remove_unseen (database, list, progress, gone);

  return result;
}

/* Whether the page is still the one that is wanted: the cache may have been emptied meanwhile. */
static gboolean
is_wanted (const Page *page, const PlannrListProgress *progress)
{
  return progress->run == page->progress.run && progress->page == page->progress.page
         && progress->pass == page->progress.pass;
}

/* A firm without a case has no types to be found: those that were found before stay. */
static int
write_items (sqlite3 *database,
             const Page *page,
             const PlannrCacheList *list,
             PlannrCacheSeen *seen)
{
  int result = SQLITE_OK;

  if (list == NULL)
    return page->items->len > 0 ? plannr_cache_write_choices (database, page->what, page->items)
                                : SQLITE_OK;

  if (page->partial)
    result = plannr_cache_list_complete (database, list, page->items, TRUE);
  if (result == SQLITE_OK)
    result = plannr_cache_list_write (database, list, page->items, seen);

  return result;
}

static int
turn_page (sqlite3 *database, const Page *page, PlannrListProgress *progress, GPtrArray *gone)
{
  const PlannrCacheList *list = plannr_cache_list_get (page->what);
  PlannrCacheSeen seen = { .pass = page->progress.pass };
  int result = write_items (database, page, list, &seen);
  guint n_new =
      list != NULL && progress->run == PLANNR_LIST_RUN_PASS ? seen.n_new : page->items->len;

  if (result == SQLITE_OK
      && plannr_list_progress_advance (progress, n_new, seen.last_known, page->last_page,
                                       page->total))
    result = close_pass (database, list, progress, gone);

  return result;
}

static int
write_page (sqlite3 *database,
            const Page *page,
            PlannrListProgress *progress,
            gboolean *written,
            GPtrArray *gone)
{
  int result = read_progress (database, page->what, progress);

  if (result != SQLITE_OK || !is_wanted (page, progress))
    return result;

  *written = page->items != NULL;
  if (*written)
    result = turn_page (database, page, progress, gone);
  else
    plannr_list_progress_skip (progress);
  if (result == SQLITE_OK)
    result = write_progress (database, page->what, progress);

  return result;
}

static int
end_transaction (sqlite3 *database, int result)
{
  if (result == SQLITE_OK)
    result = sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);
  if (result != SQLITE_OK)
    sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);

  return result;
}

/* Items and progress are written at once: a page is either done or still to be asked for. */
static int
keep_page (PlannrCacheFile *file, gpointer data, gpointer *answer)
{
  const Page *page = data;
  sqlite3 *database = plannr_cache_file_get_database (file);
  g_autofree PlannrListProgress *progress = g_new0 (PlannrListProgress, 1);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  gboolean written = FALSE;
  int result = plannr_cache_file_has_room (file)
                   ? sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL)
                   : SQLITE_FULL;

  if (result != SQLITE_OK)
    return result;

  result = end_transaction (database, write_page (database, page, progress, &written, gone));
  if (result != SQLITE_OK)
    return result;

  if (written)
    {
      plannr_cache_index_note (file, page->what, page->items);
      plannr_cache_index_note_gone (file, page->what, gone);
    }
  *answer = g_steal_pointer (&progress);

  return SQLITE_OK;
}

static int
begin_run (PlannrCacheFile *file, gpointer data, gpointer *answer)
{
  const Page *page = data;
  sqlite3 *database = plannr_cache_file_get_database (file);
  g_autofree PlannrListProgress *progress = g_new0 (PlannrListProgress, 1);
  PlannrListProgress before = { 0 };
  int result = SQLITE_CANTOPEN;

  /* All that a firm has is too much to be fetched anew at each start. */
  if (plannr_cache_file_is_kept (file))
    result = plannr_cache_file_has_room (file) ? read_progress (database, page->what, progress)
                                               : SQLITE_FULL;
  if (result != SQLITE_OK)
    return result;

  /* One that ended in the future did so by a clock that was wrong. */
  before = *progress;
  plannr_list_progress_begin (progress, progress->ended_at < page->due
                                            || progress->ended_at > g_get_real_time ());
  if (progress->run != before.run || progress->page != before.page || progress->pass != before.pass)
    result = write_progress (database, page->what, progress);
  if (result == SQLITE_OK)
    *answer = g_steal_pointer (&progress);

  return result;
}

/**
 * plannr_cache_begin_run_async:
 * @self: a cache
 * @what: people, plans, types or statuses
 * @due: a whole pass is due where the last one ended before this time, in microseconds since the epoch
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Begins to go through one of Plannr's lists, or goes on where that was begun before, by whatever
 * process.
 */
void
plannr_cache_begin_run_async (PlannrCache *self,
                              PlannrCacheKind what,
                              gint64 due,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Page *page = NULL;

  g_return_if_fail (PLANNR_IS_CACHE (self));

  page = g_new0 (Page, 1);
  page->what = what;
  page->due = due;
  plannr_cache_run (self, begin_run, page, (GDestroyNotify) page_free, plannr_cache_begin_run_async,
                    g_task_new (self, cancellable, callback, user_data));
}

/**
 * plannr_cache_begin_run_finish:
 * @self: a cache
 * @result: the result
 * @error: %G_IO_ERROR_FAILED where the cache can't be used, has its place in memory alone, or would take
 *   the last of the disk
 *
 * Returns: (transfer full) (nullable): what is to be asked for, to be freed by g_free()
 */
PlannrListProgress *
plannr_cache_begin_run_finish (PlannrCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_cache_keep_page_async:
 * @self: a cache
 * @what: people, plans, types or statuses
 * @items: (nullable) (element-type GObject): a page of Plannr's list of them, %NULL for one of a pass that
 *   can't be had and is to be passed over; of types and statuses all that there are
 * @partial: whether Plannr could not be asked for all that is kept of them: what they leave out for that
 *   reason stays as it was, and @items have it then
 * @progress: what was asked for
 * @last_page: which page is the last, as the answer tells
 * @total: how many there are, as the answer tells; −1 where it does not
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps what is on the page, and that it was seen; at the end of a pass removes those that were not
 * seen in it. All of it is on the disk when it is done, or none. A page that is not the one that is to
 * be asked for any more is let go.
 */
void
plannr_cache_keep_page_async (PlannrCache *self,
                              PlannrCacheKind what,
                              GPtrArray *items,
                              gboolean partial,
                              const PlannrListProgress *progress,
                              guint last_page,
                              int total,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Page *page = NULL;

  g_return_if_fail (PLANNR_IS_CACHE (self));
  g_return_if_fail (progress != NULL);

  page = g_new0 (Page, 1);
  page->what = what;
  page->items = items != NULL ? g_ptr_array_ref (items) : NULL;
  page->partial = partial;
  page->progress = *progress;
  page->last_page = last_page;
  page->total = total;
  plannr_cache_run (self, keep_page, page, (GDestroyNotify) page_free, plannr_cache_keep_page_async,
                    g_task_new (self, cancellable, callback, user_data));
}

/**
 * plannr_cache_keep_page_finish:
 * @self: a cache
 * @result: the result
 * @error: %G_IO_ERROR_FAILED where the page could not be kept
 *
 * Returns: (transfer full) (nullable): what is to be asked for next, to be freed by g_free()
 */
PlannrListProgress *
plannr_cache_keep_page_finish (PlannrCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
