/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <X11/Xlib.h>
#include <string.h>

#include "bench-past.h"
#include "test-app.h"
#include "test-desktop.h"
#include "test-display.h"
#include "test-process.h"

#define N_RUNS 15

enum
{
  BARE,
  CASES,
  PAST,
  N_PROGRAMS
};

#define MAPPED G_STRUCT_OFFSET (Run, mapped)
#define PSS    G_STRUCT_OFFSET (Run, pss)

/* From the start of a process to its first mapped window, and what it weighs a second later. */
typedef struct
{
  double mapped;  /* milliseconds */
  double pss;     /* MiB */
  double pss_own; /* of it what is in no file, and shared with nobody as a rule */
} Run;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, compare);

  return values[N_RUNS / 2];
}

/* One line of /proc/PID/smaps_rollup, in MiB. */
static double
read_pss (GPid pid, const char *line)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *pss = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (pss = strstr (text, line)) == NULL)
    return 0;

  return g_ascii_strtod (pss + strlen (line), NULL) / 1024;
}

static void
wait_for_map (Display *display)
{
  XEvent event;

  do
    XNextEvent (display, &event);
  while (event.type != MapNotify || event.xmap.override_redirect);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static Run
measure (PlannrTestDesktop *desktop, Display *display, const char *const *argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 before = g_get_monotonic_time ();
  PlannrTestProcess *process = plannr_test_desktop_start (desktop, argv);
  Run run;

  wait_for_map (display);
  run.mapped = (double) (g_get_monotonic_time () - before) / 1000;
  g_timeout_add_seconds (1, quit_cb, loop);
  g_main_loop_run (loop);
  run.pss = read_pss (plannr_test_process_get_pid (process), "\nPss:");
  run.pss_own = read_pss (plannr_test_process_get_pid (process), "\nPss_Anon:");
  plannr_test_process_send_signal (process, 9);
  plannr_test_process_wait (process, 5);
  while (XPending (display) > 0)
    {
      XEvent event;

      XNextEvent (display, &event);
    }

  return run;
}

static double
get_median (const Run *runs, gsize offset)
{
  double values[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    values[i] = G_STRUCT_MEMBER (double, &runs[i], offset);

  return median (values);
}

/* Each run against the one right before it: what else a computer does comes and goes. */
static void
report_past (const Run *past, const Run *none)
{
  double ratios[N_RUNS];
  double more[N_RUNS];
  double more_own[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      ratios[i] = past[i].mapped / none[i].mapped;
      more[i] = past[i].pss - none[i].pss;
      more_own[i] = past[i].pss_own - none[i].pss_own;
    }
  g_print ("start with " BENCH_N_PAST
           " past cases: %.2fx of one with none, %+.1f MiB PSS, %+.1f MiB"
           " of it in no file (medians of the pairs)\n",
           median (ratios), median (more), median (more_own));
}

int
main (int argc, char *argv[])
{
  static const char *const names[N_PROGRAMS] = {
    "bare window",
    "plannr-cases",
    "plannr-cases, " BENCH_N_PAST " past cases",
  };
  const char *bare[] = { BARE_WINDOW, NULL };
  const char *cases[] = { NULL, "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1280, 800);
  Display *display =
      XOpenDisplay (plannr_test_display_get_name (plannr_test_desktop_get_display (desktop)));
  Run runs[N_PROGRAMS][N_RUNS];

  g_assert (argc == 3);
  cases[0] = argv[1];
  bench_past_make (desktop, argv[2]);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  /* The first round is not counted: it brings the files into memory. */
  for (int i = -1; i < N_RUNS; i++)
    for (int j = 0; j < N_PROGRAMS; j++)
      {
        bench_past_choose (desktop, j == PAST);
        runs[j][MAX (i, 0)] = measure (desktop, display, j == BARE ? bare : cases);
      }

  for (int i = 0; i < N_PROGRAMS; i++)
    g_print ("%s: mapped after %.1f ms, %.1f MiB PSS (medians of %d)\n", names[i],
             get_median (runs[i], MAPPED), get_median (runs[i], PSS), N_RUNS);
  g_print ("start: %.2fx, PSS: %.2fx of a bare window\n",
           get_median (runs[CASES], MAPPED) / get_median (runs[BARE], MAPPED),
           get_median (runs[CASES], PSS) / get_median (runs[BARE], PSS));
  report_past (runs[PAST], runs[CASES]);
  XCloseDisplay (display);

  return 0;
}
