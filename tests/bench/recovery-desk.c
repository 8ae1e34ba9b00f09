/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "recovery-desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>

#include "bench-stall.h"
#include "firm.h"

/* A desk at which somebody starts the application again, with many cases waiting. It says on its
 * standard output when it had come how far, in microseconds of the monotonic clock, and how long its
 * main loop stalled on the way there, in milliseconds: the longest one, the one that is longer than
 * 99 % of them, and what the longest would have been if nothing had been waited for. */

static char *server;
static char *authority;
static guint n_rows;
static guint n_created;

static void
say (const char *what)
{
  g_print ("%s %" G_GINT64_FORMAT " %.2f %.2f %.2f\n", what, g_get_monotonic_time (),
           bench_stall_get (1), bench_stall_get (0.99), bench_stall_get_busy ());
  fflush (stdout);
  bench_stall_begin ();
}

static void
state_cb (PlannrSubmission *submission)
{
  static gboolean sent = FALSE;

  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_ON_WIRE:
      if (!sent)
        say ("sending");
      sent = TRUE;
      break;
    case PLANNR_STATE_CREATED:
      n_created++;
      if (n_created < n_rows)
        break;
      say ("created");
      /* The computer is another process's to measure now. */
      _Exit (EXIT_SUCCESS);
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
      break;
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
    case PLANNR_STATE_DISCARDED:
    default:
      g_error ("A case was not created");
    }
}

static gboolean
listed_cb (gpointer user_data)
{
  say ("listed");

  return G_SOURCE_REMOVE;
}

static void
opened_cb (GListModel *outbox)
{
  n_rows = g_list_model_get_n_items (outbox);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (outbox, i);

      g_signal_connect (row, "notify::state", G_CALLBACK (state_cb), NULL);
    }
  /* In the next turn of the loop, for this one to count. */
  g_idle_add_full (G_PRIORITY_HIGH, listed_cb, NULL, NULL);
}

/**
 * recovery_desk_read_options:
 * @argc: (inout): the number of arguments
 * @argv: (inout): --server URL --authority FILE
 */
void
recovery_desk_read_options (int *argc, char ***argv)
{
  const GOptionEntry options[] = {
    { "server", 0, 0, G_OPTION_ARG_STRING, &server, "Where the firm is", "URL" },
    { "authority", 0, 0, G_OPTION_ARG_FILENAME, &authority, "Trust this authority", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    g_error ("%s", error->message);
}

/**
 * recovery_desk_new:
 *
 * Returns: (transfer full): a connection that is not open
 */
PlannrConnection *
recovery_desk_new (void)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  PlannrConnection *self = plannr_connection_new (FALSE, schedule);
  PlannrOutbox *outbox = plannr_profile_get_outbox (plannr_connection_get_profile (self));

  g_signal_connect (outbox, "opened", G_CALLBACK (opened_cb), NULL);

  return self;
}

/**
 * recovery_desk_open:
 * @connection: a connection that is not open
 *
 * Brings back what was left, and sends it.
 */
void
recovery_desk_open (PlannrConnection *connection)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (authority, &error);

  g_assert_no_error (error);
  soup_session_set_tls_database (session, database);
  bench_stall_begin ();
  plannr_connection_open_token (connection, session, server, "practice", FIRM_ZOE);
}
