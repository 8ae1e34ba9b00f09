/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-trust.h"

static void
thread_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTlsDatabase *database = g_tls_backend_get_default_database (g_tls_backend_get_default ());

  /* The backend keeps it. */
  g_clear_object (&database);
  g_task_return_boolean (task, TRUE);
}

/**
 * plannr_trust_load_async:
 * @server: a server's address, as plannr_api_check_server() returned it
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads the authorities that the system trusts, once in the life of a process, where @server needs
 * them. The first request would load them on its own thread otherwise, and its window would stand
 * still for a frame.
 */
void
plannr_trust_load_async (const char *server,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (server != NULL);

  g_task_set_source_tag (task, plannr_trust_load_async);
  if (g_str_has_prefix (server, "https:"))
    g_task_run_in_thread (task, thread_func);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * plannr_trust_load_finish:
 * @result: the result
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are there, or not needed
 */
gboolean
plannr_trust_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
