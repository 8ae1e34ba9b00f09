/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "finder.h"

#include "plannr-choice.h"

/* Of GTask, whose data is the text; NULL once it is answered. */
static GPtrArray *asked;

/* What is kept. */
static char *kept_name;
static guint n_kept;
static guint n_looked_up;

/* Choices number @first to @last: “@name 1”, “@name 2” and so on. */
static GPtrArray *
make_choices (const char *name, guint first, guint last)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i <= last; i++)
    {
      g_autofree char *uuid = g_strdup_printf ("0b6f7c1e-52a4-4a0e-9d57-%012u", i);
      g_autofree char *numbered = g_strdup_printf ("%s %u", name, i);

      g_ptr_array_add (choices, g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, "name", numbered,
                                              "colour", "#23852b", NULL));
    }

  return choices;
}

static void
look_up_async (PlannrDirectory *directory,
               PlannrCacheKind what,
               const char *text,
               guint offset,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (directory, cancellable, callback, user_data);
  GPtrArray *found =
      make_choices (kept_name, offset + 1, MIN (n_kept, offset + PLANNR_DIRECTORY_PAGE + 1));

  n_looked_up++;
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static void
find_async (PlannrDirectory *directory,
            PlannrCacheKind what,
            const char *text,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (directory, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (text), g_free);
  if (asked == NULL)
    asked = g_ptr_array_new ();
  g_ptr_array_add (asked, task);
}

const PlannrPickerSource finder_source = { PLANNR_CACHE_TYPES, look_up_async, find_async };

/* Keeps @n choices: “@name 1”, “@name 2” and so on. */
void
finder_keep (const char *name, guint n)
{
  g_free (kept_name);
  kept_name = g_strdup (name);
  n_kept = n;
}

guint
finder_get_n_looked_up (void)
{
  return n_looked_up;
}

guint
finder_get_n_asked (void)
{
  return asked != NULL ? asked->len : 0;
}

static GTask *
get_task (guint i)
{
  g_assert_cmpuint (i, <, finder_get_n_asked ());
  g_assert_nonnull (g_ptr_array_index (asked, i));

  return g_ptr_array_index (asked, i);
}

const char *
finder_get_text (guint i)
{
  return g_task_get_task_data (get_task (i));
}

gboolean
finder_is_cancelled (guint i)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (get_task (i)));
}

static GTask *
take_task (guint i)
{
  GTask *task = get_task (i);

  asked->pdata[i] = NULL;

  /* As if the answer had been under way already when the question was cancelled. */
  g_task_set_check_cancellable (task, FALSE);

  return task;
}

/* Answers question @i with @n choices: “@name 1”, “@name 2” and so on. */
void
finder_answer (guint i, const char *name, guint n)
{
  g_autoptr (GTask) task = take_task (i);

  g_task_return_pointer (task, make_choices (name, 1, n), (GDestroyNotify) g_ptr_array_unref);
}

void
finder_fail (guint i, GError *error)
{
  g_autoptr (GTask) task = take_task (i);

  g_task_return_error (task, error);
}

/* Ends what is still open, as cancelled. */
void
finder_reset (void)
{
  for (guint i = 0; i < finder_get_n_asked (); i++)
    if (g_ptr_array_index (asked, i) != NULL)
      finder_fail (i, g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The test is over"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&asked, g_ptr_array_unref);
  g_clear_pointer (&kept_name, g_free);
  n_kept = 0;
  n_looked_up = 0;
}
