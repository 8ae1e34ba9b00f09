/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-cases.h"
#include "bench-folder.h"
#include "bench-stall.h"
#include "firm.h"
#include "plannr-directory-sync.h"

/* How long it takes to fetch all that a firm has, its people, half as many plans, statuses and types,
 * beside the sum of the waits of the firm before its answers; how the main loop stalls meanwhile; how long
 * a letter takes from the question to the people or plans found, while they are fetched and afterwards; and
 * how much memory they take once they are searched. */

#define N_SHOWN 20
#define ROUNDS  20

#define N_TEXTS 9

/* What is searched. */
typedef struct
{
  PlannrCacheKind what;
  const char *name;
  const char *texts[N_TEXTS];
} Kind;

static const Kind kinds[] = {
  { PLANNR_CACHE_PEOPLE,
    "people",
    { "", "j", "jo", "jon", "smi", "wei z", "example", "0770", "owska" } },
  { PLANNR_CACHE_PLANS, "plans", { "", "p", "pe", "pens", "isa", "thames", "a", "a-12", "xyzzy" } },
};

typedef struct
{
  const Kind *kind;
  PlannrCache *cache;
  GArray *times; /* of double, in milliseconds */
  gint64 asked_at;
  guint n_asked;
  gboolean asking;
} Typist;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Typist *typist = user_data;
  GPtrArray *found = plannr_cache_find_finish (PLANNR_CACHE (source), result, NULL);
  double time = (double) (g_get_monotonic_time () - typist->asked_at) / 1000;

  g_clear_pointer (&found, g_ptr_array_unref);
  g_array_append_val (typist->times, time);
  typist->asking = FALSE;
}

static gboolean
type_cb (gpointer user_data)
{
  Typist *typist = user_data;

  if (typist->asking)
    return G_SOURCE_CONTINUE;

  typist->asking = TRUE;
  typist->asked_at = g_get_monotonic_time ();
  plannr_cache_find_async (typist->cache, typist->kind->what,
                           typist->kind->texts[typist->n_asked++ % N_TEXTS], 0, N_SHOWN, NULL,
                           found_cb, typist);

  return G_SOURCE_CONTINUE;
}

static void
print_times (const char *when, Typist *typist)
{
  double *times = (double *) (gpointer) typist->times->data;

  g_print ("  a letter among the %s, %s: p50 %.2f ms, p99 %.2f ms, most %.2f ms, of %u\n",
           typist->kind->name, when, bench_percentile (times, typist->times->len, 0.5),
           bench_percentile (times, typist->times->len, 0.99),
           bench_percentile (times, typist->times->len, 1), typist->times->len);
  g_array_set_size (typist->times, 0);
}

static void
wait_for_answer (Typist *typist)
{
  while (typist->asking)
    g_main_context_iteration (NULL, TRUE);
}

static double
get_memory (void)
{
  g_autofree char *contents = NULL;
  long size = 0;
  long resident = 0;

  g_file_get_contents ("/proc/self/statm", &contents, NULL, NULL);
  if (sscanf (contents, "%ld %ld", &size, &resident) != 2)
    g_error ("There is no /proc");

  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

/* Fetches them; @typist: (nullable): types meanwhile */
static double
fetch (const char *folder, Firm *firm, Typist *typist)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrCache) cache = plannr_cache_new (folder);
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autofree char *server = plannr_api_check_server (firm->base, NULL);
  g_autoptr (PlannrApi) api = plannr_api_new (session, server, "practice", FIRM_ZOE);
  g_autoptr (PlannrDirectorySync) sync = plannr_directory_sync_new (cache, schedule);
  gint64 begun = g_get_monotonic_time ();
  double seconds = 0;
  guint source = 0;

  if (typist != NULL)
    {
      typist->cache = cache;
      source = g_timeout_add (50, type_cb, typist);
    }
  bench_stall_begin ();
  plannr_directory_sync_set_api (sync, api);
  while (plannr_directory_sync_get_busy (sync))
    g_main_context_iteration (NULL, TRUE);
  seconds = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
  plannr_directory_sync_set_api (sync, NULL);
  if (typist != NULL)
    {
      wait_for_answer (typist);
      g_source_remove (source);
    }

  return seconds;
}

static void
search (const char *folder, const Kind *kind)
{
  g_autoptr (PlannrCache) cache = plannr_cache_new (folder);
  Typist asking = { kind, cache, .times = g_array_new (FALSE, FALSE, sizeof (double)) };
  Typist *typist = &asking;
  double before = get_memory ();

  for (guint i = 0; i <= ROUNDS * N_TEXTS; i++)
    {
      type_cb (typist);
      wait_for_answer (typist);
      if (i == 0)
        print_times ("the first", typist);
    }
  print_times ("afterwards", typist);
  g_print ("  memory: %.1f MB more\n", get_memory () - before);
  g_array_unref (asking.times);
}

/* How many requests the firm has answered. */
static guint
count_requests (const char *log)
{
  g_autofree char *contents = NULL;
  guint n = 0;

  g_file_get_contents (log, &contents, NULL, NULL);
  for (const char *at = contents; (at = strstr (at, "/api/v1/")) != NULL; at++)
    n++;

  return n;
}

static void
measure (const char *folder, guint n_people, guint latency, const char *rate)
{
  g_autofree char *people = g_strdup_printf ("%u", n_people);
  g_autofree char *wait = g_strdup_printf ("%u", latency);
  g_autofree char *log = firm_make_file ();
  g_autoptr (Firm) firm =
      firm_start_logged (log, "--people", people, "--rate", rate, "--latency", wait, NULL);
  Typist typist = { &kinds[0], .times = g_array_new (FALSE, FALSE, sizeof (double)) };
  double seconds = fetch (folder, firm, latency > 0 ? NULL : &typist);
  guint n_requests = count_requests (log);

  g_print ("%u people, %u ms of latency, %s requests a minute: fetched in %.2f s by %u requests",
           n_people, latency, rate, seconds, n_requests);
  if (latency > 0)
    g_print (", %.2f times the latencies", seconds * 1000 / (n_requests * latency));
  g_print ("; stalls of the main loop: p99 %.2f ms, longest %.2f ms, busiest %.2f ms\n",
           bench_stall_get (0.99), bench_stall_get (1), bench_stall_get_busy ());
  if (latency == 0)
    print_times ("meanwhile", &typist);
  g_array_unref (typist.times);
  firm_remove_file (log);
}

/* Each in a process of its own: memory is counted. Returns: whether this is the new one; the other waits
 * until that has ended. */
static gboolean
begin_process (void)
{
  pid_t process = fork ();
  int status = 0;

  if (process != 0 && (waitpid (process, &status, 0) != process || status != 0))
    g_error ("A part of the benchmark has failed");

  return process == 0;
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    guint n_people;
    guint latency;
    const char *rate; /* 0 for any */
  } rows[] = { { 1000, 0, "0" },
               { 10000, 0, "0" },
               { 10000, 0, "500" },
               { 100000, 0, "0" },
               { 100000, 100, "0" } };

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BenchFolder) folder = bench_folder_new ();

      if (begin_process ())
        {
          measure (folder, rows[i].n_people, rows[i].latency, rows[i].rate);
          _exit (0);
        }
      for (gsize j = 0; rows[i].latency == 0 && j < G_N_ELEMENTS (kinds); j++)
        if (begin_process ())
          {
            search (folder, &kinds[j]);
            _exit (0);
          }
    }

  return 0;
}
