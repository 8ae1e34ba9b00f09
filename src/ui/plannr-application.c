/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "plannr-api.h"
#include "plannr-appearance.h"
#include "plannr-background.h"
#include "plannr-connection.h"
#include "plannr-help-window.h"
#include "plannr-locale.h"
#include "plannr-resources.h"
#include "plannr-window.h"

#define PRACTICE "practice"

/**
 * PlannrApplication:
 *
 * The application: its options and environment, its one window, and which firm that shows.
 */
struct _PlannrApplication
{
  GtkApplication parent_instance;

  GSettings *settings;          /* (owned) */
  PlannrAppearance *appearance; /* (owned) */
  PlannrBackground *background; /* (owned) (nullable): from startup on */
  PlannrSchedule *schedule;     /* (owned) */
  SoupSession *session;         /* (owned) (nullable): made when it is first needed */
  PlannrConnection *connection; /* (owned) (nullable) */
  PlannrWindow *window;         /* (unowned) (nullable) */
  GtkWindow *help;              /* (nullable) */
  char *server;                 /* checked */
  gboolean practice_asked;
};

G_DEFINE_FINAL_TYPE (PlannrApplication, plannr_application, GTK_TYPE_APPLICATION)

static SoupSession *
get_session (PlannrApplication *self)
{
  if (self->session == NULL)
    self->session = plannr_api_session_new ();

  return self->session;
}

static PlannrOutbox *
get_outbox (PlannrApplication *self)
{
  return plannr_profile_get_outbox (plannr_connection_get_profile (self->connection));
}

static void
state_cb (PlannrApplication *self)
{
  PlannrConnectionState state = plannr_connection_get_state (self->connection);
  GAction *disconnect = g_action_map_lookup_action (G_ACTION_MAP (self), "disconnect");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (disconnect),
                               state == PLANNR_CONNECTION_OPEN
                                   && !plannr_profile_is_practice (
                                       plannr_connection_get_profile (self->connection)));

  if (state == PLANNR_CONNECTION_SIGNED_OUT)
    plannr_application_ask_for_token (self);
}

static void
show_firm (PlannrApplication *self, gboolean practice)
{
  plannr_background_set_outbox (self->background, NULL);
  g_clear_object (&self->connection);
  self->connection = plannr_connection_new (practice, self->schedule);
  g_signal_connect_object (self->connection, "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  plannr_window_set_connection (self->window, self->connection);
  plannr_background_set_outbox (self->background, get_outbox (self));
}

static void
open_practice (PlannrApplication *self)
{
  const char *executable = g_getenv ("PLANNR_CASES_PRACTICE_FIRM");

  plannr_connection_open_practice (self->connection, executable != NULL ? executable
                                                                        : LIBEXECDIR
                                                         "/plannr-practice-firm");
}

/* What the first frame does not need: the keyring, the network, the practice firm, the portal. */
static void
open_way (PlannrApplication *self)
{
  const char *token = g_getenv ("PLANNR_ACCESS_TOKEN");
  const char *account = g_getenv ("PLANNR_ACCOUNT_UUID");
  g_autofree char *last = g_settings_get_string (self->settings, "last-profile");

  plannr_appearance_follow_desktop (self->appearance);
  if (self->connection == NULL)
    return;

  if (plannr_profile_is_practice (plannr_connection_get_profile (self->connection)))
    open_practice (self);
  else if (token != NULL)
    plannr_connection_open_token (self->connection, get_session (self), self->server, token,
                                  account);
  else
    plannr_connection_open_kept (self->connection, get_session (self), self->server, last);
}

static gboolean
first_frame_idle_cb (gpointer user_data)
{
  open_way (user_data);

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, first_frame_idle_cb, g_object_ref (user_data),
                   g_object_unref);
}

/* Which firm to show, before anything is asked of anybody. */
static void
choose_firm (PlannrApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-profile");

  if (self->practice_asked
      || (g_getenv ("PLANNR_ACCESS_TOKEN") == NULL && g_str_equal (last, PRACTICE)))
    show_firm (self, TRUE);
  else if (g_getenv ("PLANNR_ACCESS_TOKEN") != NULL || *last != '\0')
    show_firm (self, FALSE);
}

static void
plannr_application_activate (GApplication *application)
{
  PlannrApplication *self = PLANNR_APPLICATION (application);

  if (self->window == NULL)
    {
      self->window = plannr_window_new (GTK_APPLICATION (self), self->settings);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      plannr_background_set_window (self->background, self->window);
      choose_firm (self);
      if (self->connection == NULL)
        plannr_window_show_connect_page (self->window, get_session (self), self->server, FALSE);
      gtk_widget_realize (GTK_WIDGET (self->window));
      g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint",
                        G_CALLBACK (after_paint_cb), self);
    }

  gtk_window_present (GTK_WINDOW (self->window));
}

static void
help_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlannrApplication *self = user_data;

  if (self->help == NULL)
    {
      self->help = g_object_new (PLANNR_TYPE_HELP_WINDOW, "transient-for", self->window, NULL);
      g_object_add_weak_pointer (G_OBJECT (self->help), (gpointer *) &self->help);
    }
  gtk_window_present (self->help);
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlannrApplication *self = user_data;

  gtk_show_about_dialog (GTK_WINDOW (self->window), "program-name", _ ("Plannr Cases"), "version",
                         PACKAGE_VERSION, "comments", _ ("Create cases in Plannr, your firm’s CRM"),
                         "license-type", GTK_LICENSE_GPL_3_0, "logo-icon-name", APPLICATION_ID,
                         /* Translators: your name, to be shown in the About dialog. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
disconnect_now_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlannrApplication *self = user_data;

  plannr_connection_close (self->connection);
  g_settings_set_string (self->settings, "last-profile", "");
  plannr_window_show_connect_page (self->window, get_session (self), self->server, FALSE);
}

static void
disconnect_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlannrApplication *self = user_data;

  if (!plannr_window_ask (self->window, PLANNR_PARTING_DISCONNECT))
    disconnect_now_activated (action, parameter, user_data);
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlannrApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

/* Asked to end by the system: everything stands as it stood at the next start. */
static gboolean
terminated_cb (gpointer user_data)
{
  g_application_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static void
plannr_application_shutdown (GApplication *application)
{
  PlannrApplication *self = PLANNR_APPLICATION (application);

  if (self->connection != NULL)
    plannr_outbox_flush (get_outbox (self));

  G_APPLICATION_CLASS (plannr_application_parent_class)->shutdown (application);
}

static void
plannr_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "help", help_activated },
    { "about", about_activated },
    { "disconnect", disconnect_activated },
    { "disconnect-now", disconnect_now_activated },
    { "quit", quit_activated },
  };
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "win.new-case", { "<Control>n" } },
    { "win.create", { "<Control>Return", "<Control>KP_Enter" } },
    { "win.search", { "<Control>f" } },
    { "app.help", { "F1" } },
    { "app.quit", { "<Control>q" } },
  };
  PlannrApplication *self = PLANNR_APPLICATION (application);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  G_APPLICATION_CLASS (plannr_application_parent_class)->startup (application);

  /* GTK asks its own translation, which need not be installed. */
  if (plannr_locale_is_right_to_left ())
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                   g_action_map_lookup_action (G_ACTION_MAP (self), "disconnect")),
                               FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].accels);

  gtk_css_provider_load_from_resource (style, PLANNR_RESOURCES "style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  self->appearance = plannr_appearance_new (self->settings);
  self->background = plannr_background_new (GTK_APPLICATION (self));

  g_unix_signal_add (SIGTERM, terminated_cb, self);
  g_unix_signal_add (SIGINT, terminated_cb, self);
  g_unix_signal_add (SIGHUP, terminated_cb, self);
}

static int
plannr_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  PlannrApplication *self = PLANNR_APPLICATION (application);
  g_autofree char *server = g_settings_get_string (self->settings, "server");
  g_autoptr (GError) error = NULL;
  const char *asked = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", GETTEXT_PACKAGE, PACKAGE_VERSION);
      return 0;
    }

  self->practice_asked = g_variant_dict_contains (options, "practice");
  if (g_variant_dict_lookup (options, "server", "&s", &asked))
    {
      g_free (server);
      server = g_strdup (asked);
    }

  self->server = plannr_api_check_server (server, &error);
  if (self->server == NULL)
    {
      /* Translators: %s is an address that was given on the command line. */
      g_printerr (
          _ ("“%s” can’t be used as Plannr’s address: it has to begin with https://, or with "
             "http:// for this computer alone."),
          server);
      g_printerr ("\n");
      return 1;
    }

  return -1;
}

static void
plannr_application_dispose (GObject *object)
{
  PlannrApplication *self = PLANNR_APPLICATION (object);

  g_clear_object (&self->background);
  g_clear_object (&self->connection);
  g_clear_object (&self->appearance);
  g_clear_object (&self->session);
  g_clear_object (&self->schedule);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->server, g_free);

  G_OBJECT_CLASS (plannr_application_parent_class)->dispose (object);
}

static void
plannr_application_class_init (PlannrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_application_dispose;
  application_class->activate = plannr_application_activate;
  application_class->handle_local_options = plannr_application_handle_local_options;
  application_class->shutdown = plannr_application_shutdown;
  application_class->startup = plannr_application_startup;
}

static void
plannr_application_init (PlannrApplication *self)
{
  static const GOptionEntry options[] = {
    { "server", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Speak to the Plannr at URL"), "URL" },
    { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the practice firm"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and end"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->settings = g_settings_new (APPLICATION_ID);
  self->schedule = plannr_schedule_new ();
}

/**
 * plannr_application_new:
 * Returns: (transfer full): the application
 */
PlannrApplication *
plannr_application_new (void)
{
  return g_object_new (PLANNR_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_DEFAULT_FLAGS, NULL);
}

/**
 * plannr_application_ask_for_token:
 * @self: the application
 *
 * Shows the page where a person connects to Plannr.
 */
void
plannr_application_ask_for_token (PlannrApplication *self)
{
  g_return_if_fail (PLANNR_IS_APPLICATION (self));

  plannr_window_show_connect_page (self->window, get_session (self), self->server,
                                   self->connection != NULL);
}

/**
 * plannr_application_sign_in:
 * @self: the application
 * @token: a token that works
 * @login: the account that it is used for
 *
 * Shows that account's firm, or goes on with it where it is shown already.
 */
void
plannr_application_sign_in (PlannrApplication *self, const char *token, PlannrLogin *login)
{
  PlannrLogin *known = NULL;
  PlannrProfile *profile = NULL;

  g_return_if_fail (PLANNR_IS_APPLICATION (self));

  if (self->connection != NULL)
    {
      profile = plannr_connection_get_profile (self->connection);
      known = plannr_profile_get_login (profile);
    }

  /* What waits in an outbox goes out under the account that it was written under, and no other. */
  if (known == NULL || plannr_profile_is_practice (profile)
      || g_strcmp0 (plannr_login_get_account_uuid (known), plannr_login_get_account_uuid (login))
             != 0)
    {
      show_firm (self, FALSE);
    }

  plannr_connection_accept (self->connection, get_session (self), self->server, token, login);
  g_settings_set_string (self->settings, "last-profile", plannr_login_get_account_uuid (login));
  plannr_window_show_cases (self->window);
}

/**
 * plannr_application_practise:
 * @self: the application
 *
 * Shows the practice firm.
 */
void
plannr_application_practise (PlannrApplication *self)
{
  g_return_if_fail (PLANNR_IS_APPLICATION (self));

  show_firm (self, TRUE);
  open_practice (self);
  g_settings_set_string (self->settings, "last-profile", PRACTICE);
  plannr_window_show_cases (self->window);
}
