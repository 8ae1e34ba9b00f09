/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-profile.h"

#include "plannr-directory-sync.h"

/**
 * PlannrProfile:
 *
 * One firm as one person works in it, the practice firm or one in Plannr: the cases that they have
 * begun there, what they can choose from, and the login under which they act. It stands from the
 * first frame on; the way to Plannr comes when it comes.
 */
struct _PlannrProfile
{
  GObject parent_instance;

  gboolean practice;
  gboolean is_open;
  PlannrSchedule *schedule;   /* (owned) */
  PlannrOutbox *outbox;       /* (owned) */
  PlannrDirectory *directory; /* (owned) */
  PlannrCache *cache;         /* (owned) (nullable): from the opening on */
  PlannrDirectorySync *sync;  /* (owned) (nullable): from the opening on */
  PlannrApi *api;             /* (owned) (nullable): while it is connected */
  PlannrDoubleFinder *finder; /* (owned) */
  PlannrCreatePress *press;   /* (owned) */
  PlannrLogin *login;         /* (owned) (nullable) */
  char *server;
};

G_DEFINE_FINAL_TYPE (PlannrProfile, plannr_profile, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOGIN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_profile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrProfile *self = PLANNR_PROFILE (object);

  switch (id)
    {
    case PROP_LOGIN:
      g_value_set_object (value, self->login);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_profile_dispose (GObject *object)
{
  PlannrProfile *self = PLANNR_PROFILE (object);

  if (self->directory != NULL)
    plannr_directory_cancel_waiting (self->directory);
  /* An attempt under way keeps the outbox alive until it ends; nothing is to follow it. */
  if (self->outbox != NULL)
    plannr_outbox_set_api (self->outbox, NULL);
  if (self->finder != NULL)
    plannr_double_finder_set_api (self->finder, NULL);
  if (self->sync != NULL)
    plannr_directory_sync_set_api (self->sync, NULL);
  g_clear_object (&self->press);
  g_clear_object (&self->sync);
  g_clear_object (&self->finder);
  g_clear_object (&self->outbox);
  g_clear_object (&self->directory);
  g_clear_object (&self->cache);
  g_clear_object (&self->api);
  g_clear_object (&self->login);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->server, g_free);

  G_OBJECT_CLASS (plannr_profile_parent_class)->dispose (object);
}

static void
plannr_profile_class_init (PlannrProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_profile_dispose;
  object_class->get_property = plannr_profile_get_property;

  properties[PROP_LOGIN] =
      g_param_spec_object ("login", NULL, NULL, PLANNR_TYPE_LOGIN,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_profile_init (PlannrProfile *self)
{
}

/**
 * plannr_profile_new:
 * @practice: whether it is the practice firm
 * @schedule: how long to wait for what
 *
 * Returns: (transfer full): a profile that is not connected yet
 */
PlannrProfile *
plannr_profile_new (gboolean practice, PlannrSchedule *schedule)
{
  PlannrProfile *self = NULL;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (PLANNR_TYPE_PROFILE, NULL);
  self->practice = practice;
  self->schedule = g_object_ref (schedule);
  self->outbox = plannr_outbox_new (schedule);
  self->directory = plannr_directory_new ();
  self->finder = plannr_double_finder_new (schedule, self->outbox);
  self->press = plannr_create_press_new (schedule, self->outbox, self->finder);
  g_signal_connect_object (self->directory, "signed-out", G_CALLBACK (plannr_outbox_sign_out),
                           self->outbox, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_profile_get_folder:
 * @server: (nullable): the server's address; %NULL for the practice firm
 * @account_uuid: (nullable): the account
 *
 * Returns: (transfer full) (type filename): where what a person does there is kept
 */
char *
plannr_profile_get_folder (const char *server, const char *account_uuid)
{
  g_autoptr (GUri) uri = server != NULL ? g_uri_parse (server, G_URI_FLAGS_NONE, NULL) : NULL;
  g_autofree char *name = NULL;

  if (uri == NULL || account_uuid == NULL)
    name = g_strdup ("practice");
  else if (g_uri_get_port (uri) > 0)
    name = g_strdup_printf ("%s-%d-%s", g_uri_get_host (uri), g_uri_get_port (uri), account_uuid);
  else
    name = g_strdup_printf ("%s-%s", g_uri_get_host (uri), account_uuid);

  return g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, name, NULL);
}

/**
 * plannr_profile_open:
 * @self: a profile
 * @folder: (type filename) (nullable): where it is kept; %NULL to keep it in memory alone
 *
 * Brings back what was begun there before. Does nothing where that was done.
 */
void
plannr_profile_open (PlannrProfile *self, const char *folder)
{
  g_autoptr (PlannrJournal) journal = NULL;

  g_return_if_fail (PLANNR_IS_PROFILE (self));

  if (self->is_open)
    return;

  self->is_open = TRUE;
  self->cache = plannr_cache_new (folder);
  plannr_directory_set_cache (self->directory, self->cache);
  self->sync = plannr_directory_sync_new (self->cache, self->schedule);
  g_signal_connect_object (self->sync, "signed-out", G_CALLBACK (plannr_outbox_sign_out),
                           self->outbox, G_CONNECT_SWAPPED);
  journal = plannr_journal_new (folder);
  plannr_outbox_open (self->outbox, journal);
}

/**
 * plannr_profile_is_practice:
 * Returns: whether it is the practice firm
 */
gboolean
plannr_profile_is_practice (PlannrProfile *self)
{
  g_return_val_if_fail (PLANNR_IS_PROFILE (self), FALSE);

  return self->practice;
}

/**
 * plannr_profile_get_outbox:
 * Returns: (transfer none): the cases begun there
 */
PlannrOutbox *
plannr_profile_get_outbox (PlannrProfile *self)
{
  g_return_val_if_fail (PLANNR_IS_PROFILE (self), NULL);

  return self->outbox;
}

/**
 * plannr_profile_get_directory:
 * Returns: (transfer none): what can be chosen there
 */
PlannrDirectory *
plannr_profile_get_directory (PlannrProfile *self)
{
  g_return_val_if_fail (PLANNR_IS_PROFILE (self), NULL);

  return self->directory;
}

/**
 * plannr_profile_get_create_press:
 * Returns: (transfer none): the way of a press of Create to the outbox, past what
 *   finds a double of the case
 */
PlannrCreatePress *
plannr_profile_get_create_press (PlannrProfile *self)
{
  g_return_val_if_fail (PLANNR_IS_PROFILE (self), NULL);

  return self->press;
}

/**
 * plannr_profile_get_login:
 * Returns: (transfer none) (nullable): the login under which the person acts, once it is known
 */
PlannrLogin *
plannr_profile_get_login (PlannrProfile *self)
{
  g_return_val_if_fail (PLANNR_IS_PROFILE (self), NULL);

  return self->login;
}

/**
 * plannr_profile_get_server:
 * Returns: (transfer none) (nullable): the server's address, while it is connected
 */
const char *
plannr_profile_get_server (PlannrProfile *self)
{
  g_return_val_if_fail (PLANNR_IS_PROFILE (self), NULL);

  return self->server;
}

/**
 * plannr_profile_connect:
 * @self: a profile
 * @session: how to speak HTTP
 * @server: the server's address
 * @token: the token, which is kept in memory alone
 * @login: the login under which the person acts
 *
 * Opens the way to Plannr: what waited for it goes on.
 */
void
plannr_profile_connect (PlannrProfile *self,
                        SoupSession *session,
                        const char *server,
                        const char *token,
                        PlannrLogin *login)
{
  PlannrApi *api = NULL;

  g_return_if_fail (PLANNR_IS_PROFILE (self));
  g_return_if_fail (PLANNR_IS_LOGIN (login));

  api = plannr_api_new (session, server, token, plannr_login_get_account_uuid (login));
  plannr_api_set_deadlines (api, plannr_schedule_get_create_deadline (self->schedule),
                            plannr_schedule_get_look_up_deadline (self->schedule));

  g_clear_object (&self->api);
  self->api = api;
  g_free (self->server);
  self->server = g_strdup (server);
  if (g_set_object (&self->login, login))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOGIN]);

  plannr_directory_set_api (self->directory, api);
  plannr_double_finder_set_api (self->finder, api);
  plannr_outbox_set_api (self->outbox, api);
  if (self->sync != NULL)
    plannr_directory_sync_set_api (self->sync, api);
}

/**
 * plannr_profile_disconnect:
 * @self: a profile
 *
 * Closes the way to Plannr. What has not gone out waits for a sign-in.
 */
void
plannr_profile_disconnect (PlannrProfile *self)
{
  g_return_if_fail (PLANNR_IS_PROFILE (self));

  plannr_directory_set_api (self->directory, NULL);
  plannr_double_finder_set_api (self->finder, NULL);
  plannr_outbox_set_api (self->outbox, NULL);
  if (self->sync != NULL)
    plannr_directory_sync_set_api (self->sync, NULL);
  g_clear_object (&self->api);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlannrProfile *self = g_task_get_source_object (task);
  GError *error = NULL;

  plannr_directory_sync_set_api (self->sync, self->api);
  if (plannr_cache_forget_finish (PLANNR_CACHE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * plannr_profile_forget_directory_async:
 * @self: a profile
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Removes from this computer the people, plans, types and statuses that are kept there, and what was
 * chosen of them. Cases and drafts stay. Where there is a way to Plannr, it is all fetched anew then.
 */
void
plannr_profile_forget_directory_async (PlannrProfile *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLANNR_IS_PROFILE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, plannr_profile_forget_directory_async);
  plannr_directory_forget (self->directory);
  if (self->cache == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* Nothing that is on its way is to be kept after all. */
  plannr_directory_sync_set_api (self->sync, NULL);
  plannr_cache_forget_async (self->cache, cancellable, forgotten_cb, g_object_ref (task));
}

/**
 * plannr_profile_forget_directory_finish:
 * @self: a profile
 * @result: the result
 * @error: return location
 *
 * Returns: whether nothing of it is left on this computer
 */
gboolean
plannr_profile_forget_directory_finish (PlannrProfile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
