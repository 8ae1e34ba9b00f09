/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-connection.h"

#include "plannr-keyring.h"
#include "plannr-practice.h"
#include "plannr-sign-in.h"

/**
 * PlannrConnection:
 *
 * Opens the way between a profile and its firm: starts the practice firm, or finds a token and asks
 * whose it is. The profile stands from the beginning, with or without a way.
 */
struct _PlannrConnection
{
  GObject parent_instance;

  PlannrProfile *profile; /* (owned) */
  PlannrConnectionState state;
  GError *error;            /* (owned) (nullable) */
  gboolean session_only;    /* whether the token is kept nowhere */
  SoupSession *session;     /* (owned) (nullable) */
  PlannrPractice *practice; /* (owned) (nullable) */
  GCancellable *cancellable;
  char *server;
  char *token;
  char *account_uuid;
};

G_DEFINE_ENUM_TYPE (PlannrConnectionState,
                    plannr_connection_state,
                    G_DEFINE_ENUM_VALUE (PLANNR_CONNECTION_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (PLANNR_CONNECTION_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (PLANNR_CONNECTION_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (PLANNR_CONNECTION_SIGNED_OUT, "signed-out"),
                    G_DEFINE_ENUM_VALUE (PLANNR_CONNECTION_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (PlannrConnection, plannr_connection, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_SESSION_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_state (PlannrConnection *self, PlannrConnectionState state, const GError *error)
{
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_session_only (PlannrConnection *self, gboolean session_only)
{
  if (self->session_only == session_only)
    return;

  self->session_only = session_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION_ONLY]);
}

/* With the account it is known where the profile is kept. */
static void
open_profile (PlannrConnection *self, const char *account_uuid)
{
  g_autofree char *folder = NULL;

  if (account_uuid == NULL || plannr_profile_is_practice (self->profile))
    return;

  folder = plannr_profile_get_folder (self->server, account_uuid);
  plannr_profile_open (self->profile, folder);
}

static void
connect_profile (PlannrConnection *self, PlannrLogin *login)
{
  open_profile (self, plannr_login_get_account_uuid (login));
  plannr_profile_connect (self->profile, self->session, self->server, self->token, login);
  set_state (self, PLANNR_CONNECTION_OPEN, NULL);
}

static void
sign_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrConnection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) logins = plannr_sign_in_finish (result, &error);
  g_autoptr (PlannrLogin) unnamed = NULL;
  PlannrLogin *login = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (logins != NULL)
    {
      login = plannr_sign_in_find (logins, self->account_uuid);
      if (login != NULL)
        connect_profile (self, login);
      else
        {
          g_set_error (&error, PLANNR_ERROR, PLANNR_ERROR_NO_ACCOUNT, "Which account is meant?");
          set_state (self, PLANNR_CONNECTION_SIGNED_OUT, error);
        }
    }
  else if (plannr_sign_in_is_refused (error) || self->account_uuid == NULL)
    set_state (self, PLANNR_CONNECTION_SIGNED_OUT, error);
  else
    {
      /* Offline, or Plannr is down: the account is known, and the outbox tries for ever. */
      unnamed = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", self->account_uuid, NULL);
      connect_profile (self, unnamed);
    }
}

static void
sign_in (PlannrConnection *self)
{
  plannr_sign_in_async (self->session, self->server, self->token, self->cancellable, sign_in_cb,
                        g_object_ref (self));
}

static void
practice_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrConnection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrPractice) practice = plannr_practice_start_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (practice == NULL)
    {
      set_state (self, PLANNR_CONNECTION_FAILED, error);
      return;
    }

  g_set_object (&self->practice, practice);
  plannr_connection_open_token (self, NULL, plannr_practice_get_url (practice),
                                PLANNR_PRACTICE_TOKEN, NULL);
}

static void
look_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrConnection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = plannr_keyring_look_up_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (token == NULL)
    {
      set_state (self, PLANNR_CONNECTION_SIGNED_OUT, error);
      return;
    }

  g_free (self->token);
  self->token = g_steal_pointer (&token);
  sign_in (self);
}

static void
store_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrConnection) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plannr_keyring_store_finish (result, &error))
    g_debug ("The token is kept for this session only: %s", error->message);
  set_session_only (self, error != NULL);
}

static void
forget_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!plannr_keyring_forget_finish (result, &error))
    g_debug ("The token could not be taken out of the keyring: %s", error->message);
}

static void
begin (PlannrConnection *self,
       SoupSession *session,
       const char *server,
       const char *token,
       const char *account_uuid)
{
  if (session != NULL)
    g_set_object (&self->session, session);
  else if (self->session == NULL)
    self->session = plannr_api_session_new ();

  g_free (self->server);
  self->server = plannr_api_check_server (server, NULL);
  g_free (self->token);
  self->token = g_strdup (token);
  g_free (self->account_uuid);
  self->account_uuid = g_strdup (account_uuid);
  open_profile (self, account_uuid);
  set_state (self, PLANNR_CONNECTION_OPENING, NULL);
}

static void
plannr_connection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrConnection *self = PLANNR_CONNECTION (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_SESSION_ONLY:
      g_value_set_boolean (value, self->session_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_connection_dispose (GObject *object)
{
  PlannrConnection *self = PLANNR_CONNECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->profile);
  g_clear_object (&self->session);
  g_clear_object (&self->practice);
  g_clear_error (&self->error);
  g_clear_pointer (&self->server, g_free);
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->account_uuid, g_free);

  G_OBJECT_CLASS (plannr_connection_parent_class)->dispose (object);
}

static void
plannr_connection_class_init (PlannrConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plannr_connection_dispose;
  object_class->get_property = plannr_connection_get_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, PLANNR_TYPE_CONNECTION_STATE,
                                              PLANNR_CONNECTION_NONE, flags);
  properties[PROP_SESSION_ONLY] = g_param_spec_boolean ("session-only", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_connection_init (PlannrConnection *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plannr_connection_new:
 * @practice: whether it leads to the practice firm
 * @schedule: how long to wait for what
 *
 * Returns: (transfer full): a connection that is not open
 */
PlannrConnection *
plannr_connection_new (gboolean practice, PlannrSchedule *schedule)
{
  PlannrConnection *self = g_object_new (PLANNR_TYPE_CONNECTION, NULL);

  self->profile = plannr_profile_new (practice, schedule);

  return self;
}

/**
 * plannr_connection_get_profile:
 * Returns: (transfer none): the profile that it opens the way for
 */
PlannrProfile *
plannr_connection_get_profile (PlannrConnection *self)
{
  g_return_val_if_fail (PLANNR_IS_CONNECTION (self), NULL);

  return self->profile;
}

/**
 * plannr_connection_get_state:
 * Returns: how far it is
 */
PlannrConnectionState
plannr_connection_get_state (PlannrConnection *self)
{
  g_return_val_if_fail (PLANNR_IS_CONNECTION (self), PLANNR_CONNECTION_NONE);

  return self->state;
}

/**
 * plannr_connection_get_error:
 * Returns: (transfer none) (nullable): why there is no way
 */
const GError *
plannr_connection_get_error (PlannrConnection *self)
{
  g_return_val_if_fail (PLANNR_IS_CONNECTION (self), NULL);

  return self->error;
}

/**
 * plannr_connection_get_session_only:
 * Returns: whether the token could not be kept in a keyring, and will be asked for again
 */
gboolean
plannr_connection_get_session_only (PlannrConnection *self)
{
  g_return_val_if_fail (PLANNR_IS_CONNECTION (self), FALSE);

  return self->session_only;
}

/**
 * plannr_connection_open_practice:
 * @self: a connection
 * @executable: (type filename): the practice firm's program
 *
 * Starts the practice firm, which is kept beside what a person does in it.
 */
void
plannr_connection_open_practice (PlannrConnection *self, const char *executable)
{
  g_autofree char *folder = plannr_profile_get_folder (NULL, NULL);
  g_autofree char *data = g_build_filename (folder, "firm.db", NULL);

  g_return_if_fail (PLANNR_IS_CONNECTION (self));

  g_mkdir_with_parents (folder, 0700);
  plannr_profile_open (self->profile, folder);

  set_state (self, PLANNR_CONNECTION_OPENING, NULL);
  plannr_practice_start_async (executable, data, self->cancellable, practice_cb,
                               g_object_ref (self));
}

/**
 * plannr_connection_open_kept:
 * @self: a connection
 * @session: how to speak HTTP
 * @server: the server's address
 * @account_uuid: the account to act as
 *
 * Opens the way with the token that the keyring keeps.
 */
void
plannr_connection_open_kept (PlannrConnection *self,
                             SoupSession *session,
                             const char *server,
                             const char *account_uuid)
{
  g_return_if_fail (PLANNR_IS_CONNECTION (self));

  begin (self, session, server, NULL, account_uuid);
  plannr_keyring_look_up_async (self->server, account_uuid, self->cancellable, look_up_cb,
                                g_object_ref (self));
}

/**
 * plannr_connection_open_token:
 * @self: a connection
 * @session: (nullable): how to speak HTTP
 * @server: the server's address
 * @token: the token, which is not kept
 * @account_uuid: (nullable): the account to act as, where the token has several
 *
 * Opens the way with a token that somebody else keeps.
 */
void
plannr_connection_open_token (PlannrConnection *self,
                              SoupSession *session,
                              const char *server,
                              const char *token,
                              const char *account_uuid)
{
  g_return_if_fail (PLANNR_IS_CONNECTION (self));

  begin (self, session, server, token, account_uuid);
  sign_in (self);
}

/**
 * plannr_connection_accept:
 * @self: a connection
 * @session: how to speak HTTP
 * @server: the server's address
 * @token: the token
 * @login: the account that the person chose
 *
 * Opens the way as a person signed in, and keeps the token in the keyring.
 */
void
plannr_connection_accept (PlannrConnection *self,
                          SoupSession *session,
                          const char *server,
                          const char *token,
                          PlannrLogin *login)
{
  g_return_if_fail (PLANNR_IS_CONNECTION (self));

  begin (self, session, server, token, plannr_login_get_account_uuid (login));
  connect_profile (self, login);
  plannr_keyring_store_async (self->server, self->account_uuid, APPLICATION_ID, token,
                              self->cancellable, store_cb, g_object_ref (self));
}

/**
 * plannr_connection_close:
 * @self: a connection
 *
 * Closes the way, and takes the token out of the keyring.
 */
void
plannr_connection_close (PlannrConnection *self)
{
  g_return_if_fail (PLANNR_IS_CONNECTION (self));

  plannr_profile_disconnect (self->profile);
  if (self->server != NULL && self->account_uuid != NULL)
    plannr_keyring_forget_async (self->server, self->account_uuid, NULL, forget_cb, NULL);
  g_clear_pointer (&self->token, g_free);
  set_state (self, PLANNR_CONNECTION_NONE, NULL);
}
