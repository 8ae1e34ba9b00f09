/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <stdlib.h>

#include "bench-home.h"
#include "test-app.h"
#include "test-input.h"

#define N_RUNS   15
#define N_PAST   "10000"
#define N_PEOPLE "100000"
#define LONG_AGO "long-ago"

/* From the start of a process until a key that a person sent stands in Name, as a screen reader hears
 * it: against the same window with nothing behind it, and with many past cases and people kept against
 * none. All are followed by the same ears, whose own delay is in all figures. And until the rows of
 * past cases are in the list. */

enum
{
  UI_ONLY,
  CASES,
  PAST,
  N_PROGRAMS
};

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
text_changed_cb (GDBusConnection *bus,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *signal,
                 GVariant *parameters,
                 gpointer changed)
{
  g_autoptr (GVariant) boxed = g_variant_get_child_value (parameters, 3);
  g_autoptr (GVariant) text = g_variant_get_variant (boxed);

  if (g_variant_is_of_type (text, G_VARIANT_TYPE_STRING)
      && g_str_equal (g_variant_get_string (text, NULL), "a"))
    *(gboolean *) changed = TRUE;
}

static gboolean
press_cb (gpointer desktop)
{
  plannr_test_input_press (plannr_test_desktop_get_display (desktop), "a");

  return G_SOURCE_CONTINUE;
}

/* It is heard, not looked for: a look through all that the window holds takes the longer the more that
 * is. A key that comes before the window has the focus is lost; people press it again. */
static double
measure (PlannrTestDesktop *desktop, const char *const *argv)
{
  GDBusConnection *bus = plannr_test_desktop_get_accessibility_bus (desktop);
  gboolean changed = FALSE;
  guint subscription =
      g_dbus_connection_signal_subscribe (bus, NULL, "org.a11y.atspi.Event.Object", "TextChanged",
                                          NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, text_changed_cb,
                                          &changed, NULL);
  gint64 before = g_get_monotonic_time ();
  PlannrTestApp *app = plannr_test_app_start_program (desktop, argv);
  guint timeout = g_timeout_add (20, press_cb, desktop);
  double milliseconds;

  changed = FALSE;
  press_cb (desktop);
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  milliseconds = (double) (g_get_monotonic_time () - before) / 1000;
  g_source_remove (timeout);
  g_dbus_connection_signal_unsubscribe (bus, subscription);
  plannr_test_app_kill (app);

  return milliseconds;
}

static double
measure_rows (PlannrTestDesktop *desktop, const char *const *argv)
{
  gint64 before = g_get_monotonic_time ();
  PlannrTestApp *app = plannr_test_app_start_program (desktop, argv);
  PlannrTestNode *row = plannr_test_app_find (app, "list item", NULL);
  double milliseconds = (double) (g_get_monotonic_time () - before) / 1000;

  plannr_test_node_free (row);
  plannr_test_app_kill (app);

  return milliseconds;
}

int
main (int argc, char *argv[])
{
  const char *ui_only[] = { NULL, NULL };
  const char *cases[] = { NULL, "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1280, 800);
  double first[N_PROGRAMS][N_RUNS];
  double rows[N_RUNS];
  double ratios[N_RUNS];

  g_assert (argc == 5);
  ui_only[0] = argv[1];
  cases[0] = argv[2];
  bench_home_make (desktop, LONG_AGO, argv[3], N_PAST, argv[4], N_PEOPLE);
  /* The first round is not counted: it brings the files into memory. */
  for (int i = -1; i < N_RUNS; i++)
    {
      bench_home_choose (desktop, LONG_AGO);
      rows[MAX (i, 0)] = measure_rows (desktop, cases);
      for (int j = 0; j < N_PROGRAMS; j++)
        {
          bench_home_choose (desktop, j == PAST ? LONG_AGO : NULL);
          first[j][MAX (i, 0)] = measure (desktop, j == UI_ONLY ? ui_only : cases);
        }
    }

  /* Each against the one right before it: what else a computer does comes and goes. */
  for (int i = 0; i < N_RUNS; i++)
    ratios[i] = first[PAST][i] / first[CASES][i];
  qsort (ratios, N_RUNS, sizeof *ratios, compare);
  for (int i = 0; i < N_PROGRAMS; i++)
    qsort (first[i], N_RUNS, sizeof *first[i], compare);
  qsort (rows, N_RUNS, sizeof *rows, compare);
  g_print ("first key in Name: %.1f ms, the window alone: %.1f ms, %.2fx (medians of %d)\n",
           first[CASES][N_RUNS / 2], first[UI_ONLY][N_RUNS / 2],
           first[CASES][N_RUNS / 2] / first[UI_ONLY][N_RUNS / 2], N_RUNS);
  g_print ("with " N_PAST " past cases and " N_PEOPLE
           " people: %.1f ms, %.2fx of none; the first row after %.1f ms\n",
           first[PAST][N_RUNS / 2], ratios[N_RUNS / 2], rows[N_RUNS / 2]);

  return 0;
}
