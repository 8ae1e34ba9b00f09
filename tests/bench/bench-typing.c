/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <gtk/gtk.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-cases.h"
#include "bench-folder.h"
#include "firm.h"
#include "plannr-people-field.h"
#include "plannr-directory-sync.h"
#include "plannr-picker.h"
#include "plannr-window.h"
#include "test-desktop.h"
#include "test-input.h"

/* What somebody waits for who types into the picker for people, in the application's window: from the key
 * to the end of the painting of what it found, less the wait for the frame clock. With as many people kept
 * as are asked for, without a way to Plannr and with one; and how much memory they take meanwhile. */

#define ROUNDS        3
#define BETWEEN_KEYS  60  /* milliseconds */
#define BETWEEN_TEXTS 400 /* milliseconds: Plannr is asked in the meantime */
#define PAUSE         100 /* milliseconds: what comes later is Plannr's answer, where nothing is kept */

static const char *const texts[] = { "gar",     "jones", "smi",    "wei z", "o'con", "an",
                                     "example", "077",   "muller", "owska", "ka b" };

/* Times in microseconds. */
typedef struct
{
  PlannrTestDesktop *desktop;
  GtkWidget *window;
  GtkWidget *view;
  gint64 pressed_at;
  gint64 found_at;
  gint64 painting_since;
  gint64 painted_for; /* by the first frame that began after that */
  GArray *found;      /* of double, in milliseconds: until the rows are other ones */
  GArray *painted;    /* of double, in milliseconds: until they are painted */
  guint n_same;       /* letters that changed no row */
  guint n_asked;      /* letters for which nothing was kept */
} Bench;

static gboolean
pressed_cb (Bench *bench)
{
  if (bench->pressed_at == 0)
    bench->pressed_at = g_get_monotonic_time ();

  return GDK_EVENT_PROPAGATE;
}

/* All that the answer brings about is done. */
static gboolean
done_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->found_at = g_get_monotonic_time ();

  return G_SOURCE_REMOVE;
}

static void
rows_cb (Bench *bench)
{
  if (bench->pressed_at != 0 && bench->found_at == 0)
    g_idle_add_full (G_PRIORITY_HIGH, done_cb, bench, NULL);
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->painting_since = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->found_at != 0 && bench->painted_for == 0 && bench->painting_since >= bench->found_at)
    bench->painted_for = g_get_monotonic_time () - bench->painting_since;
}

static GtkWidget *
find_widget (GtkWidget *within, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (within, type) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static gboolean
end_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for (guint milliseconds)
{
  gboolean ended = FALSE;

  g_timeout_add (milliseconds, end_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

/* Until it is painted, or nothing has come of it for a while. */
static void
press (Bench *bench, const char *text)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add (BETWEEN_TEXTS, end_cb, &late);
  double found = 0;
  double painted = 0;

  bench->pressed_at = bench->found_at = bench->painted_for = 0;
  plannr_test_input_type (plannr_test_desktop_get_display (bench->desktop), text);
  while (bench->painted_for == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  if (bench->pressed_at == 0)
    g_error ("A key did not arrive");

  found = (double) (bench->found_at - bench->pressed_at) / 1000;
  painted = found + (double) bench->painted_for / 1000;
  if (late)
    bench->n_same++;
  else if (found > PAUSE)
    bench->n_asked++;
  else
    {
      g_array_append_val (bench->found, found);
      g_array_append_val (bench->painted, painted);
    }
  if (!late)
    g_source_remove (timeout);
}

static void
type (Bench *bench, const char *text)
{
  GtkWidget *entry = find_widget (bench->window, GTK_TYPE_SEARCH_ENTRY);

  for (const char *at = text; *at != '\0'; at++)
    {
      const char letter[] = { *at, '\0' };

      press (bench, letter);
      wait_for (BETWEEN_KEYS);
    }
  wait_for (BETWEEN_TEXTS);
  entry = GTK_WIDGET (gtk_root_get_focus (GTK_ROOT (bench->window)));
  bench->pressed_at = 0;
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_for (BETWEEN_TEXTS);
}

static void
open_picker (Bench *bench)
{
  GtkWidget *field = find_widget (bench->window, PLANNR_TYPE_PEOPLE_FIELD);
  GtkWidget *picker = find_widget (field, PLANNR_TYPE_PICKER);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GdkFrameClock *clock = NULL;

  plannr_picker_open (PLANNR_PICKER (picker));
  wait_for (1000);
  bench->view = find_widget (picker, GTK_TYPE_LIST_VIEW);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), bench);
  gtk_widget_add_controller (gtk_root_get_focus (GTK_ROOT (bench->window)), keys);
  g_signal_connect_swapped (gtk_list_view_get_model (GTK_LIST_VIEW (bench->view)), "items-changed",
                            G_CALLBACK (rows_cb), bench);
  clock = gtk_widget_get_frame_clock (bench->view);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
}

static void
open_window (Bench *bench, PlannrConnection *connection)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/example/PlannrCases/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  bench->window = GTK_WIDGET (plannr_window_new (NULL, settings));
  plannr_window_set_connection (PLANNR_WINDOW (bench->window), connection);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1060, 740);
  gtk_window_present (GTK_WINDOW (bench->window));
  wait_for (1000);
}

/* In no file: what is shared with other programs comes and goes with them. */
static double
get_memory (void)
{
  g_autofree char *contents = NULL;
  const char *line = NULL;

  g_file_get_contents ("/proc/self/smaps_rollup", &contents, NULL, NULL);
  line = contents != NULL ? strstr (contents, "\nPss_Anon:") : NULL;
  if (line == NULL)
    g_error ("There is no /proc");

  return (double) g_ascii_strtoll (line + strlen ("\nPss_Anon:"), NULL, 10) / 1024;
}

static void
print_times (const char *what, GArray *times)
{
  double *values = (double *) (gpointer) times->data;

  g_print ("; %s: p50 %.1f ms, p99 %.1f ms, most %.1f ms", what,
           bench_percentile (values, times->len, 0.5), bench_percentile (values, times->len, 0.99),
           bench_percentile (values, times->len, 1));
}

static void
measure (PlannrTestDesktop *desktop, const char *folder, guint n_people, Firm *firm)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrConnection) connection = plannr_connection_new (TRUE, schedule);
  PlannrProfile *profile = plannr_connection_get_profile (connection);
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  Bench bench = { .desktop = desktop,
                  .found = g_array_new (FALSE, FALSE, sizeof (double)),
                  .painted = g_array_new (FALSE, FALSE, sizeof (double)) };

  plannr_profile_open (profile, folder);
  open_window (&bench, connection);
  if (firm != NULL)
    {
      g_autofree char *server = plannr_api_check_server (firm->base, NULL);
      g_autoptr (PlannrLogin) login =
          g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", FIRM_ZOE, NULL);

      plannr_profile_connect (profile, session, server, "practice", login);
      wait_for (3000);
    }
  open_picker (&bench);
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      type (&bench, texts[i]);

  g_print ("%6u people, %s: %u letters (%u more changed no row, %u found what Plannr alone has)",
           n_people, firm != NULL ? "with a way to Plannr" : "without one", bench.found->len,
           bench.n_same, bench.n_asked);
  print_times ("to the rows", bench.found);
  print_times ("to the end of the painting", bench.painted);
  g_print ("; %.1f MiB of memory in no file\n", get_memory ());
  gtk_window_destroy (GTK_WINDOW (bench.window));
}

/* Keeps all the people of the firm. */
static void
fetch (const char *folder, guint n_people)
{
  g_autofree char *people = g_strdup_printf ("%u", n_people);
  g_autoptr (Firm) firm = firm_start_with ("--people", people, "--rate", "0", NULL);
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrCache) cache = plannr_cache_new (folder);
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autofree char *server = plannr_api_check_server (firm->base, NULL);
  g_autoptr (PlannrApi) api = plannr_api_new (session, server, "practice", FIRM_ZOE);
  g_autoptr (PlannrDirectorySync) sync = plannr_directory_sync_new (cache, schedule);

  plannr_directory_sync_set_api (sync, api);
  while (plannr_directory_sync_get_busy (sync))
    g_main_context_iteration (NULL, TRUE);
  plannr_directory_sync_set_api (sync, NULL);
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

static void
run (const char *folder, guint n_people, gboolean connected)
{
  g_autofree char *people = g_strdup_printf ("%u", n_people);
  g_autoptr (Firm) firm =
      connected ? firm_start_with ("--people", people, "--rate", "0", NULL) : NULL;
  PlannrTestDesktop *desktop = plannr_test_desktop_new (1280, 800);

  g_setenv ("DISPLAY", plannr_test_display_get_name (plannr_test_desktop_get_display (desktop)),
            TRUE);
  gtk_init ();
  measure (desktop, folder, n_people, firm);
  /* Whose display goes away ends at once. */
  gdk_display_close (gdk_display_get_default ());
  plannr_test_desktop_free (desktop);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (BenchFolder) folder = bench_folder_new ();

      if (begin_process ())
        {
          fetch (folder, sizes[i]);
          _exit (0);
        }
      for (int connected = FALSE; connected <= TRUE; connected++)
        if (begin_process ())
          {
            run (folder, sizes[i], connected);
            _exit (0);
          }
    }

  return 0;
}
