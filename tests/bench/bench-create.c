/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "bench-cases.h"
#include "bench-curl.h"
#include "bench-folder.h"
#include "firm.h"
#include "plannr-outbox.h"
#include "plannr-profile.h"

#define N_RUNS 51

/* One create over loopback: from the activation to CREATED, with all that the journal writes down on
 * the way, against one curl that sends the same. */

static double
measure_outbox (PlannrOutbox *outbox, GBytes **body)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) client =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", FIRM_GARETH, "kind", PLANNR_ACCOUNT_KIND_CLIENT,
                    "name", "Gareth Thompson", NULL);
  g_autoptr (PlannrSubmission) submission = NULL;
  gint64 before;
  gint64 after;

  plannr_case_draft_set_name (draft, "Bench");
  plannr_case_draft_set_value_text (draft, "150.99");
  plannr_case_draft_add (draft, client);
  submission = plannr_outbox_begin (outbox, draft);
  g_clear_pointer (body, g_bytes_unref);
  *body = plannr_api_write_case (draft);

  before = g_get_monotonic_time ();
  plannr_outbox_submit (outbox, submission);
  while (plannr_submission_get_state (submission) != PLANNR_STATE_CREATED)
    g_main_context_iteration (NULL, TRUE);
  after = g_get_monotonic_time ();

  return (double) (after - before) / 1000;
}

/* What is measured is worth nothing where it did not go to the disk. */
static void
check_journal (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  gint64 n =
      firm_count (path, "SELECT count(*) FROM submission s JOIN intent i ON i.submission = s.id"
                        " JOIN attempt a ON a.submission = s.id"
                        " JOIN outcome o ON o.attempt = a.id WHERE s.state = 'created'");

  g_assert_cmpint (n, ==, N_RUNS + 1);
}

static void
opened_cb (gboolean *opened)
{
  *opened = TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchFolder) folder = bench_folder_new ();
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm = firm_start_with ("--data", file, "--rate", "0", NULL);
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrProfile) profile = plannr_profile_new (FALSE, schedule);
  g_autoptr (PlannrLogin) login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", FIRM_ZOE, NULL);
  g_autofree char *server = plannr_api_check_server (firm->base, NULL);
  g_autoptr (GBytes) body = NULL;
  PlannrOutbox *outbox = plannr_profile_get_outbox (profile);
  gboolean opened = FALSE;
  double ours[N_RUNS];
  double curl[N_RUNS];

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  session = plannr_api_session_new ();
  g_signal_connect_swapped (outbox, "opened", G_CALLBACK (opened_cb), &opened);
  plannr_profile_open (profile, folder);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  plannr_profile_connect (profile, session, server, "practice", login);
  measure_outbox (outbox, &body);
  bench_curl (firm->base, NULL, body);
  for (int i = 0; i < N_RUNS; i++)
    {
      ours[i] = measure_outbox (outbox, &body);
      curl[i] = bench_curl (firm->base, NULL, body);
    }

  g_print ("create: %.2f ms to CREATED, curl: %.2f ms, %.2fx (medians of %d)\n",
           bench_percentile (ours, N_RUNS, 0.5), bench_percentile (curl, N_RUNS, 0.5),
           bench_percentile (ours, N_RUNS, 0.5) / bench_percentile (curl, N_RUNS, 0.5), N_RUNS);
  soup_session_abort (session);
  plannr_outbox_flush (outbox);
  g_clear_object (&profile);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  check_journal (folder);
  firm_remove_file (file);

  return 0;
}
