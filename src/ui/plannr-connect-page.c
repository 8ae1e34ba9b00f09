/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-connect-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plannr-account-chooser.h"
#include "plannr-app-icon.h"
#include "plannr-display-text.h"
#include "plannr-resources.h"
#include "plannr-sign-in.h"
#include "plannr-token-card.h"

/* Where the firms that use Plannr are; another address is shown. */
#define USUAL_SERVER "https://api.plannrcrm.com"

/**
 * PlannrConnectPage:
 *
 * Where a person connects to Plannr, or tries the practice firm. A token stays here no longer than
 * it takes to find out whose it is.
 */
struct _PlannrConnectPage
{
  GtkWidget parent_instance;

  PlannrLogin *again; /* (owned) (nullable): whose new token is asked for */
  char *known;        /* (owned) (nullable): the token whose account is being chosen */
  gboolean can_go_back;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *server_label;
  GtkWidget *choices;
  PlannrTokenCard *card;
  GtkWidget *practice_card;
  GtkWidget *accounts;
  PlannrAccountChooser *chooser;
};

G_DEFINE_FINAL_TYPE (PlannrConnectPage, plannr_connect_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  N_PROPS
};

enum
{
  SIGNED_IN,
  PRACTICE,
  BACK,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
forget_token (PlannrConnectPage *self)
{
  if (self->known != NULL)
    explicit_bzero (self->known, strlen (self->known));
  g_clear_pointer (&self->known, g_free);
}

static void
sign_in (PlannrConnectPage *self, PlannrLogin *login)
{
  g_autoptr (PlannrLogin) chosen = g_object_ref (login);

  /* Whoever is told may do away with this page. */
  g_object_ref (self);
  plannr_token_card_reset (self->card);
  g_signal_emit (self, signals[SIGNED_IN], 0, self->known, chosen);
  forget_token (self);
  g_object_unref (self);
}

/* One page of two: where a token is given, and where one of its accounts is chosen. */
static void
show_page (PlannrConnectPage *self, gboolean choosing)
{
  g_autofree char *title = NULL;
  const char *firm = self->again != NULL ? plannr_login_get_firm_name (self->again) : NULL;
  g_autofree char *shown = plannr_display_text_isolate (firm);

  if (choosing)
    {
      gtk_label_set_text (self->title, _ ("Choose an account"));
      gtk_label_set_text (self->subtitle, _ ("Your token stands for several accounts. "
                                             "Cases are created by the one that you choose."));
    }
  else if (self->again != NULL)
    {
      title = *shown != '\0'
                  /* Translators: %s is the name of the person’s firm. */
                  ? g_strdup_printf (_ ("Sign in to %s again"), shown)
                  : g_strdup (_ ("Sign in again"));
      gtk_label_set_text (self->title, title);
      gtk_label_set_text (self->subtitle, _ ("Plannr no longer accepts your token. "
                                             "Your cases are kept, and what waits is sent once "
                                             "you have signed in."));
    }
  else
    {
      gtk_label_set_text (self->title, _ ("Welcome to Plannr Cases"));
      gtk_label_set_text (self->subtitle, _ ("Create your firm’s cases in a few clicks: none is "
                                             "ever lost, and none is created twice."));
    }

  plannr_token_card_set_title (self->card,
                               self->again != NULL ? _ ("A new token") : _ ("Connect to Plannr"));
  gtk_widget_set_visible (self->practice_card, self->again == NULL);
  gtk_widget_set_visible (self->choices, !choosing);
  gtk_widget_set_visible (self->accounts, choosing);
}

static void
reset (PlannrConnectPage *self)
{
  forget_token (self);
  plannr_token_card_reset (self->card);
  show_page (self, FALSE);
}

/* Whatever waits was written for one account, and is sent by no other. */
static PlannrLogin *
find_again (PlannrConnectPage *self, GPtrArray *logins)
{
  for (guint i = 0; i < logins->len; i++)
    {
      PlannrLogin *login = g_ptr_array_index (logins, i);

      if (g_strcmp0 (plannr_login_get_account_uuid (login),
                     plannr_login_get_account_uuid (self->again))
          == 0)
        return login;
    }

  return NULL;
}

static void
refuse_other_account (PlannrConnectPage *self)
{
  g_autofree char *name = plannr_display_text_isolate (plannr_login_get_account_name (self->again));
  /* Translators: %s is the name of a person. */
  g_autofree char *text = g_strdup_printf (_ ("This token belongs to somebody else. "
                                              "Paste a token of %s’s."),
                                           name);

  plannr_token_card_refuse (self->card, text);
}

static void
known_cb (PlannrConnectPage *self, const char *token, GPtrArray *logins)
{
  PlannrLogin *login =
      self->again != NULL ? find_again (self, logins) : plannr_sign_in_choose (logins);

  if (login == NULL && self->again != NULL)
    {
      refuse_other_account (self);
      return;
    }

  self->known = g_strdup (token);
  if (login != NULL)
    {
      sign_in (self, login);
      return;
    }

  plannr_token_card_reset (self->card);
  plannr_account_chooser_set_logins (self->chooser, logins);
  show_page (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
}

static void
practice_cb (PlannrConnectPage *self)
{
  plannr_token_card_reset (self->card);
  g_signal_emit (self, signals[PRACTICE], 0);
}

static void
continue_cb (PlannrConnectPage *self)
{
  PlannrLogin *login = plannr_account_chooser_get_chosen (self->chooser);

  if (login != NULL && self->known != NULL)
    sign_in (self, login);
}

static void
back_cb (PlannrConnectPage *self)
{
  reset (self);
  g_signal_emit (self, signals[BACK], 0);
}

static void
plannr_connect_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrConnectPage *self = PLANNR_CONNECT_PAGE (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->can_go_back);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_connect_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrConnectPage *self = PLANNR_CONNECT_PAGE (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      if (self->can_go_back != g_value_get_boolean (value))
        {
          self->can_go_back = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_connect_page_dispose (GObject *object)
{
  PlannrConnectPage *self = PLANNR_CONNECT_PAGE (object);
  GtkWidget *child = NULL;

  forget_token (self);
  g_clear_object (&self->again);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_CONNECT_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plannr_connect_page_parent_class)->dispose (object);
}

static void
plannr_connect_page_class_init (PlannrConnectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = plannr_connect_page_get_property;
  object_class->set_property = plannr_connect_page_set_property;
  object_class->dispose = plannr_connect_page_dispose;

  /**
   * PlannrConnectPage:can-go-back:
   *
   * Whether there is a firm open to which a person may go back.
   */
  properties[PROP_CAN_GO_BACK] =
      g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrConnectPage::signed-in:
   * @token: the token; it is forgotten here after the emission
   * @login: the account that it is to be used for
   *
   * Plannr knows the token.
   */
  signals[SIGNED_IN] = g_signal_new ("signed-in", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, PLANNR_TYPE_LOGIN);
  /**
   * PlannrConnectPage::practice:
   *
   * The practice firm is to be opened.
   */
  signals[PRACTICE] =
      g_signal_new ("practice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PlannrConnectPage::back:
   *
   * The person goes back to the firm that is open.
   */
  signals[BACK] =
      g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLANNR_TYPE_ACCOUNT_CHOOSER);
  g_type_ensure (PLANNR_TYPE_APP_ICON);
  g_type_ensure (PLANNR_TYPE_TOKEN_CARD);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-connect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, title);
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, server_label);
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, choices);
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, card);
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, practice_card);
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, accounts);
  gtk_widget_class_bind_template_child (widget_class, PlannrConnectPage, chooser);
  gtk_widget_class_bind_template_callback (widget_class, known_cb);
  gtk_widget_class_bind_template_callback (widget_class, practice_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, plannr_connect_page_start);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
plannr_connect_page_init (PlannrConnectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, FALSE);
}

/**
 * plannr_connect_page_set_session:
 * @self: a connect page
 * @session: how to speak HTTP
 */
void
plannr_connect_page_set_session (PlannrConnectPage *self, SoupSession *session)
{
  g_return_if_fail (PLANNR_IS_CONNECT_PAGE (self));

  plannr_token_card_set_session (self->card, session);
}

/**
 * plannr_connect_page_set_server:
 * @self: a connect page
 * @server: the server's address, as plannr_api_check_server() returned it; it is shown where it is
 *   not the usual one
 */
void
plannr_connect_page_set_server (PlannrConnectPage *self, const char *server)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLANNR_IS_CONNECT_PAGE (self));
  g_return_if_fail (server != NULL);

  plannr_token_card_set_server (self->card, server);

  /* Translators: %s is the address of a server. */
  text = g_strdup_printf (_ ("Plannr’s address: %s"), server);
  gtk_label_set_text (self->server_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->server_label), !g_str_equal (server, USUAL_SERVER));
}

/**
 * plannr_connect_page_set_again:
 * @self: a connect page
 * @login: (nullable): the account that is open, and for which a new token is wanted: a token of no
 *   other one is taken; %NULL where any account will do
 */
void
plannr_connect_page_set_again (PlannrConnectPage *self, PlannrLogin *login)
{
  g_return_if_fail (PLANNR_IS_CONNECT_PAGE (self));

  if (g_set_object (&self->again, login))
    reset (self);
}

/**
 * plannr_connect_page_start:
 * @self: a connect page
 *
 * Begins anew: the question for a token, an empty field, and the focus in it.
 */
void
plannr_connect_page_start (PlannrConnectPage *self)
{
  g_return_if_fail (PLANNR_IS_CONNECT_PAGE (self));

  reset (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}
