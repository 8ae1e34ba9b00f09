/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-keyring.h"

#include <libsecret/secret.h>

#include "plannr-error.h"

static const SecretSchema schema = {
  APPLICATION_ID ".Token",
  SECRET_SCHEMA_NONE,
  {
      { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

static GError *
keyring_error (GError *cause)
{
  GError *error = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return cause;

  error = g_error_new (PLANNR_ERROR, PLANNR_ERROR_KEYRING, "The keyring: %s", cause->message);
  g_error_free (cause);

  return error;
}

static void
store_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, keyring_error (error));
}

/**
 * plannr_keyring_store_async:
 * @server: the server's address
 * @account_uuid: the account's UUID
 * @label: what the keyring calls it
 * @token: the secret
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps @token in the default collection of the desktop's keyring.
 */
void
plannr_keyring_store_async (const char *server,
                            const char *account_uuid,
                            const char *label,
                            const char *token,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, plannr_keyring_store_async);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, token, cancellable, store_cb,
                         task, "server", server, "account", account_uuid, NULL);
}

/**
 * plannr_keyring_store_finish:
 * @result: the result
 * @error: %PLANNR_ERROR_KEYRING where there is no keyring or it stays locked
 *
 * Returns: whether the token is kept
 */
gboolean
plannr_keyring_store_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
look_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *token = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, keyring_error (error));
  else
    g_task_return_pointer (task, token, (GDestroyNotify) secret_password_free);
}

/**
 * plannr_keyring_look_up_async:
 * @server: the server's address
 * @account_uuid: the account's UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks the token up in the desktop's keyring, unlocking it where need be.
 */
void
plannr_keyring_look_up_async (const char *server,
                              const char *account_uuid,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, plannr_keyring_look_up_async);
  secret_password_lookup (&schema, cancellable, look_up_cb, task, "server", server, "account",
                          account_uuid, NULL);
}

/**
 * plannr_keyring_look_up_finish:
 * @result: the result
 * @error: %PLANNR_ERROR_KEYRING where there is no keyring or it stays locked
 *
 * Returns: (transfer full) (nullable): the token, to be freed with secret_password_free() or
 *   g_free(); %NULL without an error where none is kept
 */
char *
plannr_keyring_look_up_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
forget_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, keyring_error (error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * plannr_keyring_forget_async:
 * @server: the server's address
 * @account_uuid: the account's UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes the token out of the desktop's keyring.
 */
void
plannr_keyring_forget_async (const char *server,
                             const char *account_uuid,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, plannr_keyring_forget_async);
  secret_password_clear (&schema, cancellable, forget_cb, task, "server", server, "account",
                         account_uuid, NULL);
}

/**
 * plannr_keyring_forget_finish:
 * @result: the result
 * @error: %PLANNR_ERROR_KEYRING where there is no keyring or it stays locked
 *
 * Returns: whether no token is kept any more
 */
gboolean
plannr_keyring_forget_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
