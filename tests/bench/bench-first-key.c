/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <stdlib.h>

#include "test-app.h"
#include "test-input.h"

#define N_RUNS 15

/* From the start of a process until a key that a person sent stands in Name, as a screen reader sees
 * it; against the same window with nothing behind it. Both are watched through the same eyes, whose
 * own delay is in both figures. */

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
measure (PlannrTestDesktop *desktop, const char *const *argv)
{
  gint64 before = g_get_monotonic_time ();
  PlannrTestApp *app = plannr_test_app_start_program (desktop, argv);
  g_autoptr (PlannrTestNode) name = plannr_test_app_wait_focus (app, "text box", "Name");
  g_autofree char *text = NULL;
  double milliseconds;

  plannr_test_input_press (plannr_test_desktop_get_display (desktop), "a");
  do
    {
      g_free (text);
      text = plannr_test_node_get_text (name);
    }
  while (*text == '\0' && g_get_monotonic_time () < before + 10 * G_USEC_PER_SEC);
  milliseconds = (double) (g_get_monotonic_time () - before) / 1000;
  plannr_test_app_kill (app);

  return milliseconds;
}

int
main (int argc, char *argv[])
{
  const char *ui_only[] = { NULL, NULL };
  const char *cases[] = { NULL, "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1280, 800);
  double first[2][N_RUNS];

  g_assert (argc == 3);
  ui_only[0] = argv[1];
  cases[0] = argv[2];
  measure (desktop, ui_only);
  measure (desktop, cases);
  for (int i = 0; i < N_RUNS; i++)
    {
      first[0][i] = measure (desktop, ui_only);
      first[1][i] = measure (desktop, cases);
    }

  for (int i = 0; i < 2; i++)
    qsort (first[i], N_RUNS, sizeof *first[i], compare);
  g_print ("first key in Name: %.1f ms, the window alone: %.1f ms, %.2fx (medians of %d)\n",
           first[1][N_RUNS / 2], first[0][N_RUNS / 2], first[1][N_RUNS / 2] / first[0][N_RUNS / 2],
           N_RUNS);

  return 0;
}
