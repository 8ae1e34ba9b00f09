/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "firm.h"

/* What a firm has is fetched by a process that is killed at any moment, begun again, killed again, until
 * it has come to its end; then by another from new, until so many were killed. */

#define N_PEOPLE 4000
#define N_KILLS  50

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
}

typedef struct
{
  GSubprocess *process; /* (unowned) */
  guint source;
  gboolean ended;
} Desk;

static gboolean
kill_cb (gpointer user_data)
{
  Desk *desk = user_data;

  desk->source = 0;
  g_subprocess_force_exit (desk->process);

  return G_SOURCE_REMOVE;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Desk *desk = user_data;

  g_assert_true (g_subprocess_wait_finish (desk->process, result, NULL));
  desk->ended = TRUE;
}

/* Returns: whether it came to its end; @after: (nullable): when it is killed, in milliseconds */
static gboolean
run_desk (const char *folder, const char *server, const guint *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("DIRECTORY_DESK"), folder,
                        server, NULL);
  Desk desk = { .process = process };

  g_assert_no_error (error);
  if (after != NULL)
    desk.source = g_timeout_add (*after, kill_cb, &desk);
  g_subprocess_wait_async (process, NULL, ended_cb, &desk);
  while (!desk.ended)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&desk.source, g_source_remove);

  if (!g_subprocess_get_if_exited (process))
    return FALSE;

  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);

  return TRUE;
}

static int
get_number (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *row = NULL;
  int number = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  number = sqlite3_column_int (row, 0);
  sqlite3_finalize (row);

  return number;
}

static void
assert_rows (sqlite3 *database, const char *table, const char *columns, int n)
{
  g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autofree char *each = g_strdup_printf ("SELECT count(DISTINCT uuid) FROM %s", table);
  g_autofree char *others =
      g_strdup_printf ("SELECT count(*) FROM (SELECT %s FROM %s EXCEPT SELECT %s FROM other.%s)",
                       columns, table, columns, table);

  g_assert_cmpint (get_number (database, all), ==, n);
  g_assert_cmpint (get_number (database, each), ==, n);
  g_assert_cmpint (get_number (database, others), ==, 0);
}

/* Nothing is missing and nothing is there twice. */
static void
assert_same (const char *folder, const char *other, int n_plans)
{
  g_autofree char *path = g_build_filename (folder, "directory.db", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s/directory.db' AS other", other);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  assert_rows (database, "people", "uuid, name, folded, inactive", N_PEOPLE);
  assert_rows (database, "plans", "uuid, name, folded, status, amount", n_plans);
  assert_rows (database, "choices", "what, uuid, name, position",
               get_number (database, "SELECT count(*) FROM other.choices"));
  g_assert_cmpint (get_number (database, "SELECT count(*) FROM passes WHERE run <> 0"), ==, 0);
  g_assert_cmpint (get_number (database, "SELECT count(*) FROM passes WHERE ended_at = 0"), ==, 0);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
test_fifty_kills (void)
{
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm = firm_start_with ("--people", G_STRINGIFY (N_PEOPLE), "--rate", "0",
                                           "--latency", "5", "--data", file, NULL);
  int n_plans = (int) firm_count (file, "SELECT count(*) FROM plans");
  g_autofree char *whole = g_dir_make_tmp ("plannr-lists-XXXXXX", NULL);
  g_autofree char *folder = g_dir_make_tmp ("plannr-lists-XXXXXX", NULL);
  gint64 begun = g_get_monotonic_time ();
  gint32 longest = 0;
  guint n_kills = 0;
  guint n_ends = 0;

  g_assert_true (run_desk (whole, firm->base, NULL));
  longest = (gint32) ((g_get_monotonic_time () - begun) / G_TIME_SPAN_MILLISECOND);

  while (n_kills < N_KILLS)
    {
      guint after = (guint) g_test_rand_int_range (1, MAX (longest, 2));

      if (!run_desk (folder, firm->base, &after))
        {
          n_kills++;
          continue;
        }
      assert_same (folder, whole, n_plans);
      remove_files (folder);
      n_ends++;
    }
  g_assert_true (run_desk (folder, firm->base, NULL));
  assert_same (folder, whole, n_plans);
  g_test_message ("%u were killed within %d ms, %u came to their end", n_kills, longest,
                  n_ends + 1);

  remove_files (folder);
  remove_files (whole);
  g_assert_no_errno (g_rmdir (folder));
  g_assert_no_errno (g_rmdir (whole));
  g_clear_pointer (&firm, firm_free);
  firm_remove_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/directory-kill/fifty-kills", test_fifty_kills);

  return g_test_run ();
}
