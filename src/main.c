/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/prctl.h>

#include "plannr-application.h"
#include "plannr-memory.h"
#include "plannr-renderer.h"

int
main (int argc, char **argv)
{
  g_autoptr (PlannrApplication) application = NULL;
  const char *localedir = NULL;

  /* libsoup sends a POST again on HTTP/2, without its body. */
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);

  /* The token is in this process's memory: no core dump holds it. */
  prctl (PR_SET_DUMPABLE, 0);

  plannr_memory_use_few_arenas ();
  plannr_renderer_choose ();

  setlocale (LC_ALL, "");
  localedir = g_getenv ("PLANNR_CASES_LOCALEDIR");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname (APPLICATION_ID);
  application = plannr_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
