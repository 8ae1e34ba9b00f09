/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-process.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "test-wait.h"

struct _PlannrTestProcess
{
  GSubprocess *subprocess; /* (owned) */
  char *errors_path;       /* (owned) */
  GString *output;         /* (owned) read, not yet handed out */
  gboolean ended;
};

/* Between fork and exec, so nothing here may allocate. SIGTERM, so that it can end its own children. */
static void
die_with_the_test (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
  if (getppid () != GPOINTER_TO_INT (data))
    _exit (EXIT_FAILURE);
}

PlannrTestProcess *
plannr_test_process_start (const char *const *argv,
                           const char *const *environment,
                           const char *errors_path)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  PlannrTestProcess *self = g_new0 (PlannrTestProcess, 1);

  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  g_subprocess_launcher_set_stderr_file_path (launcher, errors_path);
  g_subprocess_launcher_set_child_setup (launcher, die_with_the_test, GINT_TO_POINTER (getpid ()),
                                         NULL);
  self->subprocess = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  self->errors_path = g_strdup (errors_path);
  self->output = g_string_new (NULL);
  return self;
}

GPid
plannr_test_process_get_pid (PlannrTestProcess *self)
{
  const char *identifier = g_subprocess_get_identifier (self->subprocess);

  return identifier != NULL ? atoi (identifier) : 0;
}

char *
plannr_test_process_read_line (PlannrTestProcess *self, double seconds)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (self->subprocess);
  int fd = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (stream));
  gint64 end = plannr_test_wait_end (seconds);

  for (;;)
    {
      const char *newline = memchr (self->output->str, '\n', self->output->len);
      struct pollfd waiting = { .fd = fd, .events = POLLIN };
      gint64 left = (end - g_get_monotonic_time ()) / 1000;
      char buffer[4096];
      ssize_t n_read;

      if (newline != NULL)
        {
          gsize length = newline - self->output->str;
          char *line = g_strndup (self->output->str, length);

          g_string_erase (self->output, 0, length + 1);
          return line;
        }
      if (left <= 0 || poll (&waiting, 1, (int) left) <= 0)
        return NULL;
      n_read = read (fd, buffer, sizeof buffer);
      if (n_read <= 0)
        return NULL;
      g_string_append_len (self->output, buffer, n_read);
    }
}

void
plannr_test_process_write (PlannrTestProcess *self, const char *text)
{
  GOutputStream *stream = g_subprocess_get_stdin_pipe (self->subprocess);
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
}

char *
plannr_test_process_get_errors (PlannrTestProcess *self)
{
  char *errors = NULL;

  g_file_get_contents (self->errors_path, &errors, NULL, NULL);
  return errors != NULL ? errors : g_strdup ("");
}

void
plannr_test_process_check_errors (PlannrTestProcess *self)
{
  g_autofree char *errors = plannr_test_process_get_errors (self);

  if (g_regex_match_simple ("(WARNING|CRITICAL|ERROR) \\*\\*|runtime error:|ERROR: \\w+Sanitizer",
                            errors, 0, 0))
    g_error ("there were warnings:\n%s", errors);
}

void
plannr_test_process_send_signal (PlannrTestProcess *self, int signal_number)
{
  g_subprocess_send_signal (self->subprocess, signal_number);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *ended = data;

  /* Where the wait was cancelled, the one who waited has gone on. */
  if (g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL))
    *ended = TRUE;
  g_object_unref (source);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

gboolean
plannr_test_process_wait (PlannrTestProcess *self, double seconds)
{
  g_autoptr (GCancellable) cancellable = NULL;

  if (self->ended)
    return TRUE;

  cancellable = g_cancellable_new ();
  g_subprocess_wait_async (g_object_ref (self->subprocess), cancellable, ended_cb, &self->ended);
  if (plannr_test_wait_for (is_set, &self->ended, seconds))
    return TRUE;

  g_cancellable_cancel (cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return self->ended;
}

int
plannr_test_process_get_exit_status (PlannrTestProcess *self)
{
  g_return_val_if_fail (self->ended, -1);

  if (g_subprocess_get_if_exited (self->subprocess))
    return g_subprocess_get_exit_status (self->subprocess);
  return -g_subprocess_get_term_sig (self->subprocess);
}

int
plannr_test_process_get_status (PlannrTestProcess *self)
{
  g_return_val_if_fail (self->ended, -1);

  return g_subprocess_get_status (self->subprocess);
}

void
plannr_test_process_stop (PlannrTestProcess *self)
{
  if (self == NULL)
    return;

  g_output_stream_close (g_subprocess_get_stdin_pipe (self->subprocess), NULL, NULL);
  g_subprocess_send_signal (self->subprocess, SIGTERM);
  if (!plannr_test_process_wait (self, 5))
    {
      g_subprocess_force_exit (self->subprocess);
      plannr_test_process_wait (self, 5);
    }
  g_clear_object (&self->subprocess);
  g_string_free (self->output, TRUE);
  g_free (self->errors_path);
  g_free (self);
}
