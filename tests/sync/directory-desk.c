/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>

#include "plannr-directory-sync.h"

/* A desk that does nothing but keep what the firm has, in a process that may die at any moment. It ends
 * when it has all of it. */

#define ACCOUNT "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03"

static void
busy_cb (PlannrDirectorySync *sync, GParamSpec *pspec, GMainLoop *loop)
{
  if (!plannr_directory_sync_get_busy (sync))
    g_main_loop_quit (loop);
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrCache) cache = NULL;
  g_autoptr (PlannrDirectorySync) sync = NULL;
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (PlannrApi) api = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *server = NULL;

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (argc != 3)
    g_error ("%s FOLDER SERVER", argv[0]);

  server = plannr_api_check_server (argv[2], NULL);
  session = plannr_api_session_new ();
  api = plannr_api_new (session, server, "practice", ACCOUNT);
  cache = plannr_cache_new (argv[1]);
  sync = plannr_directory_sync_new (cache, schedule);
  plannr_directory_sync_set_api (sync, api);
  g_signal_connect (sync, "notify::busy", G_CALLBACK (busy_cb), loop);
  g_main_loop_run (loop);

  return 0;
}
