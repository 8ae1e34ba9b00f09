/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-practice.h"

#include <string.h>

#include "plannr-error.h"

#define LISTENING "listening on "

/**
 * PlannrPractice:
 *
 * The practice firm while it runs: a process that ends when this object does.
 */
struct _PlannrPractice
{
  GObject parent_instance;

  GSubprocess *process;     /* (owned) */
  GDataInputStream *output; /* (owned) */
  char *url;
};

G_DEFINE_FINAL_TYPE (PlannrPractice, plannr_practice, G_TYPE_OBJECT)

static void
plannr_practice_dispose (GObject *object)
{
  PlannrPractice *self = PLANNR_PRACTICE (object);

  /* It ends by itself when its standard input closes. */
  g_clear_object (&self->output);
  g_clear_object (&self->process);
  g_clear_pointer (&self->url, g_free);

  G_OBJECT_CLASS (plannr_practice_parent_class)->dispose (object);
}

static void
plannr_practice_class_init (PlannrPracticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_practice_dispose;
}

static void
plannr_practice_init (PlannrPractice *self)
{
}

static GError *
practice_error (const char *why)
{
  return g_error_new (PLANNR_ERROR, PLANNR_ERROR_PRACTICE, "The practice firm: %s", why);
}

static void
line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlannrPractice *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *line =
      g_data_input_stream_read_line_finish_utf8 (self->output, result, NULL, &error);

  if (line != NULL && g_str_has_prefix (line, LISTENING))
    {
      self->url = g_strdup (line + strlen (LISTENING));
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_error (task,
                         practice_error (error != NULL ? error->message : "it did not start"));
}

/**
 * plannr_practice_start_async:
 * @executable: (type filename): the program
 * @data: (type filename): the file that it keeps its firm in
 * @cancellable: (nullable): to cancel
 * @callback: called when it listens, or when it can't
 * @user_data: for @callback
 *
 * Starts the practice firm on this computer.
 */
void
plannr_practice_start_async (const char *executable,
                             const char *data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (PlannrPractice) self = g_object_new (PLANNR_TYPE_PRACTICE, NULL);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, plannr_practice_start_async);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error, executable, "--quiet", "--data", data, NULL);
  if (self->process == NULL)
    {
      g_task_return_error (task, practice_error (error->message));
      g_object_unref (task);
      return;
    }

  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  g_data_input_stream_read_line_async (self->output, G_PRIORITY_DEFAULT, cancellable, line_cb,
                                       task);
}

/**
 * plannr_practice_start_finish:
 * @result: the result
 * @error: %PLANNR_ERROR_PRACTICE where it did not start
 *
 * Returns: (transfer full): the practice firm, which ends with this object
 */
PlannrPractice *
plannr_practice_start_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_practice_get_url:
 * Returns: (transfer none): the address at which it listens
 */
const char *
plannr_practice_get_url (PlannrPractice *self)
{
  g_return_val_if_fail (PLANNR_IS_PRACTICE (self), NULL);

  return self->url;
}
