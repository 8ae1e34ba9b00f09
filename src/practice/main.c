/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include <errno.h>
#include <glib-unix.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "practice-server.h"

static gboolean
signal_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
input_cb (int fd, GIOCondition condition, gpointer user_data)
{
  char buffer[256];
  gssize n = read (fd, buffer, sizeof buffer);

  if (n > 0 || (n < 0 && errno == EINTR))
    return G_SOURCE_CONTINUE;
  /* In the background a terminal can't be read, which is not its end. */
  if (n == 0 || errno != EIO)
    g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

/* Whoever started the server holds the other end: when that closes, nobody needs it any more. A
 * file or /dev/null is at its end from the start and says nothing. */
static gboolean
input_can_close (void)
{
  struct stat status;

  return fstat (STDIN_FILENO, &status) == 0
         && (S_ISFIFO (status.st_mode) || S_ISSOCK (status.st_mode) || isatty (STDIN_FILENO));
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PracticeOptions) options = NULL;
  g_autoptr (PracticeServer) server = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_CTYPE, "");
  /* Over TLS libsoup's server offers HTTP/2 as Plannr's does, once it is asked to. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  options = practice_options_parse (&argc, &argv, &error);
  if (options != NULL)
    server = practice_server_new (options, &error);
  if (server == NULL)
    {
      g_printerr ("plannr-practice-firm: %s\n", error->message);
      return EXIT_FAILURE;
    }

  signal (SIGTTIN, SIG_IGN);
  g_unix_signal_add (SIGTERM, signal_cb, loop);
  g_unix_signal_add (SIGINT, signal_cb, loop);
  if (input_can_close ())
    g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, input_cb, loop);

  printf ("listening on %s://127.0.0.1:%d/\n", options->tls_certificate != NULL ? "https" : "http",
          practice_server_get_port (server));
  fflush (stdout);
  g_main_loop_run (loop);
  return EXIT_SUCCESS;
}
