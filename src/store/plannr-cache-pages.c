/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-cache-pages.h"

#include "plannr-cache-private.h"

/* One page of Plannr's list of people, or the wish to begin with the first one. */
typedef struct
{
  GPtrArray *people; /* (owned) (nullable) */
  PlannrPeopleProgress progress;
  guint last_page;
  int total;
  gint64 due;
} Page;

static void
page_free (Page *page)
{
  g_clear_pointer (&page->people, g_ptr_array_unref);
  g_free (page);
}

static int
read_progress (sqlite3 *database, PlannrPeopleProgress *progress)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  int result =
      sqlite3_prepare_v2 (database,
                          "SELECT run, page, again, moved, total, pass, ended_at FROM people_pass",
                          -1, &row, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (row);
  if (result == SQLITE_DONE)
    return SQLITE_CORRUPT;
  if (result != SQLITE_ROW)
    return result;

  progress->run = (PlannrPeopleRun) CLAMP (sqlite3_column_int (row, 0), PLANNR_PEOPLE_RUN_NONE,
                                           PLANNR_PEOPLE_RUN_CLOSING);
  progress->page = (guint) MAX (sqlite3_column_int (row, 1), 1);
  progress->again = sqlite3_column_int (row, 2) != 0;
  progress->moved = sqlite3_column_int (row, 3) != 0;
  progress->total = MAX (sqlite3_column_int (row, 4), -1);
  progress->pass = sqlite3_column_int64 (row, 5);
  progress->ended_at = sqlite3_column_int64 (row, 6);

  return SQLITE_OK;
}

static int
write_progress (sqlite3 *database, const PlannrPeopleProgress *progress)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE people_pass SET run = %d, page = %u, again = %d, moved = %d, total = %d,"
      " pass = %" G_GINT64_FORMAT ", ended_at = %" G_GINT64_FORMAT,
      (int) progress->run, progress->page, progress->again != FALSE, progress->moved != FALSE,
      progress->total, progress->pass, progress->ended_at);

  return sqlite3_exec (database, sql, NULL, NULL, NULL);
}

static int
count_seen (sqlite3 *database, guint *n_seen)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  int result =
      sqlite3_prepare_v2 (database,
                          "SELECT count(*) FROM people WHERE seen = (SELECT pass FROM people_pass)",
                          -1, &row, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (row);
  if (result != SQLITE_ROW)
    return result;

  *n_seen = (guint) sqlite3_column_int64 (row, 0);

  return SQLITE_OK;
}

/* Ends a pass; @removed tells whether that has removed anybody. */
static int
close_pass (sqlite3 *database, PlannrPeopleProgress *progress, gboolean *removed)
{
  guint n_seen = 0;
  int result = count_seen (database, &n_seen);

  if (result != SQLITE_OK || !plannr_people_progress_close (progress, n_seen, g_get_real_time ()))
    return result;

  result = sqlite3_exec (database, "DELETE FROM people WHERE seen < (SELECT pass FROM people_pass)",
                         NULL, NULL, NULL);
  *removed = sqlite3_changes (database) > 0;

  return result;
}

/* Whether the page is still the one that is wanted: the cache may have been emptied meanwhile. */
static gboolean
is_wanted (const Page *page, const PlannrPeopleProgress *progress)
{
  return progress->run == page->progress.run && progress->page == page->progress.page
         && progress->pass == page->progress.pass;
}

static int
write_page (sqlite3 *database, Page *page, PlannrPeopleProgress *progress, gboolean *removed)
{
  gboolean last_known = FALSE;
  int result = read_progress (database, progress);

  if (result != SQLITE_OK || !is_wanted (page, progress))
    return result;

  result = plannr_cache_people_write (database, page->people, TRUE, &last_known);
  if (result == SQLITE_OK
      && plannr_people_progress_advance (progress, page->people->len, last_known, page->last_page,
                                         page->total))
    result = close_pass (database, progress, removed);
  if (result == SQLITE_OK)
    result = write_progress (database, progress);

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

/* People and progress are written at once: a page is either done or still to be asked for. */
static int
keep_page (PlannrCacheFile *file, gpointer data, gpointer *answer)
{
  Page *page = data;
  sqlite3 *database = plannr_cache_file_get_database (file);
  g_autofree PlannrPeopleProgress *progress = g_new0 (PlannrPeopleProgress, 1);
  gboolean removed = FALSE;
  int result = sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  if (result != SQLITE_OK)
    return result;

  result = end_transaction (database, write_page (database, page, progress, &removed));
  if (result != SQLITE_OK)
    return result;

  if (removed)
    plannr_cache_file_take_people (file, NULL);
  else
    plannr_cache_people_note (file, page->people);
  *answer = g_steal_pointer (&progress);

  return SQLITE_OK;
}

static int
begin_run (PlannrCacheFile *file, gpointer data, gpointer *answer)
{
  const Page *page = data;
  sqlite3 *database = plannr_cache_file_get_database (file);
  g_autofree PlannrPeopleProgress *progress = g_new0 (PlannrPeopleProgress, 1);
  int result = SQLITE_CANTOPEN;

  /* All the people of a firm are too many to be fetched anew at each start. */
  if (plannr_cache_file_is_kept (file))
    result = read_progress (database, progress);
  if (result != SQLITE_OK)
    return result;

  /* One that ended in the future did so by a clock that was wrong. */
  plannr_people_progress_begin (progress, progress->ended_at < page->due
                                              || progress->ended_at > g_get_real_time ());
  result = write_progress (database, progress);
  if (result == SQLITE_OK)
    *answer = g_steal_pointer (&progress);

  return result;
}

/**
 * plannr_cache_begin_run_async:
 * @self: a cache
 * @due: a whole pass is due where the last one ended before this time, in microseconds since the epoch
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Begins to go through Plannr's list of people, or goes on where that was begun before, by whatever
 * process.
 */
void
plannr_cache_begin_run_async (PlannrCache *self,
                              gint64 due,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Page *page = NULL;

  g_return_if_fail (PLANNR_IS_CACHE (self));

  page = g_new0 (Page, 1);
  page->due = due;
  plannr_cache_run (self, begin_run, page, (GDestroyNotify) page_free, plannr_cache_begin_run_async,
                    g_task_new (self, cancellable, callback, user_data));
}

/**
 * plannr_cache_begin_run_finish:
 * @self: a cache
 * @result: the result
 * @error: %G_IO_ERROR_FAILED where the cache can't be used, or has its place in memory alone
 *
 * Returns: (transfer full) (nullable): what is to be asked for, to be freed by g_free()
 */
PlannrPeopleProgress *
plannr_cache_begin_run_finish (PlannrCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_cache_keep_page_async:
 * @self: a cache
 * @people: (element-type PlannrAccount): a page of Plannr's list of people
 * @progress: what was asked for
 * @last_page: which page is the last, as the answer tells
 * @total: how many people there are, as the answer tells; −1 where it does not
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps the people on the page, and that it was seen; at the end of a pass removes those who were not
 * seen in it. All of it is on the disk when it is done, or none. A page that is not the one that is to
 * be asked for any more is let go.
 */
void
plannr_cache_keep_page_async (PlannrCache *self,
                              GPtrArray *people,
                              const PlannrPeopleProgress *progress,
                              guint last_page,
                              int total,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Page *page = NULL;

  g_return_if_fail (PLANNR_IS_CACHE (self));
  g_return_if_fail (people != NULL);
  g_return_if_fail (progress != NULL);

  page = g_new0 (Page, 1);
  page->people = g_ptr_array_ref (people);
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
PlannrPeopleProgress *
plannr_cache_keep_page_finish (PlannrCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
