/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <X11/Xlib.h>
#include <string.h>

#include "bench-home.h"
#include "test-app.h"
#include "test-desktop.h"
#include "test-display.h"
#include "test-process.h"

#define N_RUNS 15
#define N_PAST "10000"

/* How long it is given to come to rest: the firm is asked what is new, in seconds. */
#define REST   2

#define MAPPED G_STRUCT_OFFSET (Run, mapped)
#define PSS    G_STRUCT_OFFSET (Run, pss)

/* What is started: with nothing kept, and with many past cases and more and more people. The application
 * draws without OpenGL where nobody says otherwise; a bare window draws with it. */
typedef struct
{
  const char *name;
  const char *n_people; /* (nullable): there is no past */
  gboolean bare;
  const char *renderer; /* (nullable): nothing is said of it */
} Program;

static const Program programs[] = {
  { "bare window", NULL, TRUE, NULL },
  { "bare window without OpenGL", NULL, TRUE, "cairo" },
  { "plannr-cases", NULL, FALSE, NULL },
  { "plannr-cases, " N_PAST " past cases, 1,000 people", "1000", FALSE, NULL },
  { "plannr-cases, " N_PAST " past cases, 10,000 people", "10000", FALSE, NULL },
  { "plannr-cases, " N_PAST " past cases, 100,000 people", "100000", FALSE, NULL },
  { "plannr-cases with OpenGL, " N_PAST " past cases, 100,000 people", "100000", FALSE, "gl" },
};

enum
{
  BARE,
  BARE_WITHOUT_GL,
  NONE,
  PAST,
  WITH_GL = G_N_ELEMENTS (programs) - 1,
  N_PROGRAMS
};

/* From the start of a process to its first mapped window, and what it weighs once it rests. */
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

static void
choose_renderer (PlannrTestDesktop *desktop, const char *renderer)
{
  gboolean without_gl = g_strcmp0 (renderer, "cairo") == 0;

  plannr_test_desktop_setenv (desktop, "GSK_RENDERER", renderer);
  plannr_test_desktop_setenv (desktop, "GDK_DEBUG", without_gl ? "gl-disable" : NULL);
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
  g_timeout_add_seconds (REST, quit_cb, loop);
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

/* Each run against the ones right before it: what else a computer does comes and goes. */
static void
report (const Program *program,
        const Run *runs,
        const Run *bare,
        const Run *without_gl,
        const Run *none)
{
  double of_bare[N_RUNS];
  double of_without_gl[N_RUNS];
  double of_none[N_RUNS];
  double pss[N_RUNS];
  double pss_without_gl[N_RUNS];
  double more[N_RUNS];
  double more_own[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    {
      of_bare[i] = runs[i].mapped / bare[i].mapped;
      of_without_gl[i] = runs[i].mapped / without_gl[i].mapped;
      of_none[i] = runs[i].mapped / none[i].mapped;
      pss[i] = runs[i].pss / bare[i].pss;
      pss_without_gl[i] = runs[i].pss / without_gl[i].pss;
      more[i] = runs[i].pss - none[i].pss;
      more_own[i] = runs[i].pss_own - none[i].pss_own;
    }
  g_print ("%s: mapped after %.1f ms, %.1f MiB PSS\n", program->name, get_median (runs, MAPPED),
           get_median (runs, PSS));
  g_print (
      "  start: %.2fx, PSS: %.2fx of a bare window; %.2fx, %.2fx of one without OpenGL;"
      " start: %.2fx of the application with nothing kept, %+.1f MiB PSS, %+.1f MiB of it in no"
      " file\n",
      median (of_bare), median (pss), median (of_without_gl), median (pss_without_gl),
      median (of_none), median (more), median (more_own));
}

int
main (int argc, char *argv[])
{
  const char *bare[] = { BARE_WINDOW, NULL };
  const char *cases[] = { NULL, "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1280, 800);
  Display *display =
      XOpenDisplay (plannr_test_display_get_name (plannr_test_desktop_get_display (desktop)));
  Run runs[N_PROGRAMS][N_RUNS];

  g_assert (argc == 4);
  cases[0] = argv[1];
  for (int j = PAST; j < WITH_GL; j++)
    bench_home_make (desktop, programs[j].n_people, argv[2], N_PAST, argv[3], programs[j].n_people);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  /* The first round is not counted: it brings the files into memory. */
  for (int i = -1; i < N_RUNS; i++)
    for (int j = 0; j < N_PROGRAMS; j++)
      {
        bench_home_choose (desktop, programs[j].n_people);
        choose_renderer (desktop, programs[j].renderer);
        runs[j][MAX (i, 0)] = measure (desktop, display, programs[j].bare ? bare : cases);
      }

  g_print ("medians of %d, and of the ratios of as many rounds\n", N_RUNS);
  for (int j = 0; j < N_PROGRAMS; j++)
    report (&programs[j], runs[j], runs[BARE], runs[BARE_WITHOUT_GL], runs[NONE]);
  XCloseDisplay (display);

  return 0;
}
