/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <X11/Xlib.h>
#include <string.h>

#include "test-app.h"
#include "test-desktop.h"
#include "test-display.h"
#include "test-process.h"

#define N_RUNS 15

/* From the start of a process to its first mapped window, and what it weighs a second later. */
typedef struct
{
  double mapped; /* milliseconds */
  double pss;    /* MiB */
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

static double
read_pss (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *pss = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (pss = strstr (text, "\nPss:")) == NULL)
    return 0;

  return g_ascii_strtod (pss + strlen ("\nPss:"), NULL) / 1024;
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
  run.pss = read_pss (plannr_test_process_get_pid (process));
  plannr_test_process_send_signal (process, 9);
  plannr_test_process_wait (process, 5);
  while (XPending (display) > 0)
    {
      XEvent event;

      XNextEvent (display, &event);
    }

  return run;
}

int
main (int argc, char *argv[])
{
  const char *bare[] = { BARE_WINDOW, NULL };
  const char *cases[] = { NULL, "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1280, 800);
  Display *display =
      XOpenDisplay (plannr_test_display_get_name (plannr_test_desktop_get_display (desktop)));
  double mapped[2][N_RUNS];
  double pss[2][N_RUNS];

  g_assert (argc == 2);
  cases[0] = argv[1];
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  measure (desktop, display, bare);
  measure (desktop, display, cases);
  for (int i = 0; i < N_RUNS; i++)
    {
      Run run = measure (desktop, display, bare);

      mapped[0][i] = run.mapped;
      pss[0][i] = run.pss;
      run = measure (desktop, display, cases);
      mapped[1][i] = run.mapped;
      pss[1][i] = run.pss;
    }

  for (int i = 0; i < 2; i++)
    g_print ("%s: mapped after %.1f ms, %.1f MiB PSS (medians of %d)\n",
             i == 0 ? "bare window" : "plannr-cases", median (mapped[i]), median (pss[i]), N_RUNS);
  g_print ("start: %.2fx, PSS: %.2fx of a bare window\n", median (mapped[1]) / median (mapped[0]),
           median (pss[0]) > 0 ? median (pss[1]) / median (pss[0]) : 0);
  XCloseDisplay (display);

  return 0;
}
