/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "plannr-look.h"

/* In a program that has this in it a case that may have been created is never found: to test the
 * ledger, which must see the difference. */

void
plannr_look_free (PlannrLook *self)
{
  g_clear_object (&self->candidates);
  g_free (self);
}

void
plannr_look_async (PlannrApi *api,
                   PlannrSubmission *submission,
                   PlannrTakenFunc taken,
                   gpointer taken_data,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (api, cancellable, callback, user_data);
  PlannrLook *look = g_new0 (PlannrLook, 1);

  look->candidates = g_list_store_new (PLANNR_TYPE_CASE);
  g_task_return_pointer (task, look, (GDestroyNotify) plannr_look_free);
}

PlannrLook *
plannr_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
