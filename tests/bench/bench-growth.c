/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-cases.h"
#include "bench-folder.h"
#include "firm.h"
#include "plannr-window-private.h"

/* How much memory a session takes in which somebody creates thousands of cases, each written into the
 * window's form, its card shown afterwards. The first ones are
 * not counted: they bring the card and the rows of the list. */

#define N_BEFORE 200
#define N_CASES  2000
#define EVERY    500

typedef struct
{
  Firm *firm;
  PlannrConnection *connection;
  PlannrWindow *window;
  GApplication *application;
  guint n_created;
  guint source;
  double pss;
  double heap;
} Bench;

/* In MB, and without the files, whose share depends on what else is running. */
static double
read_pss (void)
{
  static const char line[] = "\nPss_Anon:";
  g_autofree char *text = NULL;
  const char *pss = NULL;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL)
      || (pss = strstr (text, line)) == NULL)
    return 0;

  return g_ascii_strtod (pss + strlen (line), NULL) * 1024 / 1e6;
}

static double
read_heap (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1e6;
}

static void
report (Bench *bench)
{
  double pss = 0;
  double heap = read_heap ();

  malloc_trim (0);
  pss = read_pss ();
  if (bench->n_created == N_BEFORE)
    {
      bench->pss = pss;
      bench->heap = heap;
    }
  g_print ("%u cases more: %+.1f MB PSS in no file, %+.1f MB in use by malloc (%.1f and %.1f MB)\n",
           bench->n_created - N_BEFORE, pss - bench->pss, heap - bench->heap, pss, heap);
  fflush (stdout);
}

static void write_next (Bench *bench);

static gboolean
looked_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->source = 0;
  if (bench->n_created >= N_BEFORE && (bench->n_created - N_BEFORE) % EVERY == 0)
    report (bench);
  if (bench->n_created == N_BEFORE + N_CASES)
    g_application_quit (bench->application);
  else
    write_next (bench);

  return G_SOURCE_REMOVE;
}

static void
notify_cb (PlannrSubmission *submission, GParamSpec *pspec, Bench *bench)
{
  PlannrCase *record = plannr_submission_get_record (submission);

  if (plannr_submission_get_state (submission) != PLANNR_STATE_CREATED || record == NULL
      || bench->source != 0)
    return;

  /* The card has been drawn by then. */
  g_signal_handlers_disconnect_by_func (submission, notify_cb, bench);
  bench->n_created++;
  bench->source = g_timeout_add_full (G_PRIORITY_LOW, 5, looked_cb, bench, NULL);
}

static void
write_next (Bench *bench)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.new-case", NULL);
  bench_draft_fill (plannr_submission_get_draft (bench->window->current), bench->n_created);
  g_signal_connect (bench->window->current, "notify", G_CALLBACK (notify_cb), bench);
  /* Not by the button: it would ask whether the case before is the same one. */
  plannr_outbox_submit (plannr_window_get_outbox (bench->window), bench->window->current);
}

static void
connection_cb (Bench *bench)
{
  if (plannr_connection_get_state (bench->connection) != PLANNR_CONNECTION_OPEN)
    return;

  g_signal_handlers_disconnect_by_func (bench->connection, connection_cb, bench);
  write_next (bench);
}

static void
activate_cb (GtkApplication *application, Bench *bench)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (SoupSession) session = plannr_api_session_new ();

  gtk_css_provider_load_from_resource (style, "/org/example/PlannrCases/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_settings_set_int (settings, "undo-seconds", 0);
  bench->connection = plannr_connection_new (FALSE, schedule);
  bench->window = plannr_window_new (application, settings);
  plannr_window_set_connection (bench->window, bench->connection);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect_swapped (bench->connection, "notify::state", G_CALLBACK (connection_cb), bench);
  plannr_connection_open_token (bench->connection, session, bench->firm->base, "practice",
                                FIRM_ZOE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchFolder) folder = bench_folder_new ();
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.example.BenchGrowth", G_APPLICATION_NON_UNIQUE);
  g_autoptr (Firm) firm = NULL;
  Bench bench = { .application = G_APPLICATION (application) };

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  firm = firm_start_with ("--rate", "0", NULL);
  bench.firm = firm;
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}
