/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "bench-cases.h"
#include "bench-curl.h"
#include "bench-folder.h"
#include "firm.h"
#include "plannr-profile.h"

#define N_RUNS   3
#define N_QUEUED "1000"
#define N_CURLS  50

/* A kill left many cases queued: how long after the next start they are in the list, the first one
 * leaves, and all are created, over TLS; how long the main loop stalls meanwhile; and how many a
 * second that is, against a loop of curls, each sending the same to the same server. */

/* How far the desk has come: when, and how its main loop has stalled until then. */
typedef struct
{
  double at; /* milliseconds since the start of the process */
  double longest;
  double nearly; /* 99 % are shorter */
  double busiest;
} Stage;

enum
{
  LISTED,
  SENDING,
  CREATED,
  N_STAGES
};

static const char *const stages[N_STAGES] = { "listed", "sending", "created" };

typedef struct
{
  const char *desk;
  const char *fill;
  const char *authority;
  Firm *firm;
  Stage stages[N_STAGES][N_RUNS];
  double curls[N_RUNS]; /* a second */
} Bench;

static void
fill (Bench *bench, const char *home)
{
  g_autofree char *usual = plannr_profile_get_folder (bench->firm->base, FIRM_ZOE);
  g_autofree char *name = g_path_get_basename (usual);
  g_autofree char *folder = g_build_filename (home, GETTEXT_PACKAGE, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) filler =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, bench->fill, "--folder", folder,
                        "--queued", N_QUEUED, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (filler, NULL, &error);
  g_assert_no_error (error);
}

static void
recover (Bench *bench, const char *home, int run)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GSubprocess) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  before = g_get_monotonic_time ();
  desk = g_subprocess_launcher_spawn (launcher, &error, bench->desk, "--server", bench->firm->base,
                                      "--authority", bench->authority, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (desk));
  for (int i = 0; i < N_STAGES; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
      g_auto (GStrv) words = g_strsplit (line != NULL ? line : "", " ", -1);

      if (g_strv_length (words) != 5 || !g_str_equal (words[0], stages[i]))
        g_error ("The desk says “%s”", line);
      bench->stages[i][run] =
          (Stage){ (double) (g_ascii_strtoll (words[1], NULL, 10) - before) / 1000,
                   g_ascii_strtod (words[2], NULL), g_ascii_strtod (words[3], NULL),
                   g_ascii_strtod (words[4], NULL) };
    }
  g_subprocess_wait (desk, NULL, NULL);
}

static double
measure_curls (Bench *bench)
{
  g_autoptr (PlannrEntry) entry = bench_entry_new (1);
  double milliseconds = 0;

  for (int i = 0; i < N_CURLS; i++)
    milliseconds += bench_curl (bench->firm->base, bench->authority, entry->body);

  return N_CURLS * 1000 / milliseconds;
}

/* The median of something over all runs; @offset is where in a Stage it is. */
static double
get_median (Bench *bench, int stage, gsize offset)
{
  double values[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    memcpy (&values[i], (const char *) &bench->stages[stage][i] + offset, sizeof values[i]);

  return bench_percentile (values, N_RUNS, 0.5);
}

static void
report_stall (Bench *bench, const char *what, int stage)
{
  g_print ("longest stall %s: %.1f ms, of which %.1f ms work; 99%% of them below %.1f ms\n", what,
           get_median (bench, stage, G_STRUCT_OFFSET (Stage, longest)),
           get_median (bench, stage, G_STRUCT_OFFSET (Stage, busiest)),
           get_median (bench, stage, G_STRUCT_OFFSET (Stage, nearly)));
}

static void
report (Bench *bench)
{
  double rates[N_RUNS];
  double rate;
  double curls = bench_percentile (bench->curls, N_RUNS, 0.5);

  for (int i = 0; i < N_RUNS; i++)
    rates[i] = g_ascii_strtod (N_QUEUED, NULL) * 1000
               / (bench->stages[CREATED][i].at - bench->stages[SENDING][i].at);
  rate = bench_percentile (rates, N_RUNS, 0.5);

  g_print ("recovery of " N_QUEUED " queued cases: %.0f ms until all are listed, %.0f ms until the"
           " first leaves, %.0f ms until all are created (medians of %d)\n",
           get_median (bench, LISTED, 0), get_median (bench, SENDING, 0),
           get_median (bench, CREATED, 0), N_RUNS);
  report_stall (bench, "until they are listed", LISTED);
  report_stall (bench, "until the first leaves", SENDING);
  report_stall (bench, "while they go out", CREATED);
  g_print ("rate over TLS: %.0f a second, curl: %.0f, %.1fx\n", rate, curls, rate / curls);
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchFolder) folder = bench_folder_new ();
  g_autofree char *file = firm_make_file ();
  g_autofree char *authority = NULL;
  g_autofree char *certificate = NULL;
  g_autofree char *key = NULL;
  g_autoptr (Firm) firm = NULL;
  Bench bench = { NULL };

  g_assert (argc == 4);
  authority = g_build_filename (argv[3], "ca.pem", NULL);
  certificate = g_build_filename (argv[3], "server.pem", NULL);
  key = g_build_filename (argv[3], "server-key.pem", NULL);
  firm = firm_start_with ("--tls-certificate", certificate, "--tls-key", key, "--data", file,
                          "--rate", "0", NULL);
  bench.desk = argv[1];
  bench.fill = argv[2];
  bench.authority = authority;
  bench.firm = firm;

  for (int i = 0; i < N_RUNS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      g_autofree char *home = g_build_filename (folder, number, NULL);

      fill (&bench, home);
      recover (&bench, home, i);
      bench.curls[i] = measure_curls (&bench);
    }
  report (&bench);
  firm_stop (firm);
  firm_remove_file (file);

  return 0;
}
