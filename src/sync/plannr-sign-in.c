/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-sign-in.h"

#include <string.h>

#include "plannr-api.h"
#include "plannr-trust.h"

#define BEARER "Bearer"

/**
 * plannr_sign_in_clean_token:
 * @text: (nullable): what was pasted
 *
 * Returns: (transfer full): the token in it, without white space around it or a leading `Bearer`
 */
char *
plannr_sign_in_clean_token (const char *text)
{
  g_autofree char *token = g_strstrip (g_strdup (text != NULL ? text : ""));
  gsize length = strlen (BEARER);

  /* "Bearer" alone is what is left of "Bearer " and nothing. */
  if (g_ascii_strncasecmp (token, BEARER, length) == 0
      && (token[length] == '\0' || g_ascii_isspace (token[length])))
    return g_strstrip (g_strdup (token + length));

  return g_steal_pointer (&token);
}

static gboolean
is_expired (PlannrLogin *login)
{
  GDateTime *expires_at = plannr_login_get_expires_at (login);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return expires_at != NULL && g_date_time_compare (expires_at, now) <= 0;
}

/* Of all the logins those with which something can be created, staff first; or why there is none. */
static GPtrArray *
keep_usable (GPtrArray *logins, GError **error)
{
  g_autoptr (GPtrArray) usable = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean expired = FALSE;
  guint n_staff = 0;

  for (guint i = 0; i < logins->len; i++)
    {
      PlannrLogin *login = g_ptr_array_index (logins, i);
      gboolean staff = plannr_login_get_account_kind (login) == PLANNR_ACCOUNT_KIND_EMPLOYEE;

      if (is_expired (login))
        {
          expired = TRUE;
          continue;
        }
      if (!plannr_login_get_may_write (login))
        continue;

      g_ptr_array_insert (usable, staff ? (gint) n_staff++ : -1, g_object_ref (login));
    }

  if (usable->len > 0)
    return g_steal_pointer (&usable);

  if (logins->len == 0)
    g_set_error (error, PLANNR_ERROR, PLANNR_ERROR_NO_ACCOUNT, "The token belongs to no account");
  else if (expired)
    g_set_error (error, PLANNR_ERROR, PLANNR_ERROR_EXPIRED, "The login has expired");
  else
    g_set_error (error, PLANNR_ERROR, PLANNR_ERROR_READ_ONLY, "The login may not write");

  return NULL;
}

static void
logins_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) logins = NULL;
  GPtrArray *usable = NULL;
  GError *error = NULL;

  logins = plannr_api_list_logins_finish (PLANNR_API (source), result, &error);
  if (logins != NULL)
    usable = keep_usable (logins, &error);

  if (usable != NULL)
    g_task_return_pointer (task, usable, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
trust_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlannrApi *api = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (plannr_trust_load_finish (result, &error))
    plannr_api_list_logins_async (api, cancellable, logins_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * plannr_sign_in_async:
 * @session: how to speak HTTP
 * @server: the server's address, as plannr_api_check_server() returned it
 * @token: the token, as plannr_sign_in_clean_token() returned it
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks which accounts @token stands for.
 */
void
plannr_sign_in_async (SoupSession *session,
                      const char *server,
                      const char *token,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, plannr_sign_in_async);
  g_task_set_task_data (task, plannr_api_new (session, server, token, NULL), g_object_unref);
  plannr_trust_load_async (server, cancellable, trust_cb, task);
}

/**
 * plannr_sign_in_finish:
 * @result: the result
 * @error: %PLANNR_ERROR_READ_ONLY, %PLANNR_ERROR_EXPIRED or %PLANNR_ERROR_NO_ACCOUNT where nothing
 *   can be created with the token; or why nothing could be asked
 *
 * Returns: (transfer container) (element-type PlannrLogin): the accounts with which something can be
 *   created, at least one, staff first
 */
GPtrArray *
plannr_sign_in_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_sign_in_choose:
 * @logins: (element-type PlannrLogin): the accounts, from plannr_sign_in_finish()
 *
 * Returns: (transfer none) (nullable): the account to take without asking: the only one, or the only
 *   one of the firm's staff; %NULL where the person has to choose
 */
PlannrLogin *
plannr_sign_in_choose (GPtrArray *logins)
{
  PlannrLogin *first = NULL;

  g_return_val_if_fail (logins != NULL && logins->len > 0, NULL);

  first = g_ptr_array_index (logins, 0);
  if (logins->len == 1)
    return first;

  if (plannr_login_get_account_kind (first) == PLANNR_ACCOUNT_KIND_EMPLOYEE
      && plannr_login_get_account_kind (g_ptr_array_index (logins, 1))
             != PLANNR_ACCOUNT_KIND_EMPLOYEE)
    return first;

  return NULL;
}

/**
 * plannr_sign_in_find:
 * @logins: (element-type PlannrLogin): the accounts, from plannr_sign_in_finish()
 * @account_uuid: (nullable): the account that is meant, where that is known
 *
 * Returns: (transfer none) (nullable): that account; the one to take without asking where it is not
 *   known; %NULL where the person has to say
 */
PlannrLogin *
plannr_sign_in_find (GPtrArray *logins, const char *account_uuid)
{
  if (account_uuid == NULL)
    return plannr_sign_in_choose (logins);

  for (guint i = 0; i < logins->len; i++)
    {
      PlannrLogin *login = g_ptr_array_index (logins, i);

      if (g_strcmp0 (plannr_login_get_account_uuid (login), account_uuid) == 0)
        return login;
    }

  return NULL;
}

/**
 * plannr_sign_in_is_refused:
 * @error: how a sign-in ended
 *
 * Returns: whether it is the token that will not do, and not the way to Plannr
 */
gboolean
plannr_sign_in_is_refused (const GError *error)
{
  return g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_UNAUTHORIZED)
         || g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_EXPIRED)
         || g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_READ_ONLY)
         || g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_NO_ACCOUNT);
}
