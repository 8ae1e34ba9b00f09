/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bench-home.h"
#include "test-process.h"

/* How often the application wakes up while nobody does anything: its window is open, with the focus in
 * Name, and it is connected to a firm. A thread that wakes up has given the processor away before by
 * itself, which the system counts. GTK's caret blinks for ten seconds after the last key. */

#define SETTLE   20
#define WATCH    90
#define LIMIT    6

#define N_PAST   "10000"
#define N_PEOPLE "10000"
#define LONG_AGO "long-ago"

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static void
let_pass (guint seconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add_seconds (seconds, quit_cb, loop);
  g_main_loop_run (loop);
}

static gint64
read_switches (const char *task)
{
  static const char line[] = "\nvoluntary_ctxt_switches:";
  g_autofree char *path = g_build_filename (task, "status", NULL);
  g_autofree char *text = NULL;
  const char *found = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (found = strstr (text, line)) == NULL)
    return 0;

  return g_ascii_strtoll (found + strlen (line), NULL, 10);
}

/* Returns: (transfer full): how often each thread has waited, by the path of what tells about it */
static GHashTable *
count (const char *tasks)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GDir) folder = g_dir_open (tasks, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      char *task = g_build_filename (tasks, name, NULL);
      gint64 n = read_switches (task);

      g_hash_table_insert (counts, task, g_memdup2 (&n, sizeof n));
    }

  return counts;
}

static void
report (GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer task;
  gpointer n;
  gint64 sum = 0;
  gint64 most = 0;
  g_autofree char *who = g_strdup ("nobody\n");

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &task, &n))
    {
      const gint64 *old = g_hash_table_lookup (before, task);
      gint64 more = *(gint64 *) n - (old != NULL ? *old : 0);
      g_autofree char *path = g_build_filename (task, "comm", NULL);

      sum += more;
      if (more <= most)
        continue;
      most = more;
      g_free (who);
      if (!g_file_get_contents (path, &who, NULL, NULL))
        who = g_strdup ("?\n");
    }

  g_print ("idle for %d s: %.1f wake-ups a minute of %u threads\n", WATCH,
           (double) sum * 60 / WATCH, g_hash_table_size (after));
  if ((double) sum * 60 / WATCH > LIMIT)
    g_print ("most of them, %.1f: the thread %s", (double) most * 60 / WATCH, who);
}

int
main (int argc, char *argv[])
{
  const char *cases[] = { NULL, "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1280, 800);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autofree char *tasks = NULL;
  PlannrTestProcess *process = NULL;

  g_assert (argc == 4);
  cases[0] = argv[1];
  bench_home_make (desktop, LONG_AGO, argv[2], N_PAST, argv[3], N_PEOPLE);
  bench_home_choose (desktop, LONG_AGO);
  process = plannr_test_desktop_start (desktop, cases);
  tasks = g_strdup_printf ("/proc/%d/task", plannr_test_process_get_pid (process));

  let_pass (SETTLE);
  before = count (tasks);
  let_pass (WATCH);
  after = count (tasks);
  report (before, after);

  plannr_test_process_send_signal (process, 9);
  plannr_test_process_wait (process, 5);

  return EXIT_SUCCESS;
}
