/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <stdlib.h>

#include "firm.h"
#include "plannr-directory-sync.h"

/* Makes a directory as an application leaves it that has once been told of all people and plans of a
 * practice firm. */

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *n_people = NULL;
  const GOptionEntry options[] = {
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where to make it", "DIR" },
    { "people", 0, 0, G_OPTION_ARG_STRING, &n_people, "How many people the firm has", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (Firm) firm = NULL;
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrCache) cache = NULL;
  g_autoptr (SoupSession) session = NULL;
  g_autofree char *server = NULL;
  g_autoptr (PlannrApi) api = NULL;
  g_autoptr (PlannrDirectorySync) sync = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  if (folder == NULL || n_people == NULL)
    g_error ("fill-directory --folder DIR --people N");

  firm = firm_start_with ("--people", n_people, "--rate", "0", NULL);
  cache = plannr_cache_new (folder);
  session = plannr_api_session_new ();
  server = plannr_api_check_server (firm->base, &error);
  g_assert_no_error (error);
  api = plannr_api_new (session, server, "practice", FIRM_ZOE);
  sync = plannr_directory_sync_new (cache, schedule);
  plannr_directory_sync_set_api (sync, api);
  while (plannr_directory_sync_get_busy (sync))
    g_main_context_iteration (NULL, TRUE);
  plannr_directory_sync_set_api (sync, NULL);

  return EXIT_SUCCESS;
}
